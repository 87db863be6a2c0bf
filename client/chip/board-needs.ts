import type { ReadonlyChip } from "#shared/sim/chip/chip.ts";
import { kindsToTell } from "../present/core-kinds.ts";
import { usesOf } from "../present/scenario-uses.ts";

/** What the layout of a chip depends on beside its size. */
export type BoardNeeds = {
	readonly cores: number;
	readonly caches: boolean;
	readonly sharedQueue: boolean;
	readonly runQueueMax: number;
	/** Letters of the kinds of all cores, as "PPEE"; "" where they are all of one kind. */
	readonly kinds: string;
};

export const NO_NEEDS: BoardNeeds = {
	cores: 0,
	caches: false,
	sharedQueue: false,
	runQueueMax: 0,
	kinds: "",
};

/** The needs of the chip as it is now; `before` itself where nothing has changed. */
export function boardNeeds({ scenario, shared }: ReadonlyChip, before: BoardNeeds): BoardNeeds {
	const cores = scenario.machine.cores.length;
	const caches = scenario.processes.some(({ workingSetKib }) => workingSetKib > 0);
	// Once a scheduler has put something there it stays in sight.
	const sharedQueue = before.sharedQueue || usesOf(scenario).sharedQueue || shared.length > 0;
	const { runQueueMax } = scenario;
	const kinds = kindsToTell(scenario.machine.cores);
	const now: BoardNeeds = { cores, caches, sharedQueue, runQueueMax, kinds };
	const isSame =
		cores === before.cores &&
		caches === before.caches &&
		sharedQueue === before.sharedQueue &&
		runQueueMax === before.runQueueMax &&
		kinds === before.kinds;
	return isSame ? before : now;
}
