import type { LessonId } from "../lessons/ids.ts";
import { lessonById } from "../lessons/table.ts";
import { at } from "../lib/assert.ts";
import { measureChip } from "./measure-chip.ts";
import type { RoundOutcome } from "./outcome.ts";
import { findReferences } from "./references.ts";
import { replay } from "./replay.ts";
import type { RoundLog } from "./round.ts";
import { scoreOf } from "./score.ts";

/**
 * Replays a round and measures it, with its references: about twenty simulations of a chip each, so it
 * belongs in a worker.
 */
export function measureRound(log: RoundLog): RoundOutcome {
	const { lesson, seed, part, chips: headers } = log.header;
	const { measure } = lessonById(lesson as LessonId);
	const measured = replay(log).chips.map(measureChip);
	const references = headers.map((header, index) =>
		findReferences(lesson, header, seed, at(measured, index).timeNs),
	);
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
