import type { Kysely } from "kysely";
import type { ProbeMoment, ProbeTally } from "#shared/class/probe-tally.ts";
import type { Tables } from "./schema.ts";

export type ProbeRecords = ReturnType<typeof createProbeRecords>;

/** What a class answered at one moment, without anybody's name. */
export type ClassProbe = {
	readonly code: string;
	readonly teacher: string;
	readonly moment: ProbeMoment;
	readonly atMs: number;
	readonly tally: ProbeTally;
};

export function createProbeRecords(db: Kysely<Tables>) {
	return {
		/** Replaces what was saved of this class and moment. */
		async save({ tally, ...probe }: ClassProbe): Promise<void> {
			const { sheets, counts } = tally;
			const told = { sheets, counts: JSON.stringify(counts) };
			await db
				.insertInto("probes")
				.values({ ...probe, ...told })
				.onConflict((conflict) => conflict.columns(["code", "moment"]).doUpdateSet(told))
				.execute();
		},

		/** A teacher's, newest class first. */
		async list(teacher: string): Promise<ClassProbe[]> {
			const rows = await db
				.selectFrom("probes")
				.selectAll()
				.where("teacher", "=", teacher)
				.orderBy("atMs", "desc")
				.execute();
			return rows.map(({ sheets, counts, ...row }) => ({
				...row,
				tally: { sheets, counts: JSON.parse(counts) },
			}));
		},
	};
}
