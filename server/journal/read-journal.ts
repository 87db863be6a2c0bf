import type { ClassEvent } from "#shared/class/class-event.ts";
import { CLASS_EVENT_TYPES, storedClassEvent } from "#shared/class/class-event-file.ts";
import type { LostEvent } from "#shared/class/recorded-class.ts";
import { describeUnreadable, readStored, type Unreadable } from "#shared/lib/stored.ts";
import type { JournalRow } from "../store/journal-records.ts";

/** An event from the journal: either read, or lost, with half a sentence that says where and why. */
export type RecordedEvent = ClassEvent | (LostEvent & Pick<Unreadable, "is"> & { readonly why: string });

/** The events of class `code`, in order. A gap in the sequence counts as one lost event. */
export function readJournal(
	code: string,
	rows: readonly Pick<JournalRow, "sequence" | "event">[],
): RecordedEvent[] {
	const events: RecordedEvent[] = [];
	let next = 0;
	for (const { sequence, event } of rows) {
		if (sequence !== next) events.push(missing(code, next, sequence - 1));
		events.push(readEvent(`${code} ${sequence}`, event));
		next = sequence + 1;
	}
	return events;
}

function readEvent(key: string, text: string): RecordedEvent {
	const read = readStored(storedClassEvent, text);
	if (read.ok) return read.value;
	const why = describeUnreadable({ table: "journal", key, column: "event" }, read.reason);
	return { type: "lost", kind: kindIn(text), is: read.reason.is, why };
}

function missing(code: string, first: number, last: number): RecordedEvent {
	const keys = first === last ? `${code} ${first}` : `${code} ${first} to ${last}`;
	return {
		type: "lost",
		kind: undefined,
		is: "damaged",
		why: `journal ${keys}: expected an event, found none`,
	};
}

/** The kind of an event that cannot be read otherwise; undefined if its text does not tell. */
function kindIn(text: string): LostEvent["kind"] {
	const named = /^\{(?:"version":\d+,"value":\{)?"turn":\d+,"type":"(\w+)"/.exec(text)?.[1];
	return CLASS_EVENT_TYPES.find((type) => type === named);
}
