import { Router } from "express";
import { type SessionAnswer, type SignInAnswer, signInBody } from "#shared/protocol/http.ts";
import { SESSION_MS, type SignIn } from "../auth/sign-in.ts";
import { HttpError } from "./errors.ts";
import type { Limiters } from "./limiters.ts";
import { parseBody } from "./parse-body.ts";
import { needTeacher, SESSION_COOKIE } from "./teacher.ts";

type Deps = {
	readonly signIn: SignIn;
	readonly limiters: Limiters;
	/** The address at which students join. */
	readonly address: () => string;
	readonly https: boolean;
};

export function createSignInRoutes({ signIn, limiters, address, https }: Deps): Router {
	const router = Router();

	router.post("/sign-in", async (request, response) => {
		const { token } = parseBody(signInBody, request.body);
		const from = request.ip ?? "";
		limiters.wrongSignIns.check(from);
		const session = await signIn.signIn(token);
		if (session === undefined) {
			limiters.wrongSignIns.count(from);
			throw new HttpError(
				"signInFailed",
				"This sign-in link was used already or is not from this server. Start the server again for a new one.",
			);
		}
		response.cookie(SESSION_COOKIE, session, {
			httpOnly: true,
			sameSite: "lax",
			secure: https,
			maxAge: SESSION_MS,
			path: "/",
		});
		const answer: SignInAnswer = { session };
		response.json(answer);
	});

	router.get("/session", async (request, response) => {
		const answer: SessionAnswer = { teacher: await needTeacher(request, signIn), address: address() };
		response.json(answer);
	});

	return router;
}
