import type { Chip, ReadonlyChip } from "./chip.ts";

/** What is never changed in place, whatever it is part of: copies share it. It is also the bulk. */
const SHARED: ReadonlySet<string> = new Set(["scenario", "missTables", "spec", "policy"]);

/** A copy of the chip that evolves independently, for search and what-if. Scenario and policies stay shared. */
export function cloneChip(chip: ReadonlyChip): Chip {
	return copy(chip as Chip);
}

/**
 * Deep copy of plain data. An object's copy has its fields in the same order and an array's copy is of the same
 * kind, so that code made fast for a chip is fast for its copies. Holes of sparse arrays stay holes.
 */
function copy<Data>(data: Data): Data {
	if (typeof data !== "object" || data === null) return data;
	if (Array.isArray(data)) return (typeof data[0] === "object" ? data.map(copy) : data.slice()) as Data;
	const made = { ...data } as Record<string, unknown>;
	for (const key in made) {
		const value = made[key];
		if (typeof value === "object" && !SHARED.has(key)) made[key] = copy(value);
	}
	return made as Data;
}
