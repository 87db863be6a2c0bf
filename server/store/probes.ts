import type { Kysely } from "kysely";
import type { ProbeMoment, ProbeTally } from "#shared/class/probe-tally.ts";
import { writeStored } from "#shared/lib/stored.ts";
import { PLAIN, readPlain } from "./plain-columns.ts";
import type { Tables } from "./schema.ts";
import { STORED } from "./stored-kinds.ts";
import { isNotNewer, type ReadValue, type UnreadableValue } from "./unreadable.ts";

export type ProbeRecords = ReturnType<typeof createProbeRecords>;

/** What a class answered at one moment, without names. */
type ClassProbe = {
	readonly code: string;
	readonly teacher: string;
	readonly moment: ProbeMoment;
	readonly atMs: number;
	readonly tally: ProbeTally;
};

/** The same as found in the store. Without its tally if that cannot be read. */
export type FoundProbe = Omit<ClassProbe, "tally"> & {
	readonly tally: ProbeTally | undefined;
	readonly unreadable?: UnreadableValue;
};

export function createProbeRecords(db: Kysely<Tables>, read: ReadValue) {
	return {
		/** Replaces what was saved for this class and moment. */
		async save({ tally, ...probe }: ClassProbe): Promise<void> {
			const { sheets, counts } = tally;
			const told = { sheets, counts: writeStored(STORED.counts, counts) };
			await db
				.insertInto("probes")
				.values({ ...probe, ...told })
				.onConflict((conflict) =>
					conflict
						.columns(["code", "moment"])
						.doUpdateSet(told)
						.where(isNotNewer("probes.counts", STORED.counts)),
				)
				.execute();
		},

		/** A teacher's probes, newest class first. Leaves out a moment that this program does not know. */
		async list(teacher: string): Promise<FoundProbe[]> {
			const rows = await db
				.selectFrom("probes")
				.selectAll()
				.where("teacher", "=", teacher)
				.orderBy("atMs", "desc")
				.execute();
			return rows.flatMap((row) => fromRow(row, read) ?? []);
		},
	};
}

/** undefined, and told in a sentence, if this program does not know the moment. */
function fromRow({ sheets, counts, ...row }: Tables["probes"], read: ReadValue): FoundProbe | undefined {
	const place = { table: "probes", key: `${row.code} ${row.moment}` };
	if (readPlain(read, PLAIN.moment, { ...place, column: "moment" }, row.moment) === undefined)
		return undefined;
	const total = read(PLAIN.count, { ...place, column: "sheets" }, JSON.stringify(sheets));
	const choices = read(STORED.counts, { ...place, column: "counts" }, counts);
	if (total.ok && choices.ok) return { ...row, tally: { sheets: total.value, counts: choices.value } };
	const unreadable = total.ok ? (choices.ok ? undefined : choices.reason) : total.reason;
	return { ...row, tally: undefined, ...(unreadable && { unreadable }) };
}
