import type { Measured } from "#shared/lessons/measures.ts";
import { sumOf } from "#shared/lib/statistics.ts";
import { showChecksum } from "#shared/sim/chip/checksum.ts";
import { CAUSES, type CauseBar } from "#shared/sim/chip/chip.ts";
import { isBusy } from "#shared/sim/chip/energy.ts";

/**
 * What `measureChip` measures, under the names by which the command line prints it (the table of measures in
 * `shared/sim/SCENARIOS.md`): as textbooks use them. What a lesson's score compares, which counts whatever is
 * unfinished up to now, is apart in `soFar`. `isAllDone`: whether every task that was to come is done.
 */
export function figuresOf<Outcome extends Measured>(outcome: Outcome, isAllDone: boolean) {
	const { utilisation, meanTurnaroundNs, meanSlowdown, meanJobTurnaroundNs, worstResponseNs, ...others } =
		outcome;
	return {
		...others,
		makespanNs: isAllDone ? outcome.makespanNs : null,
		utilisation: busyShare(outcome.causes),
		usefulShare: utilisation,
		soFar: { meanTurnaroundNs, meanSlowdown, meanJobTurnaroundNs, worstDueTurnaroundNs: worstResponseNs },
		checksum: showChecksum(outcome.checksum),
	};
}

/** Share of the core time in which a core ran a thread or was busy for one, 0 to 1. */
function busyShare(causes: CauseBar): number {
	const coreNs = sumOf(CAUSES, (cause) => causes[cause]);
	const busyNs = sumOf(CAUSES.filter(isBusy), (cause) => causes[cause]);
	return coreNs === 0 ? 0 : busyNs / coreNs;
}
