import { Router } from "express";
import { presentStudents } from "#shared/class/class-state.ts";
import { seatsOf } from "#shared/class/seat-choice.ts";
import type { LessonId } from "#shared/lessons/ids.ts";
import { lessonMinutes } from "#shared/lessons/minutes.ts";
import { PLAIN_PLAN } from "#shared/lessons/plan-switches.ts";
import { LESSONS, lessonById } from "#shared/lessons/table.ts";
import {
	type ClassAnswer,
	type CodeAnswer,
	classBody,
	type LessonAnswer,
	type OpenClass,
	practiceBody,
} from "#shared/protocol/http.ts";
import { ALONE, type Listed } from "../rooms/class-directory.ts";
import { checkRoom } from "./check-room.ts";
import type { ClassRouteDeps } from "./class-deps.ts";
import { HttpError } from "./errors.ts";
import { findClass } from "./find-class.ts";
import { joinClass } from "./join-class.ts";
import { parseBody } from "./parse-body.ts";
import { needTeacher } from "./teacher.ts";

export function createClassRoutes(deps: ClassRouteDeps): Router {
	const { directory, signIn, limiters } = deps;
	const router = Router();

	router.get("/lessons", (_request, response) => {
		const lessons: LessonAnswer[] = LESSONS.map((lesson) => ({
			id: lesson.id,
			title: lesson.title,
			minutes: lessonMinutes(lesson, { switches: PLAIN_PLAN, level: "standard" }),
		}));
		response.json(lessons);
	});

	router.post("/classes", async (request, response) => {
		const teacher = await needTeacher(request, signIn);
		const { lessons, level, chips, seed, teamSize, ...switches } = parseBody(classBody, request.body);
		checkRoom(deps);
		const opened = { teacher, lessons, level, chips, seed, teamSize, switches };
		const answer: CodeAnswer = { code: await directory.open(opened) };
		response.status(201).json(answer);
	});

	router.post("/practice", async (request, response) => {
		const { lesson, level, seed, seat } = parseBody(practiceBody, request.body);
		if (seat !== undefined) checkSeat(lesson, seat);
		checkRoom(deps);
		const from = request.ip ?? "";
		limiters.practices.check(from);
		limiters.practices.count(from);
		const opened = { ...ALONE, lessons: [lesson], level, seed, seat };
		const answer: CodeAnswer = { code: await directory.open(opened) };
		response.status(201).json(answer);
	});

	router.get("/classes", async (request, response) => {
		const teacher = await needTeacher(request, signIn);
		response.json(directory.of(teacher).map(describe));
	});

	router.get("/classes/:code", async (request, response) => {
		const { session } = await findClass(deps, request.params.code, request.ip ?? "");
		const { code, kind } = session.state;
		const answer: ClassAnswer = { code, kind, address: deps.address() };
		response.json(answer);
	});

	router.post("/join", async (request, response) => {
		response.json(await joinClass(deps, request));
	});

	return router;
}

/** Refuses a seat that nobody can have in the lesson. */
function checkSeat(lesson: LessonId, seat: number): void {
	const seats = seatsOf(lessonById(lesson));
	const { title } = lessonById(lesson);
	if (seats.includes(seat)) return;
	const names = seats.map((one) => (one === 0 ? "0 (the scheduler)" : `${one} (core ${one})`));
	throw new HttpError(
		"noSuchSeat",
		names.length === 0
			? `In "${title}" nobody has a seat: leave it out.`
			: `In "${title}" nobody can have seat ${seat}: choose one of ${names.join(", ")}.`,
	);
}

function describe({ session, openedMs }: Listed): OpenClass {
	const { code, lessons, phase } = session.state;
	return { code, lessons, phase, openedMs, students: presentStudents(session.state).length };
}
