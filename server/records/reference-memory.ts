import type { Reference } from "#shared/lessons/outcome.ts";
import { type ChipReferences, findReferences, type ReferenceSearch } from "#shared/result/references.ts";
import type { KnownReferences } from "../references/built-in.ts";
import { keyOf } from "../references/key.ts";

/** Number of references kept, about 500 bytes each. More than are played at a time, even with a lot of homework. */
const KEPT_MAX = 1_000;

export type ReferenceMemory = {
	readonly has: (search: ReferenceSearch) => boolean;
	/** The references for a search. Only the first call with the same lesson, scenario, seed and time has to search. */
	readonly find: (search: ReferenceSearch) => ChipReferences;
};

/**
 * References by everything that they depend on: those built in, and those found since, which are kept in memory only.
 * After a restart the same search finds the same, while a newer program with other policies must not use what an
 * older one found.
 */
export function createReferenceMemory(
	builtIn: KnownReferences = new Map(),
	search: typeof findReferences = findReferences,
): ReferenceMemory {
	const found = new Map<string, ChipReferences>();
	/** Of the same chip whoever holds which seat. */
	const machines = new Map<string, Reference>();
	return {
		has: (wanted) => {
			const key = keyOf(wanted);
			return builtIn.has(key) || found.has(key);
		},
		find: (wanted) => {
			const key = keyOf(wanted);
			const known = builtIn.get(key);
			if (known !== undefined) return known;
			const machineKey = keyOf({ ...wanted, held: [] });
			const references = found.get(key) ?? search(wanted, machines.get(machineKey));
			keep(found, key, references);
			if (references.machine.pace === "machine") keep(machines, machineKey, references.machine);
			return references;
		},
	};
}

/** Keeps the least recently used first, to be evicted first. */
function keep<Value>(kept: Map<string, Value>, key: string, value: Value): void {
	kept.delete(key);
	kept.set(key, value);
	for (const oldest of kept.keys()) {
		if (kept.size <= KEPT_MAX) break;
		kept.delete(oldest);
	}
}
