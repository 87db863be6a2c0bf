import { createHash } from "node:crypto";
import { type ChipReferences, findReferences, type ReferenceSearch } from "#shared/round/references.ts";

/** Some 500 bytes each; more than are played at a time, with a lot of homework. */
const KEPT_MOST = 1_000;

export type ReferenceMemory = {
	readonly has: (search: ReferenceSearch) => boolean;
	/** Searches once: the same lesson, scenario, seed and time are found in memory from then on. */
	readonly find: (search: ReferenceSearch) => ChipReferences;
};

/**
 * What was found, by everything that it depends on. Only in memory: after a restart the same search finds the same,
 * and a newer program, with other policies, must not be told what an older one has found.
 */
export function createReferenceMemory(search: typeof findReferences = findReferences): ReferenceMemory {
	const found = new Map<string, ChipReferences>();
	return {
		has: (wanted) => found.has(keyOf(wanted)),
		find: (wanted) => {
			const key = keyOf(wanted);
			const references = found.get(key) ?? search(wanted);
			// What was asked for last is forgotten last.
			found.delete(key);
			found.set(key, references);
			for (const oldest of found.keys()) {
				if (found.size <= KEPT_MOST) break;
				found.delete(oldest);
			}
			return references;
		},
	};
}

function keyOf({ lesson, scenario, seed, timeNs }: ReferenceSearch): string {
	return createHash("sha256")
		.update(JSON.stringify([lesson, scenario, seed, timeNs]))
		.digest("base64");
}
