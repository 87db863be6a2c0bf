import type { Chip, ReadonlyChip, Seat } from "./chip.ts";

/** A copy of the chip that evolves independently, for search and what-if. Scenario and policies stay shared. */
export function cloneChip(chip: ReadonlyChip): Chip {
	const { scenario, seats, threads, cores, locks, missTables, ...rest } = chip as Chip;
	return {
		...copy(rest),
		scenario,
		missTables,
		seats: seats.map(copySeat),
		// Specs are never mutated, and they are the bulk of a thread, a core and a lock: share them.
		threads: threads.map(({ spec, ...thread }) => ({ ...copy(thread), spec })),
		cores: cores.map(({ spec, ...core }) => ({ ...copy(core), spec })),
		locks: locks.map(({ spec, ...lock }) => ({ ...copy(lock), spec })),
	};
}

function copySeat({ policy, ...seat }: Seat): Seat {
	return { ...copy(seat), policy };
}

/** Deep copy of plain data. Holes of sparse arrays stay holes. */
function copy<Data>(data: Data): Data {
	if (Array.isArray(data)) return copyArray(data) as Data;
	if (typeof data !== "object" || data === null) return data;
	const made: Record<string, unknown> = {};
	for (const [key, value] of Object.entries(data)) made[key] = copy(value);
	return made as Data;
}

function copyArray(data: readonly unknown[]): unknown[] {
	const made: unknown[] = new Array(data.length);
	data.forEach((value, index) => {
		made[index] = copy(value);
	});
	return made;
}
