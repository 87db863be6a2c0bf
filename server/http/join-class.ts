import { matchMaker } from "@colyseus/core";
import type { Request } from "express";
import { unreachable } from "#shared/lib/unreachable.ts";
import { type JoinAnswer, joinBody } from "#shared/protocol/http.ts";
import type { AdmissionRefusal, Admitted } from "../rooms/admission.ts";
import type { Listed } from "../rooms/class-directory.ts";
import type { SeatOptions } from "../rooms/class-room.ts";
import { STUDENTS_MAX } from "../rooms/limits.ts";
import type { ClassRouteDeps } from "./class-deps.ts";
import { HttpError } from "./errors.ts";
import { findClass } from "./find-class.ts";
import { nameError } from "./name-error.ts";
import { parseBody } from "./parse-body.ts";
import { needTeacher } from "./teacher.ts";

/** The only way into a room: checks who may join in which role, and reserves a socket for them. */
export async function joinClass(deps: ClassRouteDeps, request: Request): Promise<JoinAnswer> {
	const { code: typed, name, token, role = "student" } = parseBody(joinBody, request.body);
	if (deps.isDraining()) {
		throw new HttpError("draining", "The server is about to restart. Try again in a minute.");
	}
	const listed = await findClass(deps, typed, request.ip ?? "");
	const { code } = listed.session.state;
	if (role !== "student") {
		const teacher = await needTeacher(request, deps.signIn);
		if (listed.teacher !== teacher)
			throw new HttpError("forbidden", "This class belongs to another teacher.");
		return { code, name: "", token: "", reservation: await reserve(code, { role, student: "" }) };
	}
	const admitted = admit(listed, { name, token });
	const reservation = await reserve(code, { role, student: admitted.student });
	return { code, name: admitted.name, token: admitted.token, reservation };
}

function admit(
	{ session }: Listed,
	request: { name: string | undefined; token: string | undefined },
): Admitted {
	const admitted = session.admit(request);
	if (admitted.ok) return admitted.value;
	throw refusalError(admitted.reason);
}

async function reserve(code: string, options: SeatOptions): Promise<unknown> {
	try {
		return await matchMaker.joinById(code, options);
	} catch {
		// The matchmaker checks nothing else: the room has all the sockets it can hold, or has just ended.
		throw new HttpError("classFull", "This class has too many connections just now. Try again in a moment.");
	}
}

function refusalError(reason: AdmissionRefusal): HttpError {
	switch (reason) {
		case "empty":
		case "tooLong":
		case "noLetter":
			return nameError(reason);
		case "notGenerated":
			return new HttpError(
				"nameNotGenerated",
				"This class takes made-up names only: leave the name out to get one.",
			);
		case "blocked":
			return new HttpError("blocked", "The teacher has removed you from this class.");
		case "locked":
			return new HttpError("classLocked", "This class is locked: just now nobody else is let in.");
		case "full":
			return new HttpError("classFull", `This class is full: it has ${STUDENTS_MAX} students.`);
		case "practiceTaken":
			return new HttpError("classFull", "Somebody practises here already. Open a practice of your own.");
		case "ended":
			return new HttpError("classEnded", "This class is over.");
		default:
			return unreachable(reason);
	}
}
