import type { Request } from "express";
import type { SignIn } from "../auth/sign-in.ts";
import { HttpError } from "./errors.ts";

export const SESSION_COOKIE = "coretet_session";

/** Id of the teacher who asks, from the cookie or the `Authorization` header. Throws a 401 if there is none. */
export async function needTeacher(request: Request, signIn: SignIn): Promise<string> {
	const session = sessionOf(request);
	const teacher = session === undefined ? undefined : await signIn.teacherOf(session);
	if (teacher === undefined) {
		throw new HttpError(
			"signInNeeded",
			"Sign in first: open the teacher link that the server printed when it started.",
		);
	}
	return teacher;
}

function sessionOf({ headers }: Request): string | undefined {
	const bearer = /^Bearer ([\w-]{1,100})$/.exec(headers.authorization ?? "")?.[1];
	if (bearer !== undefined) return bearer;
	for (const pair of (headers.cookie ?? "").split(";")) {
		const [name, value] = pair.trim().split("=");
		if (name === SESSION_COOKIE && value !== undefined && value !== "") return value;
	}
	return undefined;
}
