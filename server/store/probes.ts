import type { Kysely } from "kysely";
import type { ProbeMoment, ProbeTally } from "#shared/class/probe-tally.ts";
import { writeStored } from "#shared/lib/stored.ts";
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

		/** A teacher's probes, newest class first. */
		async list(teacher: string): Promise<FoundProbe[]> {
			const rows = await db
				.selectFrom("probes")
				.selectAll()
				.where("teacher", "=", teacher)
				.orderBy("atMs", "desc")
				.execute();
			return rows.map(({ sheets, counts: text, ...row }) => {
				const place = { table: "probes", key: `${row.code} ${row.moment}`, column: "counts" } as const;
				const counts = read(STORED.counts, place, text);
				return counts.ok
					? { ...row, tally: { sheets, counts: counts.value } }
					: { ...row, tally: undefined, unreadable: counts.reason };
			});
		},
	};
}
