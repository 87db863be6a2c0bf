import { type ChipReferences, findReferences, type ReferenceSearch } from "#shared/result/references.ts";
import type { KnownReferences } from "../references/built-in.ts";
import { keyOf } from "../references/key.ts";

/** Some 500 bytes each; more than are played at a time, with a lot of homework. */
const KEPT_MAX = 1_000;

export type ReferenceMemory = {
	readonly has: (search: ReferenceSearch) => boolean;
	/** Searches once: the same lesson, scenario, seed and time are found in memory from then on. */
	readonly find: (search: ReferenceSearch) => ChipReferences;
};

/**
 * What is built in and what was found, by everything that it depends on. What was found only in memory: after a
 * restart the same search finds the same, and a newer program, with other policies, must not be told what an older
 * one has found.
 */
export function createReferenceMemory(
	builtIn: KnownReferences = new Map(),
	search: typeof findReferences = findReferences,
): ReferenceMemory {
	const found = new Map<string, ChipReferences>();
	return {
		has: (wanted) => {
			const key = keyOf(wanted);
			return builtIn.has(key) || found.has(key);
		},
		find: (wanted) => {
			const key = keyOf(wanted);
			const known = builtIn.get(key);
			if (known !== undefined) return known;
			const references = found.get(key) ?? search(wanted);
			// What was asked for last is forgotten last.
			found.delete(key);
			found.set(key, references);
			for (const oldest of found.keys()) {
				if (found.size <= KEPT_MAX) break;
				found.delete(oldest);
			}
			return references;
		},
	};
}
