import { at, numberAt } from "../../lib/assert.ts";
import type { ReadonlyChip, ReadonlyThread } from "../../sim/chip/chip.ts";

/**
 * Time to warm the thread's working set on that core, in ns: (W / 64) (t - t_private) / m for what is cold,
 * from the L3 or from DRAM, without queueing (rule C1).
 */
export function reloadNs(chip: ReadonlyChip, core: number, thread: ReadonlyThread): number {
	const { machine, processes } = chip.scenario;
	const index = thread.spec.process;
	const process = at(processes, index);
	if (process.accessesPerUs === 0) return 0;
	const coldKib = Math.max(0, process.workingSetKib - numberAt(at(chip.cores, core).warmKib, index));
	const fromL3Kib = Math.min(coldKib, numberAt(chip.memory.l3Kib, index));
	const perKib = 16 / process.missesInFlight;
	return (
		perKib *
		(fromL3Kib * (machine.sharedHitNs - machine.privateHitNs) +
			(coldKib - fromL3Kib) * (machine.dramNs - machine.privateHitNs))
	);
}
