import type { LessonId } from "#shared/lessons/ids.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { policyById } from "#shared/policies/table.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import { createChip } from "#shared/sim/create-chip.ts";
import { type ChipView, viewChip } from "../../client/present/chip-view.ts";
import { createLayout } from "../../client/present/create-layout.ts";
import type { ChipLayout } from "../../client/present/layout.ts";
import type { Prefs } from "../../client/present/prefs.ts";
import { usesOf } from "../../client/present/scenario-uses.ts";

/** A chip of a lesson as it is played: seat 1 and the scheduler are people who do nothing, bots play the rest. */
export function lessonChip(lesson: LessonId, cores: number, seed = 7): Chip {
	const seats = Array.from({ length: cores + 1 }, (_, seat) => ({
		driver: seat < 2 ? ("person" as const) : ("bot" as const),
		policy: policyById("steal"),
	}));
	return createChip({
		scenario: lessonById(lesson).createScenario({ cores, seed, level: "standard", side: 0 }),
		seed,
		seats,
		pace: "human",
	});
}

export function viewAll(chip: Chip): ChipView {
	return viewChip(chip, chip.nowNs, { caches: "all", own: 0 });
}

export function layoutFor(
	chip: Chip,
	width: number,
	height: number,
	own: number | undefined = 0,
): ChipLayout {
	const caches = chip.scenario.processes.some(({ workingSetKib }) => workingSetKib > 0);
	const { sharedQueue } = usesOf(chip.scenario);
	const { runQueueMax } = chip.scenario;
	return createLayout({ width, height, cores: chip.cores.length, own, caches, sharedQueue, runQueueMax });
}

export const QUIET: Prefs = {
	own: 0,
	reducedMotion: false,
	isOver: false,
	selected: new Set(),
	pending: new Set(),
	signals: [],
};
