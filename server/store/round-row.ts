import type { z } from "zod";
import type { ClassResult } from "#shared/brain/class-result.ts";
import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import type { DeepReadonly } from "#shared/lib/deep-readonly.ts";
import type { StoredKind } from "#shared/lib/stored.ts";
import type { studentEvidenceFile } from "#shared/result/evidence-file.ts";
import type { RoundLog } from "#shared/round/round.ts";
import { PLAIN } from "./plain-columns.ts";
import type { Tables } from "./schema.ts";
import { STORED } from "./stored-kinds.ts";
import type { ReadValue, UnreadableValue } from "./unreadable.ts";

/** Names by chip and seat; null where a bot sat. */
export type SeatNames = readonly (readonly (string | null)[])[];
export type NamedPrediction = { readonly name: string; readonly value: number };

/** What one student showed in a round. */
export type StudentEvidence = DeepReadonly<z.infer<typeof studentEvidenceFile>>;

/** A round that was played, as it is kept. */
export type PlayedRound = {
	readonly id: string;
	readonly code: string;
	readonly teacher: string;
	readonly playedMs: number;
	readonly log: RoundLog;
	readonly seats: SeatNames;
	readonly predictions: readonly NamedPrediction[];
	/** By chip the number of the team that played it; null: nobody, or nobody's team. Empty before there were teams. */
	readonly teams: readonly (number | null)[];
	/** undefined until the round is measured. */
	readonly outcome: RoundOutcome | undefined;
	/** What the class measured on itself, if the lesson was an experiment. It names nobody. */
	readonly experiment: ClassResult | undefined;
	/** What each student showed; empty until the round is measured, and in lessons without concepts. */
	readonly evidence: readonly StudentEvidence[];
};

/** The parts of a round that cannot be read, by column; absent if there are none. Such a column counts as empty. */
type Gaps = { readonly unreadable?: Readonly<Partial<Record<RoundColumn, UnreadableValue>>> };
type RoundColumn =
	| "turns"
	| "chips"
	| "students"
	| "header"
	| "commands"
	| "seats"
	| "predictions"
	| "teams"
	| "outcome"
	| "experiment"
	| "evidence";

/** What a list shows of a round. */
export type RoundSummary = Gaps &
	Omit<PlayedRound, "log" | "seats" | "predictions" | "evidence"> & {
		readonly lesson: string;
		readonly turns: number;
		readonly chips: number;
		readonly students: number;
	};

/** A round as far as it can be read. */
export type FoundRound = Gaps &
	Omit<PlayedRound, "log"> & {
		readonly lesson: string;
		/** undefined if the header or the commands cannot be read. */
		readonly log: RoundLog | undefined;
	};

export const SUMMARY = [
	"id",
	"code",
	"teacher",
	"lesson",
	"playedMs",
	"turns",
	"chips",
	"students",
	"teams",
	"outcome",
	"experiment",
] as const;

export function readSummary(
	row: Pick<Tables["rounds"], (typeof SUMMARY)[number]>,
	read: ReadValue,
): RoundSummary {
	const values = openValues(row.id, read);
	const outcome = values.of("outcome", STORED.outcome, row.outcome);
	const experiment = values.of("experiment", STORED.experiment, row.experiment);
	const turns = values.of("turns", PLAIN.turns, JSON.stringify(row.turns)) ?? 0;
	const chips = values.of("chips", PLAIN.count, JSON.stringify(row.chips)) ?? 0;
	const students = values.of("students", PLAIN.count, JSON.stringify(row.students)) ?? 0;
	const teams = values.of("teams", STORED.teams, row.teams) ?? [];
	return { ...row, turns, chips, students, teams, outcome, experiment, ...values.gaps() };
}

export function readRound(row: Tables["rounds"], read: ReadValue): FoundRound {
	const values = openValues(row.id, read);
	const header = values.of("header", STORED.header, row.header);
	const commands = values.of("commands", STORED.commands, row.commands);
	const turns = values.of("turns", PLAIN.turns, JSON.stringify(row.turns));
	const { id, code, teacher, lesson, playedMs } = row;
	return {
		id,
		code,
		teacher,
		lesson,
		playedMs,
		log:
			header === undefined || commands === undefined || turns === undefined
				? undefined
				: { header, commands, turns },
		seats: values.of("seats", STORED.seats, row.seats) ?? [],
		predictions: values.of("predictions", STORED.predictions, row.predictions) ?? [],
		teams: values.of("teams", STORED.teams, row.teams) ?? [],
		outcome: values.of("outcome", STORED.outcome, row.outcome),
		experiment: values.of("experiment", STORED.experiment, row.experiment),
		evidence: values.of("evidence", STORED.evidence, row.evidence) ?? [],
		...values.gaps(),
	};
}

/** Returns `of`, which reads one value of the row, and `gaps`, which tells what could not be read so far. */
function openValues(key: string, read: ReadValue) {
	const unreadable: Partial<Record<RoundColumn, UnreadableValue>> = {};
	return {
		of<Value>(column: RoundColumn, kind: StoredKind<Value>, text: string | null): Value | undefined {
			if (text === null) return undefined;
			const value = read(kind, { table: "rounds", key, column }, text);
			if (value.ok) return value.value;
			unreadable[column] = value.reason;
			return undefined;
		},
		gaps: (): Gaps => (Object.keys(unreadable).length === 0 ? {} : { unreadable }),
	};
}
