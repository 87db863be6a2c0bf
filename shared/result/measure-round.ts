import type { LessonId } from "../lessons/ids.ts";
import { isPlayed } from "../lessons/kind.ts";
import type { RoundOutcome } from "../lessons/outcome.ts";
import { lessonById } from "../lessons/table.ts";
import { at } from "../lib/assert.ts";
import { NS_PER_PLAY_S, TURN_NS } from "../lib/units.ts";
import { heldSeats } from "../round/held-seats.ts";
import type { RecordedRound } from "../round/recorded-round.ts";
import { replay } from "../round/replay.ts";
import { hasCollapsed } from "../sim/chip/backlog.ts";
import type { ReadonlyChip } from "../sim/chip/chip.ts";
import { attendanceOf } from "./attendance.ts";
import { measurePlayed } from "./measure-chip.ts";
import { type ChipReferences, findReferences, kindOf, type ReferenceSearch } from "./references.ts";
import { formulaOf, isScored, scoreOf } from "./score.ts";
import { wholeNs } from "./simulate-players.ts";

/**
 * Replays a round and measures it together with its references, which `find` finds. Where it has to search for those,
 * that takes about a hundred simulations per kind of chip, so it belongs in a worker. No score: of a chip of which nobody
 * held a seat, of a round that was cut short before a third of its length, and where naive and best hardly differ.
 */
export function measureRound(
	round: RecordedRound,
	find: (search: ReferenceSearch) => ChipReferences = findReferences,
	{ shares } = attendanceOf(round),
): RoundOutcome {
	const { simVersion, lesson, seed, part, chips: headers } = round.header;
	const { measure } = lessonById(lesson as LessonId);
	const { chips: played } = replay(round);
	const chips = played.map(({ chip }) => chip);
	const measured = played.map(measurePlayed);
	const known = new Map<string, ChipReferences>();
	const references = headers.map(({ scenario }, index) => {
		const timeNs = comparedNs(at(chips, index), chips, round.turns);
		const key = `${kindOf(round, index)} ${timeNs}`;
		const held = heldSeats(round, index);
		const found = known.get(key) ?? find({ lesson, scenario, seed, held, timeNs });
		known.set(key, found);
		return found;
	});
	return {
		lesson,
		seed,
		part,
		formula: formulaOf(simVersion),
		references,
		chips: measured.map((chip, index) => {
			const { naive, best } = at(references, index);
			const held = heldSeats(round, index);
			const hasScore =
				isPlayed(lessonById(lesson as LessonId)) &&
				held.length > 0 &&
				isLongEnough(at(chips, index)) &&
				isScored(naive.value, best.value);
			return {
				...chip,
				side: at(headers, index).side,
				held,
				played: [...at(shares, index)],
				score: hasScore ? scoreOf(measure.of(chip), naive.value, best.value, measure.better) : null,
			};
		}),
	};
}

/** Before this share of its length a round that was cut short means nothing. */
const PLAYED_SHARE_MIN = 1 / 3;
/** Length that counts for a round that lasts as long as its work takes. */
const USUAL_NS = 90 * NS_PER_PLAY_S;

function isLongEnough({ finished, nowNs, scenario: { end } }: ReadonlyChip): boolean {
	return finished || nowNs >= PLAYED_SHARE_MIN * (end.type === "horizon" ? end.ns : USUAL_NS);
}

/**
 * Time over which a chip is compared. A chip that has reached its end is compared with whole rounds: how long
 * it took plays no part, so its references are fixed when the round starts. In a round ended early, a chip that
 * was still running or had collapsed is compared with what others do in the time played.
 */
function comparedNs(chip: ReadonlyChip, chips: readonly ReadonlyChip[], turns: number): number {
	const whole = wholeNs(chip.scenario);
	const isWhole = chips.every(({ finished }) => finished) || (chip.finished && !hasCollapsed(chip));
	return isWhole ? whole : Math.min(whole, turns * TURN_NS);
}
