import { at } from "#shared/lib/assert.ts";
import { indexOfLetter } from "#shared/lib/letters.ts";
import type { Scenario, ThreadSpec } from "#shared/sim/scenario/scenario.ts";

const ONE_LETTER = /^[A-Z]$/;

/** The data that a task works on, 0 for A. The task's own name may be the letter; otherwise its process decides. */
export function dataOfTask(scenario: Scenario, { name, process }: ThreadSpec): number | undefined {
	return ONE_LETTER.test(name) ? indexOfLetter(name) : dataOf(scenario, process);
}

/**
 * The data that threads of this process work on, 0 for A. undefined if the scenario gives no letter and the data make
 * no difference: there is only one process, or its data are never reused, never shared for writing and never lost in
 * a crash.
 */
function dataOf({ processes }: Scenario, process: number): number | undefined {
	const { letter, workingSetKib, sharedWritesPerUs, restartNs } = at(processes, process);
	const matters = processes.length > 1 && (workingSetKib > 0 || sharedWritesPerUs > 0 || restartNs > 0);
	return letter !== undefined || matters ? dataIndex(processes, process) : undefined;
}

/** Index of the letter that the scenario gives to a process's data, or of the process if it gives none. */
export function dataIndex(processes: Scenario["processes"], process: number): number {
	const { letter } = at(processes, process);
	return letter === undefined ? process : indexOfLetter(letter);
}
