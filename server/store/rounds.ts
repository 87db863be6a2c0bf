import type { Kysely } from "kysely";
import type { ClassResult } from "#shared/brain/class-result.ts";
import { peopleIn } from "#shared/class/experiment.ts";
import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import type { ConceptEvidence } from "#shared/result/evidence.ts";
import type { RoundHeader, RoundLog, StampedCommand } from "#shared/round/round.ts";
import type { Tables } from "./schema.ts";

export type RoundRecords = ReturnType<typeof createRoundRecords>;

/** Names by chip and seat, null where a bot sat. */
export type SeatNames = readonly (readonly (string | null)[])[];
export type NamedPrediction = { readonly name: string; readonly value: number };

/** What one student showed of the concepts of a round's lesson. */
export type StudentEvidence = { readonly name: string; readonly concepts: readonly ConceptEvidence[] };

/** A round that was played, as it is kept. */
export type PlayedRound = {
	readonly id: string;
	readonly code: string;
	readonly teacher: string;
	readonly playedMs: number;
	readonly log: RoundLog;
	readonly seats: SeatNames;
	readonly predictions: readonly NamedPrediction[];
	/** Absent until it is measured. */
	readonly outcome: RoundOutcome | undefined;
	/** What the class measured on itself, where the lesson was an experiment: of nobody in particular. */
	readonly experiment: ClassResult | undefined;
	/** What each student showed; empty until it is measured, and in lessons without concepts. */
	readonly evidence: readonly StudentEvidence[];
};

/** What a list shows of a round. */
export type RoundSummary = Omit<PlayedRound, "log" | "seats" | "predictions" | "evidence"> & {
	readonly lesson: string;
	readonly turns: number;
	readonly chips: number;
	readonly students: number;
};

const SUMMARY = [
	"id",
	"code",
	"teacher",
	"lesson",
	"playedMs",
	"turns",
	"chips",
	"students",
	"outcome",
	"experiment",
] as const;

export function createRoundRecords(db: Kysely<Tables>) {
	return {
		/** Saving a round again changes nothing. */
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
				.set({ outcome: JSON.stringify(outcome) })
				.where("id", "=", id)
				.execute();
		},

		async setEvidence(id: string, evidence: readonly StudentEvidence[]): Promise<void> {
			await db
				.updateTable("rounds")
				.set({ evidence: JSON.stringify(evidence) })
				.where("id", "=", id)
				.execute();
		},

		/** A teacher's rounds, newest first. */
		async list(teacher: string): Promise<RoundSummary[]> {
			const rows = await db
				.selectFrom("rounds")
				.select(SUMMARY)
				.where("teacher", "=", teacher)
				.orderBy("playedMs", "desc")
				.orderBy("id")
				.execute();
			return rows.map(toSummary);
		},

		/** All that a class played of a lesson. */
		async ofLesson(code: string, lesson: string): Promise<RoundSummary[]> {
			const rows = await db
				.selectFrom("rounds")
				.select(SUMMARY)
				.where("code", "=", code)
				.where("lesson", "=", lesson)
				.execute();
			return rows.map(toSummary);
		},

		async find(id: string): Promise<PlayedRound | undefined> {
			const row = await db.selectFrom("rounds").selectAll().where("id", "=", id).executeTakeFirst();
			return row === undefined ? undefined : fromRow(row);
		},

		async delete(id: string): Promise<void> {
			await db.deleteFrom("rounds").where("id", "=", id).execute();
		},

		/** Takes the names out of the rounds played before `beforeMs`. */
		async forgetNames(beforeMs: number): Promise<void> {
			const rows = await db.selectFrom("rounds").selectAll().where("playedMs", "<", beforeMs).execute();
			for (const row of rows) {
				const { seats, predictions, evidence } = withoutNames(fromRow(row));
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
		header: JSON.stringify(header),
		commands: JSON.stringify(commands),
		seats: JSON.stringify(round.seats),
		predictions: JSON.stringify(round.predictions),
		outcome: round.outcome === undefined ? null : JSON.stringify(round.outcome),
		experiment: round.experiment === undefined ? null : JSON.stringify(round.experiment),
		evidence: evidenceText(round.evidence),
	};
}

// What this file wrote as JSON it reads back as the same type.
function fromRow(row: Tables["rounds"]): PlayedRound {
	const header: RoundHeader = JSON.parse(row.header);
	const commands: StampedCommand[] = JSON.parse(row.commands);
	return {
		id: row.id,
		code: row.code,
		teacher: row.teacher,
		playedMs: row.playedMs,
		log: { header, commands, turns: row.turns },
		seats: JSON.parse(row.seats),
		predictions: JSON.parse(row.predictions),
		outcome: parse(row.outcome),
		experiment: parse(row.experiment),
		evidence: parse(row.evidence) ?? [],
	};
}

function evidenceText(evidence: readonly StudentEvidence[]): string | null {
	return evidence.length === 0 ? null : JSON.stringify(evidence);
}

function toSummary(row: Pick<Tables["rounds"], (typeof SUMMARY)[number]>): RoundSummary {
	return { ...row, outcome: parse(row.outcome), experiment: parse(row.experiment) };
}

/** As with `fromRow`, the type is that of what was written. */
function parse<Written>(json: string | null): Written | undefined {
	return json === null ? undefined : JSON.parse(json);
}

function withoutNames(round: PlayedRound): Pick<Tables["rounds"], "seats" | "predictions" | "evidence"> {
	const hide = (name: string | null) => (name === null ? null : "");
	return {
		seats: JSON.stringify(round.seats.map((chip) => chip.map(hide))),
		predictions: JSON.stringify(round.predictions.map(({ value }) => ({ name: "", value }))),
		evidence: evidenceText(round.evidence.map(({ concepts }) => ({ name: "", concepts }))),
	};
}
