import { z } from "zod";
import { PROBE_MOMENTS } from "#shared/class/probe-tally.ts";
import { LESSON_IDS, LEVELS } from "#shared/lessons/ids.ts";
import { type StoredKind, type StoredPlace, unchanged } from "#shared/lib/stored.ts";
import { TURNS_MAX } from "#shared/round/round-file.ts";
import type { ReadValue } from "./unreadable.ts";

const count = z.int().min(0);
const plain = <Value>(schema: z.ZodType<Value>) => ({ schema, upcasts: [unchanged] }) as const;

/** Columns that hold a plain value. A newer program may have written a word that this one does not know. */
export const PLAIN = {
	count: plain(count),
	turns: plain(count.max(TURNS_MAX)),
	lesson: plain(z.enum(LESSON_IDS, { error: "there is no such lesson" })),
	level: plain(z.enum(LEVELS)),
	moment: plain(z.enum(PROBE_MOMENTS)),
} as const;

/** The value of a plain column; undefined, and told in a sentence, if it is not of its kind. */
export function readPlain<Value>(
	read: ReadValue,
	kind: StoredKind<Value>,
	place: StoredPlace,
	value: string | number,
): Value | undefined {
	const found = read(kind, place, JSON.stringify(value));
	return found.ok ? found.value : undefined;
}
