import { type Request, Router } from "express";
import type { ChipOutcome, RoundOutcome } from "#shared/lessons/outcome.ts";
import { mean } from "#shared/lib/statistics.ts";
import type { RoundAnswer, RoundRow } from "#shared/protocol/http.ts";
import type { RoundLog } from "#shared/round/round.ts";
import type { ExportedRound } from "#shared/round/round-file.ts";
import type { SignIn } from "../auth/sign-in.ts";
import type { Measurer } from "../records/measurer.ts";
import { relatedRounds } from "../records/related-rounds.ts";
import type { JournalRecords } from "../store/journal-records.ts";
import type { FoundRound, RoundSummary } from "../store/round-row.ts";
import type { RoundRecords } from "../store/rounds.ts";
import { HttpError } from "./errors.ts";
import { roundsAsCsv } from "./rounds-csv.ts";
import { needTeacher } from "./teacher.ts";

type Deps = {
	readonly rounds: RoundRecords;
	readonly journal: JournalRecords;
	/** Whether the class with this code is open, or waits for a newer program that can open it. */
	readonly isOpen: (code: string) => Promise<boolean>;
	readonly measurer: Measurer;
	readonly signIn: SignIn;
};

/** Routes for rounds that were played, for their teacher only. */
export function createRoundRoutes(deps: Deps): Router {
	const router = Router();

	router.get("/rounds", async (request, response) => {
		response.json(await listRows(deps, request));
	});

	router.get("/rounds.csv", async (request, response) => {
		const csv = roundsAsCsv(await listRows(deps, request));
		response.attachment("coretet-rounds.csv").type("text/csv").send(csv);
	});

	router.get("/rounds/:id", async (request, response) => {
		const answer = await answerOf(deps, await findOwn(deps, request, request.params.id));
		response.json(answer);
	});

	router.get("/rounds/:id/log", async (request, response) => {
		const round = await findOwn(deps, request, request.params.id);
		if (round.log === undefined) throw damaged(round);
		response.json(exportOf(round.log, round));
	});

	router.delete("/rounds/:id", async (request, response) => {
		const { id, code } = await findOwn(deps, request, request.params.id);
		if (await deps.isOpen(code))
			throw new HttpError("classOpen", "End the class first, then delete its rounds.");
		await deps.rounds.delete(id);
		// The journal also records, with names, what was done and said.
		await deps.journal.deleteClass(code);
		response.status(204).end();
	});

	return router;
}

function exportOf(log: RoundLog, { outcome, teams }: Pick<FoundRound, "outcome" | "teams">): ExportedRound {
	return {
		...log,
		...(outcome !== undefined && { checksums: outcome.chips.map(({ checksum }) => checksum) }),
		...(teams.length > 0 && { teams: [...teams] }),
	};
}

async function listRows({ rounds, signIn }: Deps, request: Request): Promise<RoundRow[]> {
	const teacher = await needTeacher(request, signIn);
	return (await rounds.list(teacher)).map(toRow);
}

async function findOwn({ rounds, signIn }: Deps, request: Request, id: string): Promise<FoundRound> {
	const teacher = await needTeacher(request, signIn);
	const round = await rounds.find(id);
	if (round === undefined) throw noSuchRound();
	if (round.teacher !== teacher) throw new HttpError("forbidden", "This round belongs to another teacher.");
	return round;
}

function toRow(round: RoundSummary): RoundRow {
	const { id, code, lesson, playedMs, turns, chips, students, teams, outcome } = round;
	// An experiment has no score.
	const scores = round.experiment === undefined ? (outcome?.chips.map(({ score }) => score) ?? []) : [];
	const formula = outcome?.formula ?? null;
	const played = round.experiment === undefined ? (outcome?.chips.map(playedShare) ?? []) : [];
	const row = { id, code, lesson, playedMs, turns, chips, students, teams, scores, formula, played };
	return { ...row, ...gapsOf(round) };
}

function playedShare({ held, played }: ChipOutcome): number | null {
	return held.length === 0 ? null : mean(held.map((seat) => played[seat] ?? 0));
}

async function answerOf(deps: Deps, round: FoundRound): Promise<RoundAnswer> {
	const { id, log, predictions, evidence, experiment } = round;
	const outcome = round.outcome ?? (await measureAgain(deps, round));
	const played = await deps.rounds.ofLesson(round.code, round.lesson);
	const own = played.find((other) => other.id === id);
	if (own === undefined) throw noSuchRound();
	const nobody = log?.header.chips.map(({ seats }) => seats.map(() => null)) ?? [];
	const answer = {
		...toRow({ ...own, outcome }),
		...relatedRounds(played, id),
		seed: outcome.seed,
		seats: round.seats.length === 0 ? nobody : round.seats,
		predictions,
		outcome,
		evidence,
		...gapsOf(round),
	};
	return experiment === undefined ? answer : { ...answer, experiment };
}

/** Measures a stored round again, because its outcome is missing (the server stopped too early) or unreadable. */
async function measureAgain({ rounds, measurer }: Deps, round: FoundRound): Promise<RoundOutcome> {
	if (round.log === undefined) throw damaged(round);
	try {
		const { outcome } = await measurer.measure(round.log);
		await rounds.setOutcome(round.id, outcome);
		return outcome;
	} catch (error) {
		// A round from another version of the simulation cannot be replayed, so that it stays as it is.
		throw round.unreadable === undefined ? error : damaged(round);
	}
}

/** What cannot be read of the stored round, in sentences. */
function gapsOf({ unreadable }: FoundRound | RoundSummary): Pick<RoundRow, "unreadable"> {
	if (unreadable === undefined) return {};
	return {
		unreadable: Object.values(unreadable)
			.map(({ sentence }) => sentence)
			.join(" "),
	};
}

function damaged(round: FoundRound): HttpError {
	return new HttpError("damaged", gapsOf(round).unreadable ?? "This round cannot be read.");
}

function noSuchRound(): HttpError {
	return new HttpError("noSuchRound", "There is no such round; it may have been deleted.");
}
