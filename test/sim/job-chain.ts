import { numberAt } from "#shared/lib/assert.ts";
import { workOf } from "#shared/sim/chip/jobs.ts";
import type { ThreadSpec } from "#shared/sim/scenario/scenario.ts";

/** Work of the longest chain of threads that wait for each other. */
export function jobChainNs(threads: readonly ThreadSpec[]): number {
	const upTo: number[] = [];
	for (const { program, after } of threads)
		upTo.push(workOf(program) + Math.max(0, ...after.map((index) => numberAt(upTo, index))));
	return Math.max(...upTo);
}
