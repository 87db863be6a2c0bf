import type { LessonId } from "../lessons/ids.ts";
import type { RoundOutcome } from "../lessons/outcome.ts";
import { lessonById } from "../lessons/table.ts";
import { at } from "../lib/assert.ts";
import { TURN_NS } from "../lib/units.ts";
import type { RecordedRound } from "../round/recorded-round.ts";
import { replay } from "../round/replay.ts";
import { hasCollapsed } from "../sim/chip/backlog.ts";
import type { ReadonlyChip } from "../sim/chip/chip.ts";
import { measurePlayed } from "./measure-chip.ts";
import { type ChipReferences, findReferences, kindOf } from "./references.ts";
import { scoreOf } from "./score.ts";
import { wholeNs } from "./simulate-players.ts";

/**
 * Replays a round and measures it together with its references, which `find` finds. Where it has to search for those,
 * that takes about a hundred simulations per kind of chip, so it belongs in a worker.
 */
export function measureRound(
	round: RecordedRound,
	find: typeof findReferences = findReferences,
): RoundOutcome {
	const { lesson, seed, part, chips: headers } = round.header;
	const { measure } = lessonById(lesson as LessonId);
	const { chips: played } = replay(round);
	const chips = played.map(({ chip }) => chip);
	const measured = played.map(measurePlayed);
	const known = new Map<string, ChipReferences>();
	const references = headers.map((header, index) => {
		const timeNs = comparedNs(at(chips, index), chips, round.turns);
		const key = `${kindOf(header)} ${timeNs}`;
		const found = known.get(key) ?? find({ lesson, scenario: header.scenario, seed, timeNs });
		known.set(key, found);
		return found;
	});
	return {
		lesson,
		seed,
		part,
		references,
		chips: measured.map((chip, index) => {
			const { naive, best } = at(references, index);
			return {
				...chip,
				side: at(headers, index).side,
				score: scoreOf(measure.of(chip), naive.value, best.value, measure.better),
			};
		}),
	};
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
