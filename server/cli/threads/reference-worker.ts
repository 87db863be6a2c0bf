import { parentPort } from "node:worker_threads";
import { type BuiltInChip, searchOfBuiltIn } from "#shared/evaluation/built-in-chips.ts";
import type { Reference } from "#shared/lessons/outcome.ts";
import { findMachineReference, findReferences } from "#shared/result/references.ts";
import type { BuiltInEntry } from "../../references/built-in.ts";
import { keyOf } from "../../references/key.ts";

/** The same chip follows itself, with other seats held: its best at machine speed is searched for once. */
let known: { readonly key: string; readonly machine: Reference } | undefined;

/** Searches for what each chip that it is told of is held against, one after the other. */
parentPort?.on("message", (chip: BuiltInChip) => {
	const search = searchOfBuiltIn(chip);
	const key = keyOf({ ...search, held: [] });
	if (known?.key !== key) known = { key, machine: findMachineReference(search) };
	const entry: BuiltInEntry = { ...chip, ...findReferences(search, known.machine), key: keyOf(search) };
	parentPort?.postMessage(entry);
});
