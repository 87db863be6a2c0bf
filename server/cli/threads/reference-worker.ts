import { parentPort } from "node:worker_threads";
import { type BuiltInChip, searchOfBuiltIn } from "#shared/evaluation/built-in-chips.ts";
import { findReferences } from "#shared/result/references.ts";
import type { BuiltInEntry } from "../../references/built-in.ts";
import { keyOf } from "../../references/key.ts";

/** Searches for what each chip that it is told of is held against, one after the other. */
parentPort?.on("message", (chip: BuiltInChip) => {
	const search = searchOfBuiltIn(chip);
	const entry: BuiltInEntry = { ...chip, ...findReferences(search), key: keyOf(search) };
	parentPort?.postMessage(entry);
});
