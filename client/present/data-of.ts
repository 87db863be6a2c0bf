import { at } from "#shared/lib/assert.ts";
import { indexOfLetter } from "#shared/lib/letters.ts";
import type { Scenario, ThreadSpec } from "#shared/sim/scenario/scenario.ts";

const ONE_LETTER = /^[A-Z]$/;

/** The data that a task works on: 0 is A. Its own name may be their letter; else its process says. */
export function dataOfTask(scenario: Scenario, { name, process }: ThreadSpec): number | undefined {
	return ONE_LETTER.test(name) ? indexOfLetter(name) : dataOf(scenario, process);
}

/**
 * The data that a thread of this process works on, to be named by a letter. Undefined where the scenario has no
 * letter for it and it makes no difference: nothing is used again, written by several, or lost together, or there
 * is no choice.
 */
function dataOf({ processes }: Scenario, process: number): number | undefined {
	const { letter, workingSetKib, sharedWritesPerUs, restartNs } = at(processes, process);
	const matters = processes.length > 1 && (workingSetKib > 0 || sharedWritesPerUs > 0 || restartNs > 0);
	return letter !== undefined || matters ? dataIndex(processes, process) : undefined;
}

/** What the scenario calls the data of a process, as the place of that letter; else the place of the process. */
export function dataIndex(processes: Scenario["processes"], process: number): number {
	const { letter } = at(processes, process);
	return letter === undefined ? process : indexOfLetter(letter);
}
