import { randomBytes, randomInt } from "node:crypto";
import { type Request, Router } from "express";
import {
	type CodeAnswer,
	type HomeworkAnswer,
	type HomeworkStarted,
	homeworkBody,
	homeworkStartBody,
	type OpenHomework,
} from "#shared/protocol/http.ts";
import { cleanPlayerName } from "#shared/protocol/player-name.ts";
import { parseRoomCode } from "#shared/protocol/room-code.ts";
import type { SignIn } from "../auth/sign-in.ts";
import type { Archive } from "../records/archive.ts";
import { createHomeworkTally } from "../records/homework-round.ts";
import { ALONE, type ClassDirectory } from "../rooms/class-directory.ts";
import { drawCode } from "../rooms/draw-code.ts";
import type { Homework, HomeworkRecords } from "../store/homework.ts";
import { checkRoom } from "./check-room.ts";
import { HttpError } from "./errors.ts";
import type { Limiters } from "./limiters.ts";
import { nameError } from "./name-error.ts";
import { parseBody } from "./parse-body.ts";
import { needTeacher } from "./teacher.ts";

export type HomeworkDeps = {
	readonly homework: HomeworkRecords;
	readonly directory: ClassDirectory;
	readonly archive: Archive;
	readonly signIn: SignIn;
	readonly limiters: Limiters;
	readonly now: () => number;
	readonly isDraining: () => boolean;
};

/** How much homework a teacher may have at a time, and how often each may be begun. */
const HOMEWORK_MAX = 200;
const RESULTS_MAX = 500;

/** Routes for lessons given to be played alone, and for their results. */
export function createHomeworkRoutes(deps: HomeworkDeps): Router {
	const { homework, signIn, now } = deps;
	const router = Router();

	router.post("/homework", async (request, response) => {
		const teacher = await needTeacher(request, signIn);
		const { lesson, level, seed = randomInt(2 ** 32) } = parseBody(homeworkBody, request.body);
		if ((await homework.list(teacher)).length >= HOMEWORK_MAX)
			throw new HttpError("tooMany", "There is too much homework: delete some of it first.");
		const answer: CodeAnswer = { code: await give(deps, { teacher, lesson, level, seed }) };
		response.status(201).json(answer);
	});

	router.get("/homework", async (request, response) => {
		const teacher = await needTeacher(request, signIn);
		const given = await homework.list(teacher);
		response.json(await Promise.all(given.map((one) => answerOf(homework, one))));
	});

	router.get("/homework/:code", async (request, response) => {
		const { code, lesson, level, closedMs } = await findHomework(deps, request, request.params.code);
		const answer: OpenHomework = { code, lesson, level, open: closedMs === null };
		response.json(answer);
	});

	router.post("/homework/:code/start", async (request, response) => {
		const found = await findHomework(deps, request, request.params.code);
		response.status(201).json(await start(deps, found, request));
	});

	router.post("/homework/:code/close", async (request, response) => {
		const { code } = await findOwn(deps, request, request.params.code);
		await homework.close(code, now());
		response.status(204).end();
	});

	router.delete("/homework/:code", async (request, response) => {
		const { code } = await findOwn(deps, request, request.params.code);
		await homework.delete(code);
		response.status(204).end();
	});

	return router;
}

async function give(
	{ homework, now }: HomeworkDeps,
	given: Pick<Homework, "teacher" | "lesson" | "level" | "seed">,
): Promise<string> {
	for (;;) {
		const code = drawCode();
		if (await homework.add({ ...given, code, openedMs: now(), closedMs: null })) return code;
	}
}

/** Opens a practice of the homework. Rounds played there to the end are reported as its result under that name. */
async function start(
	deps: HomeworkDeps,
	{ code, lesson, level, seed, closedMs }: Homework,
	request: Request,
): Promise<HomeworkStarted> {
	const { homework, directory, archive, limiters, now } = deps;
	const cleaned = cleanPlayerName(parseBody(homeworkStartBody, request.body).name);
	if (!cleaned.ok) throw nameError(cleaned.reason);
	if (closedMs !== null) throw new HttpError("homeworkClosed", "This homework is closed.");
	checkRoom(deps);
	const from = request.ip ?? "";
	limiters.practices.check(from);
	limiters.practices.count(from);
	if ((await homework.results(code)).length >= RESULTS_MAX)
		throw new HttpError("tooMany", "This homework was begun too often. Ask your teacher for a new one.");
	const id = randomBytes(9).toString("base64url");
	const name = cleaned.value;
	const tally = createHomeworkTally();
	const room = await directory.open({
		...ALONE,
		lessons: [lesson],
		level,
		seed,
		onPlayed: (played) => {
			const round = tally(played, now());
			if (round !== undefined) archive.write("homework", () => homework.report(id, round));
		},
	});
	await homework.begin(id, code, name, now());
	return { code: room, name };
}

/** Wrong codes are counted by address, like those of classes. */
async function findHomework(deps: HomeworkDeps, request: Request, typed: string): Promise<Homework> {
	const { wrongCodes } = deps.limiters;
	const from = request.ip ?? "";
	wrongCodes.check(from);
	const code = parseRoomCode(typed);
	const found = code === undefined ? undefined : await deps.homework.find(code);
	if (found !== undefined) return found;
	wrongCodes.count(from);
	throw new HttpError("noSuchHomework", "There is no homework with this code. Check the link.");
}

async function findOwn(deps: HomeworkDeps, request: Request, typed: string): Promise<Homework> {
	const teacher = await needTeacher(request, deps.signIn);
	const found = await findHomework(deps, request, typed);
	if (found.teacher !== teacher) throw new HttpError("forbidden", "This homework is another teacher's.");
	return found;
}

async function answerOf(
	records: HomeworkRecords,
	{ teacher: _, ...homework }: Homework,
): Promise<HomeworkAnswer> {
	const results = await records.results(homework.code);
	return { ...homework, results: results.map(({ code: _code, ...result }) => result) };
}
