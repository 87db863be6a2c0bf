import { at } from "#shared/lib/assert.ts";
import type { Scenario, ThreadSpec } from "#shared/sim/scenario.ts";

/** The data that a task works on: its own name may be their letter ("B") or the number of its lot ("#1: 6 × 0.4 s"); else its process says. */
export function dataOfTask(scenario: Scenario, { name, process }: ThreadSpec): number | undefined {
	const [, lot] = /^#(\d+)/.exec(name) ?? [];
	if (lot !== undefined) return Number(lot);
	return /^[A-Z]$/.test(name) ? name.charCodeAt(0) - "A".charCodeAt(0) : dataOf(scenario, process);
}

/**
 * The data that a thread of this process works on, to be named by a letter: 0 is A. Undefined where it makes
 * no difference: nothing is used again, written by several, or lost together, or there is no choice.
 */
function dataOf({ processes }: Scenario, process: number): number | undefined {
	const { workingSetKib, sharedWritesPerUs, restartNs } = at(processes, process);
	if (processes.length < 2 || (workingSetKib === 0 && sharedWritesPerUs === 0 && restartNs === 0))
		return undefined;
	return dataIndex(processes, process);
}

/**
 * The letter in the process's own name ("Table B", "B, padded"), so that ways of one task share it; else the
 * initial of what has data of its own ("Memory": M), as briefs call it; else its index.
 */
export function dataIndex(processes: Scenario["processes"], process: number): number {
	const [letter = initialOf(processes, process)] = /\b[A-Z]\b/.exec(at(processes, process).name) ?? [];
	return letter === undefined ? process : letter.charCodeAt(0) - "A".charCodeAt(0);
}

/** Only where the name is one word, and no other that has data begins as it does. */
function initialOf(processes: Scenario["processes"], process: number): string | undefined {
	const { name, workingSetKib } = at(processes, process);
	const [initial] = /^[A-Z](?=[a-z]+$)/.exec(name) ?? [];
	if (initial === undefined || workingSetKib === 0) return undefined;
	const alike = processes.filter((other) => other.workingSetKib > 0 && other.name.startsWith(initial));
	return alike.length === 1 ? initial : undefined;
}
