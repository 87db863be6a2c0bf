import { at, numberAt } from "../../lib/assert.ts";
import type { Chip, ReadonlyChip } from "../chip/chip.ts";
import type { L3Part } from "../chip/memory-state.ts";
import type { Scenario } from "../scenario/scenario.ts";

/**
 * Divides the L3 into the parts that processes fill: each partition less what is reserved in it, and one part
 * per reservation.
 */
export function l3PartsOf(scenario: Scenario, reservedKib: readonly number[]): L3Part[] {
	const parts: L3Part[] = scenario.machine.l3PartitionsKib.map((partitionKib, partition) => {
		const all = membersOf(scenario, partition);
		return {
			sizeKib: partitionKib - reservedOf(all, reservedKib),
			members: all.filter((process) => numberAt(reservedKib, process) === 0),
		};
	});
	reservedKib.forEach((sizeKib, process) => {
		if (sizeKib > 0) parts.push({ sizeKib, members: [process] });
	});
	return parts;
}

/** KiB of its partition that could be reserved for the process. */
export function freeKib(chip: ReadonlyChip, process: number): number {
	const { l3Partition } = at(chip.scenario.processes, process);
	const others = membersOf(chip.scenario, l3Partition).filter((other) => other !== process);
	return (
		numberAt(chip.scenario.machine.l3PartitionsKib, l3Partition) - reservedOf(others, chip.memory.reservedKib)
	);
}

/**
 * Reserves `kib` of its partition for the process from now on. Where a part then holds too much, its members
 * lose in proportion.
 */
export function reserveL3(chip: Chip, process: number, kib: number): void {
	const { memory } = chip;
	memory.reservedKib[process] = kib;
	memory.l3Parts = l3PartsOf(chip.scenario, memory.reservedKib);
	memory.isStale = true;
	// The L3 starts moving again, however settled it was.
	memory.drift = Math.max(memory.drift, 1);
	for (const { sizeKib, members } of memory.l3Parts) {
		let usedKib = 0;
		for (const member of members) usedKib += numberAt(memory.l3Kib, member);
		if (usedKib <= sizeKib) continue;
		for (const member of members) memory.l3Kib[member] = (numberAt(memory.l3Kib, member) * sizeKib) / usedKib;
	}
}

function membersOf(scenario: Scenario, partition: number): number[] {
	return scenario.processes.flatMap((process, index) => (process.l3Partition === partition ? [index] : []));
}

function reservedOf(processes: readonly number[], reservedKib: readonly number[]): number {
	return processes.reduce((sumKib, process) => sumKib + numberAt(reservedKib, process), 0);
}
