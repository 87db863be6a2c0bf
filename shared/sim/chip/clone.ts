import { NEVER_NS } from "../../lib/units.ts";
import type { Chip, ReadonlyChip } from "./chip.ts";
import { NOTHING } from "./nothing.ts";

/** What is never changed in place, whatever it is part of: copies share it. It is also the bulk. */
const SHARED: ReadonlySet<string> = new Set(["scenario", "missTables", "spec", "policy"]);

/**
 * A copy of the chip that evolves independently, for search and what-if. Scenario, policies and all that has finished
 * stay shared.
 */
export function cloneChip(chip: ReadonlyChip): Chip {
	return copy(chip as Chip);
}

/**
 * Deep copy of plain data. An object's copy has its fields in the same order and an array's copy is of the same
 * kind, so that code made fast for a chip is fast for its copies. Holes of sparse arrays stay holes. The elements
 * of an array all have the same fields.
 */
function copy<Data>(data: Data): Data {
	if (!Array.isArray(data)) return copyObject(data as object, nestedIn(data as object)) as Data;
	if (typeof data[0] !== "object") return data.slice() as Data;
	const nested = Array.isArray(data[0]) ? undefined : nestedIn(data[0]);
	return data.map((each) => {
		if (nested === undefined) return copy(each);
		return hasFinished(each) ? each : copyObject(each, nested);
	}) as Data;
}

/** Whether it is a thread or a job that has finished: nothing about it changes any more, and late in a round most have. */
function hasFinished({ finishNs = NEVER_NS }: { readonly finishNs?: number }): boolean {
	return finishNs !== NEVER_NS;
}

function copyObject(data: object, nested: readonly string[]): object {
	const made = { ...data } as Record<string, unknown>;
	for (const key of nested) {
		const value = made[key];
		// Most lists of most threads are empty, and then shared by all: whoever puts something in makes its own.
		if (value !== NOTHING) made[key] = copy(value);
	}
	return made;
}

/** The fields that hold what is to be copied in turn. */
function nestedIn(data: object): string[] {
	const nested: string[] = [];
	for (const key in data) {
		const value = (data as Record<string, unknown>)[key];
		if (typeof value === "object" && value !== null && !SHARED.has(key)) nested.push(key);
	}
	return nested;
}
