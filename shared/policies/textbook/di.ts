import { at } from "../../lib/assert.ts";
import { NONE, type ReadonlyChip, type ReadonlyThread } from "../../sim/chip/chip.ts";
import type { Policy } from "../../sim/chip/policy.ts";
import { firstOf } from "../parts/candidates.ts";

/** Accesses per us from which a process whose data exceed its core's cache disturbs its neighbours. */
const HEAVY_ACCESSES_PER_US = 20;

/**
 * Distributed intensity (Zhuravlev and others 2010): at most `most` cache-heavy threads run at a time, beside
 * light ones.
 */
export function di(most: number, id = `di:${most}`): Policy {
	return {
		id,
		pick: (chip, core, ahead) => {
			const heavy = chip.shared.filter((thread) => isHeavy(chip, at(chip.threads, thread)));
			const light = chip.shared.filter((thread) => !isHeavy(chip, at(chip.threads, thread)));
			const next = heavyRunning(chip) < most ? firstOf(chip, core, heavy, ahead) : NONE;
			return next === NONE ? firstOf(chip, core, light, ahead) : next;
		},
		place: () => NONE,
		slices: true,
	};
}

function heavyRunning(chip: ReadonlyChip): number {
	let count = 0;
	for (const core of chip.cores)
		if (core.thread >= 0 && isHeavy(chip, at(chip.threads, core.thread))) count++;
	return count;
}

function isHeavy(chip: ReadonlyChip, thread: ReadonlyThread): boolean {
	const process = at(chip.scenario.processes, thread.spec.process);
	if (process.accessesPerUs < HEAVY_ACCESSES_PER_US) return false;
	const { privateKib } = at(chip.cores, 0).spec;
	return process.missCurve.type === "stream" || process.workingSetKib > privateKib;
}
