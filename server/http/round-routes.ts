import { type Request, Router } from "express";
import { peopleIn } from "#shared/class/experiment.ts";
import type { RoundAnswer, RoundRow } from "#shared/protocol/http.ts";
import type { SignIn } from "../auth/sign-in.ts";
import type { Measurer } from "../records/measurer.ts";
import { relatedRounds } from "../records/related-rounds.ts";
import type { JournalRecords } from "../store/journal-records.ts";
import type { PlayedRound, RoundRecords, RoundSummary } from "../store/rounds.ts";
import { HttpError } from "./errors.ts";
import { roundsAsCsv } from "./rounds-csv.ts";
import { needTeacher } from "./teacher.ts";

type Deps = {
	readonly rounds: RoundRecords;
	readonly journal: JournalRecords;
	/** Whether the class of a round can still be opened again from its journal. */
	readonly isOpen: (code: string) => boolean;
	readonly measurer: Measurer;
	readonly signIn: SignIn;
};

/** Rounds that were played, for their teacher and nobody else. */
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
		const { log } = await findOwn(deps, request, request.params.id);
		response.json(log);
	});

	router.delete("/rounds/:id", async (request, response) => {
		const { id, code } = await findOwn(deps, request, request.params.id);
		if (deps.isOpen(code)) throw new HttpError("classOpen", "End the class first, then delete its rounds.");
		await deps.rounds.delete(id);
		// What was done and said in it is in there too, with names.
		await deps.journal.deleteClass(code);
		response.status(204).end();
	});

	return router;
}

async function listRows({ rounds, signIn }: Deps, request: Request): Promise<RoundRow[]> {
	const teacher = await needTeacher(request, signIn);
	return (await rounds.list(teacher)).map(toRow);
}

async function findOwn({ rounds, signIn }: Deps, request: Request, id: string): Promise<PlayedRound> {
	const teacher = await needTeacher(request, signIn);
	const round = await rounds.find(id);
	if (round === undefined)
		throw new HttpError("noSuchRound", "There is no such round; it may have been deleted.");
	if (round.teacher !== teacher) throw new HttpError("forbidden", "This round belongs to another teacher.");
	return round;
}

function toRow(round: RoundSummary): RoundRow {
	const { id, code, lesson, playedMs, turns, chips, students, outcome } = round;
	// Nobody plays for a score in an experiment.
	const scores = round.experiment === undefined ? (outcome?.chips.map(({ score }) => score) ?? []) : [];
	return { id, code, lesson, playedMs, turns, chips, students, scores };
}

async function answerOf({ rounds, measurer }: Deps, round: PlayedRound): Promise<RoundAnswer> {
	const { id, log, seats, predictions, evidence } = round;
	let { outcome } = round;
	if (outcome === undefined) {
		// The server stopped before it was measured.
		({ outcome } = await measurer.measure(log));
		await rounds.setOutcome(id, outcome);
	}
	const row = toRow({
		...round,
		outcome,
		lesson: log.header.lesson,
		turns: log.turns,
		chips: log.header.chips.length,
		students: peopleIn(seats, round.experiment),
	});
	const { experiment } = round;
	const related = relatedRounds(await rounds.ofLesson(round.code, log.header.lesson), id);
	const answer = { ...row, ...related, seed: log.header.seed, seats, predictions, outcome, evidence };
	return experiment === undefined ? answer : { ...answer, experiment };
}
