import type { LessonId } from "../lessons/ids.ts";
import { lessonById } from "../lessons/table.ts";
import { at } from "../lib/assert.ts";
import { hasCollapsed } from "../sim/backlog.ts";
import type { Chip } from "../sim/chip.ts";
import { TURN_NS } from "../sim/units.ts";
import { measureChip } from "./measure-chip.ts";
import type { RoundOutcome } from "./outcome.ts";
import { type ChipReferences, findReferences } from "./references.ts";
import { replay } from "./replay.ts";
import type { RoundLog } from "./round.ts";
import { scoreOf } from "./score.ts";

/**
 * Replays a round and measures it, with its references: about a hundred simulations of each kind of chip, so it
 * belongs in a worker.
 */
export function measureRound(log: RoundLog): RoundOutcome {
	const { lesson, seed, part, chips: headers } = log.header;
	const { measure } = lessonById(lesson as LessonId);
	const { chips } = replay(log);
	const measured = chips.map(measureChip);
	const known = new Map<string, ChipReferences>();
	const references = headers.map((header, index) => {
		const { scenario, side, seats } = header;
		const timeNs = comparedNs(at(chips, index), chips, log.turns);
		// Chips of one size and side are sent the same.
		const key = `${scenario.title} ${side} ${seats.length} ${timeNs}`;
		const found = known.get(key) ?? findReferences(lesson, header, seed, timeNs);
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
 * Over what time a chip is compared: what it played. One that went down is held against the whole round, as long
 * as the others still played it.
 */
function comparedNs(chip: Readonly<Chip>, chips: readonly Readonly<Chip>[], turns: number): number {
	if (!hasCollapsed(chip)) return chip.nowNs;
	const { end } = chip.scenario;
	const wholeNs = end.type === "horizon" ? end.ns : chip.nowNs;
	return chips.every(({ finished }) => finished) ? wholeNs : Math.min(wholeNs, turns * TURN_NS);
}
