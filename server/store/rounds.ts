import type { Kysely } from "kysely";
import { peopleIn } from "#shared/class/experiment.ts";
import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import type { DeepReadonly } from "#shared/lib/deep-readonly.ts";
import { readStored, type StoredKind, writeStored } from "#shared/lib/stored.ts";
import {
	type FoundRound,
	type PlayedRound,
	type RoundSummary,
	readRound,
	readSummary,
	type StudentEvidence,
	SUMMARY,
} from "./round-row.ts";
import type { Tables } from "./schema.ts";
import { STORED } from "./stored-kinds.ts";
import { isNotNewer, type ReadValue } from "./unreadable.ts";

export type RoundRecords = ReturnType<typeof createRoundRecords>;

export function createRoundRecords(db: Kysely<Tables>, read: ReadValue) {
	return { ...roundReaders(db, read), ...roundWriters(db) };
}

/** The functions that read rounds. */
function roundReaders(db: Kysely<Tables>, read: ReadValue) {
	return {
		/** A teacher's rounds, newest first. */
		async list(teacher: string): Promise<RoundSummary[]> {
			const rows = await db
				.selectFrom("rounds")
				.select(SUMMARY)
				.where("teacher", "=", teacher)
				.orderBy("playedMs", "desc")
				.orderBy("id")
				.execute();
			return rows.map((row) => readSummary(row, read));
		},

		/** All rounds of a lesson that a class has played, in no particular order. */
		async ofLesson(code: string, lesson: string): Promise<RoundSummary[]> {
			const rows = await db
				.selectFrom("rounds")
				.select(SUMMARY)
				.where("code", "=", code)
				.where("lesson", "=", lesson)
				.execute();
			return rows.map((row) => readSummary(row, read));
		},

		async find(id: string): Promise<FoundRound | undefined> {
			const row = await db.selectFrom("rounds").selectAll().where("id", "=", id).executeTakeFirst();
			return row === undefined ? undefined : readRound(row, read);
		},

		async has(id: string): Promise<boolean> {
			const row = await db.selectFrom("rounds").select("id").where("id", "=", id).executeTakeFirst();
			return row !== undefined;
		},
	};
}

/** The functions that change rounds. */
function roundWriters(db: Kysely<Tables>) {
	return {
		/** Saves a round. Saving it again changes nothing. */
		async save(round: PlayedRound): Promise<void> {
			await db
				.insertInto("rounds")
				.values(toRow(round))
				.onConflict((conflict) => conflict.column("id").doNothing())
				.execute();
		},

		async setOutcome(id: string, outcome: RoundOutcome): Promise<void> {
			await db
				.updateTable("rounds")
				.set({ outcome: writeStored(STORED.outcome, outcome) })
				.where("id", "=", id)
				.where(isNotNewer("outcome", STORED.outcome))
				.execute();
		},

		async setEvidence(id: string, evidence: readonly StudentEvidence[]): Promise<void> {
			await db
				.updateTable("rounds")
				.set({ evidence: evidenceText(evidence) })
				.where("id", "=", id)
				.where(isNotNewer("evidence", STORED.evidence))
				.execute();
		},

		async delete(id: string): Promise<void> {
			await db.deleteFrom("rounds").where("id", "=", id).execute();
		},

		/**
		 * Removes the names from rounds played before `beforeMs`. Damaged values may hold names, and are emptied.
		 * Values written by a newer program stay.
		 */
		async forgetNames(beforeMs: number): Promise<void> {
			const rows = await db
				.selectFrom("rounds")
				.select(["id", "seats", "predictions", "evidence"])
				.where("playedMs", "<", beforeMs)
				.execute();
			for (const row of rows) {
				const { seats, predictions, evidence } = withoutNames(row);
				if (seats === row.seats && predictions === row.predictions && evidence === row.evidence) continue;
				await db
					.updateTable("rounds")
					.set({ seats, predictions, evidence })
					.where("id", "=", row.id)
					.execute();
			}
		},
	};
}

function toRow(round: PlayedRound): Tables["rounds"] {
	const { header, commands, turns } = round.log;
	return {
		id: round.id,
		code: round.code,
		teacher: round.teacher,
		lesson: header.lesson,
		playedMs: round.playedMs,
		turns,
		chips: header.chips.length,
		students: peopleIn(round.seats, round.experiment),
		header: writeStored(STORED.header, header),
		commands: writeStored(STORED.commands, commands),
		seats: writeStored(STORED.seats, round.seats),
		predictions: writeStored(STORED.predictions, round.predictions),
		teams: writeStored(STORED.teams, round.teams),
		outcome: round.outcome === undefined ? null : writeStored(STORED.outcome, round.outcome),
		experiment: round.experiment === undefined ? null : writeStored(STORED.experiment, round.experiment),
		evidence: evidenceText(round.evidence),
	};
}

function evidenceText(evidence: readonly StudentEvidence[]): string | null {
	return evidence.length === 0 ? null : writeStored(STORED.evidence, evidence);
}

type Named = Pick<Tables["rounds"], "seats" | "predictions" | "evidence">;

function withoutNames({ seats, predictions, evidence }: Named): Named {
	const hide = (name: string | null) => (name === null ? null : "");
	return {
		seats: rewrite(STORED.seats, seats, (chips) => chips.map((chip) => chip.map(hide))),
		predictions: rewrite(STORED.predictions, predictions, (all) =>
			all.map(({ value }) => ({ name: "", value })),
		),
		evidence:
			evidence === null
				? null
				: rewrite(STORED.evidence, evidence, (all) => all.map((shown) => ({ ...shown, name: "" }))),
	};
}

/**
 * Applies `change` to a stored list. Returns an empty list if it is damaged, and the same text if a newer program
 * wrote it.
 */
function rewrite<Item>(
	kind: StoredKind<Item[]>,
	text: string,
	change: (items: readonly Item[]) => DeepReadonly<Item[]>,
): string {
	const list = readStored(kind, text);
	if (list.ok) return writeStored(kind, change(list.value));
	return list.reason.is === "newer" ? text : writeStored(kind, []);
}
