import type { ReadonlyChip } from "#shared/sim/chip/chip.ts";
import { usesOf } from "../present/scenario-uses.ts";

/** What the layout of a chip depends on beside its size. */
export type BoardNeeds = {
	readonly cores: number;
	readonly caches: boolean;
	readonly sharedQueue: boolean;
	readonly runQueueMax: number;
};

export const NO_NEEDS: BoardNeeds = { cores: 0, caches: false, sharedQueue: false, runQueueMax: 0 };

/** The needs of the chip as it is now; `before` itself where nothing has changed. */
export function boardNeeds({ scenario, shared }: ReadonlyChip, before: BoardNeeds): BoardNeeds {
	const cores = scenario.machine.cores.length;
	const caches = scenario.processes.some(({ workingSetKib }) => workingSetKib > 0);
	// Once a scheduler has put something there it stays in sight.
	const sharedQueue = before.sharedQueue || usesOf(scenario).sharedQueue || shared.length > 0;
	const { runQueueMax } = scenario;
	const now: BoardNeeds = { cores, caches, sharedQueue, runQueueMax };
	const isSame =
		cores === before.cores &&
		caches === before.caches &&
		sharedQueue === before.sharedQueue &&
		runQueueMax === before.runQueueMax;
	return isSame ? before : now;
}
