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

/** A value that cannot be read, with one sentence that says where it stands and what was expected. */
export type UnreadableValue = Pick<Unreadable, "is"> & { readonly sentence: string };

/** Reads one stored value. */
export type ReadValue = <Value>(
	kind: StoredKind<Value>,
	place: StoredPlace,
	text: string,
) => Result<Value, UnreadableValue>;

/** What cannot be read is told once, however often it is asked for. */
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

/** Whether a column holds nothing that a newer program has written: only then it may be overwritten or deleted. */
export function isNotNewer(column: string, kind: Pick<StoredKind<unknown>, "upcasts">): RawBuilder<SqlBool> {
	const text = sql.ref(column);
	// The version stands first in what is written. Those without one are of version 1.
	const known = Array.from(
		{ length: versionOf(kind) - 1 },
		(_, index) => sql<SqlBool>`${text} like ${`{"version":${index + 2},%`}`,
	);
	const isKnown = sql.join(known, sql` or `);
	return sql<SqlBool>`(${text} is null or ${text} not like ${'{"version":%'} or ${isKnown})`;
}
