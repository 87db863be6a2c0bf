import { type RawBuilder, type SqlBool, sql } from "kysely";
import { ok, type Result, refuse } from "#shared/lib/result.ts";
import {
	describeUnreadable,
	readStored,
	type StoredKind,
	type StoredPlace,
	type Unreadable,
	versionOf,
} from "#shared/lib/stored.ts";

/** A value that cannot be read, with a sentence that says where it is stored and what was expected. */
export type UnreadableValue = Pick<Unreadable, "is"> & { readonly sentence: string };

/** Reads one stored value, brought up to its current version, or says why it cannot be read. */
export type ReadValue = <Value>(
	kind: StoredKind<Value>,
	place: StoredPlace,
	text: string,
) => Result<Value, UnreadableValue>;

/** Returns a reader that calls `tell` once for each unreadable value, however often it is read. */
export function createReader(tell: (sentence: string) => void): ReadValue {
	const told = new Set<string>();
	return (kind, place, text) => {
		const read = readStored(kind, text);
		if (read.ok) return ok(read.value);
		const sentence = `${describeUnreadable(place, read.reason)}.`;
		if (!told.has(sentence)) {
			told.add(sentence);
			tell(sentence);
		}
		return refuse({ is: read.reason.is, sentence });
	};
}

/** Whether a column holds nothing written by a newer program. Only then may it be overwritten or deleted. */
export function isNotNewer(column: string, kind: Pick<StoredKind<unknown>, "upcasts">): RawBuilder<SqlBool> {
	const text = sql.ref(column);
	// The version comes first in the text. Values without one are of version 1.
	const known = Array.from(
		{ length: versionOf(kind) - 1 },
		(_, index) => sql<SqlBool>`${text} like ${`{"version":${index + 2},%`}`,
	);
	const isKnown = sql.join(known, sql` or `);
	return sql<SqlBool>`(${text} is null or ${text} not like ${'{"version":%'} or ${isKnown})`;
}
