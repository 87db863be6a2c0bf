import type { DeepReadonly } from "./deep-readonly.ts";
import { ok, type Result, refuse } from "./result.ts";

/**
 * A kind of value that is stored as JSON with the version of its shape. `upcasts[0]` turns a value of version 1
 * into one of version 2, and so on up to the version written now. Values of version 1 are stored bare; later
 * ones in an envelope, `{ version, value }`.
 */
export type StoredKind<Value> = {
	readonly schema: Schema<Value>;
	readonly upcasts: readonly [Upcast, ...Upcast[]];
};
type Upcast = (older: unknown) => unknown;

/** The part of a zod schema used here, so that code that only writes loads no parser. */
type Schema<Value> = {
	readonly safeParse: (
		data: unknown,
	) =>
		| { readonly success: true; readonly data: Value }
		| { readonly success: false; readonly error: { readonly issues: readonly Issue[] } };
};
type Issue = { readonly path: readonly PropertyKey[]; readonly message: string };

/** Why a stored value cannot be read: a newer program wrote it, or it is damaged. `why` continues a sentence. */
export type Unreadable = { readonly is: "newer" | "damaged"; readonly why: string };

/** The upcast between versions that do not differ in the value. */
export const unchanged: Upcast = (older) => older;

/** The version with which values of the kind are written. */
export function versionOf({ upcasts }: Pick<StoredKind<unknown>, "upcasts">): number {
	return upcasts.length + 1;
}

/** The value as text to be stored, in an envelope. */
export function writeStored<Value>(kind: StoredKind<Value>, value: DeepReadonly<Value>): string {
	return JSON.stringify({ version: versionOf(kind), value });
}

/** Parses stored text of any version. Refuses text of a newer version and text that does not fit the schema. */
export function readStored<Value>(kind: StoredKind<Value>, text: string): Result<Value, Unreadable> {
	let data: unknown;
	try {
		data = JSON.parse(text);
	} catch {
		return damaged("expected JSON");
	}
	const opened = openEnvelope(data);
	if (!opened.ok) return opened;
	const { version, value, isWhole } = opened.value;
	const current = versionOf(kind);
	if (version > current)
		return refuse({
			is: "newer",
			why: `version ${version} was written by a newer Coretet, and this one reads up to ${current}: update it, or restore a backup`,
		});
	if (!isWhole) return damaged("expected version and value, and nothing else");
	const upcast = kind.upcasts.slice(version - 1).reduce((older, change) => change(older), value);
	const parsed = kind.schema.safeParse(upcast);
	return parsed.success ? ok(parsed.data) : damaged(faultOf(parsed.error));
}

/** Where a value is stored; `key`: of the row, as its table has it. */
export type StoredPlace = { readonly table: string; readonly key: string; readonly column: string };

/**
 * Describes an unreadable value in half a sentence: "rounds V9zTGU3AOE0L, outcome, at chips[0].score: expected
 * number, received string".
 */
export function describeUnreadable({ table, key, column }: StoredPlace, { why }: Unreadable): string {
	return `${table} ${key}, ${column}${why.startsWith("at ") ? ", " : ": "}${why}`;
}

/** Describes the first issue: "at chips[0].score: expected number, received string". Throws if there is none. */
export function faultOf({ issues }: { readonly issues: readonly Issue[] }): string {
	const [issue] = issues;
	if (issue === undefined) throw new Error("a schema refuses without an issue");
	const path = issue.path
		.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
		.join("")
		.replace(/^\./, "");
	const message = issue.message.replace(/^Invalid (input|option): /, "");
	return path === "" ? message : `at ${path}: ${message}`;
}

/** An opened envelope. `isWhole`: whether it had a version and a value and nothing else. */
type Opened = { readonly version: number; readonly value: unknown; readonly isWhole: boolean };

/** Opens the envelope; a value without a version is of version 1. */
function openEnvelope(data: unknown): Result<Opened, Unreadable> {
	if (typeof data !== "object" || data === null || !("version" in data))
		return ok({ version: 1, value: data, isWhole: true });
	const { version, ...rest } = data;
	if (typeof version !== "number" || !Number.isSafeInteger(version) || version < 2)
		return damaged("at version: expected a whole number from 2 on");
	const value = "value" in rest ? rest.value : undefined;
	return ok({ version, value, isWhole: "value" in rest && Object.keys(rest).length === 1 });
}

function damaged(why: string): { readonly ok: false; readonly reason: Unreadable } {
	return refuse({ is: "damaged", why });
}
