import { LEVELS, type Level } from "../lessons/ids.ts";
import { sidesOf } from "../lessons/kind.ts";
import type { Lesson } from "../lessons/lesson.ts";
import { type GateTable, gateTable } from "./gate.ts";
import { gateFaults } from "./gate-faults.ts";
import { gateSeeds } from "./gate-seeds.ts";
import type { Player } from "./player.ts";
import { type Waits, waitsOf } from "./waits.ts";

/** A kind of chip that a lesson is judged on. */
export type JudgedChip = { readonly cores: number; readonly level: Level; readonly side: number };

/** How a lesson does on a kind of chip, and what it fails of the gate, one sentence each. */
export type LessonEvaluation = {
	readonly table: GateTable;
	readonly waits: readonly Waits[];
	readonly faults: readonly string[];
};

/** Every kind of chip on which people play the lesson: levels, sides and sizes, in this order. */
export function judgedChips(lesson: Lesson, levels: readonly Level[] = LEVELS): JudgedChip[] {
	const sizes = [...new Set(lesson.chipCores)].filter((cores) => cores > 1);
	return levels.flatMap((level) =>
		sidesOf(lesson).flatMap((side) => sizes.map((cores) => ({ cores, level, side }))),
	);
}

/** By default on the seeds that follow from the lesson. `skipsWaits` saves the search for decisions. */
export function evaluateLesson(
	lesson: Lesson,
	chip: JudgedChip,
	{
		seeds = gateSeeds(lesson, chip),
		others = [],
		skipsWaits = false,
	}: {
		readonly seeds?: readonly number[] | undefined;
		readonly others?: readonly Player[];
		readonly skipsWaits?: boolean;
	} = {},
): LessonEvaluation {
	const setup = { ...chip, seeds };
	const table = gateTable(lesson, setup, others);
	const waits = skipsWaits ? [] : waitsOf(lesson, setup);
	return { table, waits, faults: gateFaults(lesson, table, waits) };
}
