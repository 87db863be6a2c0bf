import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { LESSON_IDS, LEVELS } from "#shared/lessons/ids.ts";
import type { DeepReadonly } from "#shared/lib/deep-readonly.ts";
import { ok, type Result, refuse } from "#shared/lib/result.ts";
import { findPolicy } from "#shared/policies/table.ts";
import type { ChipReferences } from "#shared/result/references.ts";

const FILE = new URL("./built-in.json", import.meta.url);
/** What makes that file. */
export const REFRESH = "npm run --silent sim -- references";

/** What the search calls a schedule that no policy has made. */
const OWN_PLAN = "plan";

const reference = z.strictObject({
	policy: z
		.string()
		.refine((id) => id === OWN_PLAN || findPolicy(id) !== undefined, { error: "there is no such policy" }),
	pace: z.enum(["human", "machine"]),
	value: z.number(),
});

const entry = z.strictObject({
	lesson: z.enum(LESSON_IDS),
	level: z.enum(LEVELS),
	seed: z.int().min(0).max(0xffff_ffff),
	/** By index; 0 where the lesson has no sides. */
	side: z.int().min(0),
	cores: z.int().min(1),
	/** Seats that people hold. */
	held: z.array(z.int().min(0)),
	naive: reference,
	best: reference,
	machine: reference,
	/** `keyOf` of what was searched for: the rest of the line only says it to a reader. */
	key: z.base64(),
});

/** A chip of a built-in round, and what it is held against. */
export type BuiltInEntry = DeepReadonly<z.infer<typeof entry>>;

/** References by `keyOf` what they are searched with. */
export type KnownReferences = ReadonlyMap<string, ChipReferences>;

/** What the file says of the built-in rounds; else why it cannot be used, for the log. */
export function readBuiltIn(
	read: () => string = () => readFileSync(FILE, "utf8"),
): Result<KnownReferences, string> {
	try {
		const entries = z.array(entry).parse(JSON.parse(read()));
		return ok(new Map(entries.map(({ key, naive, best, machine }) => [key, { naive, best, machine }])));
	} catch (error) {
		return refuse(`${reasonOf(error)} (\`${REFRESH}\` makes the file anew)`);
	}
}

/** One line for each chip. */
export function writeBuiltIn(entries: readonly BuiltInEntry[]): void {
	writeFileSync(FILE, `[\n${entries.map((one) => JSON.stringify(one)).join(",\n")}\n]\n`);
}

function reasonOf(error: unknown): string {
	if (error instanceof z.ZodError) return z.prettifyError(error);
	return error instanceof Error ? error.message : String(error);
}
