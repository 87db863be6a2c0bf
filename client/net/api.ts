import type { Level } from "#shared/lessons/ids.ts";
import type { PlanSwitches } from "#shared/lessons/plan-switches.ts";
import type { ErrorCode } from "#shared/protocol/http.ts";
import type { RoundLog } from "#shared/round/round.ts";
import type { AnswerName, ParsedAnswer } from "./answers.ts";

/** Why a request failed. `message` is the server's sentence, or "" if the server was not reached or gave none. */
export type ApiError = {
	readonly code: ErrorCode | "unreachable" | "unreadable";
	readonly message: string;
};
export type ApiResult<Value> =
	| { readonly ok: true; readonly value: Value }
	| { readonly ok: false; readonly error: ApiError };

export type ClassRequest = PlanSwitches & {
	readonly lessons: readonly string[];
	readonly level: Level;
};
export type PracticeRequest = {
	readonly lesson: string;
	readonly level: Level;
	/** The server draws one if there is none. */
	readonly seed?: number;
	/** 0 is the scheduler, k core k - 1. */
	readonly seat?: number;
};
export type JoinRequest = {
	readonly code: string;
	readonly name?: string;
	readonly token?: string;
	readonly role?: "student" | "desk" | "projector";
};

/** A server that does not answer within this time counts as unreachable. */
const TIMEOUT_MS = 10_000;

/** The HTTP interface. Nothing here throws: a failed request is a value. The session travels as a cookie. */
export const api = {
	signIn: (token: string) => post("signIn", "/api/sign-in", { token }),
	/** Ok if this browser is signed in as a teacher, otherwise `signInNeeded`. */
	session: () => get("session", "/api/session"),
	openClass: (request: ClassRequest) => post("code", "/api/classes", request),
	openClasses: () => get("openClasses", "/api/classes"),
	classInfo: (code: string) => get("class", `/api/classes/${encodeURIComponent(code)}`),
	openPractice: (request: PracticeRequest) => post("code", "/api/practice", request),
	giveHomework: (lesson: string, level: Level) => post("code", "/api/homework", { lesson, level }),
	homeworkList: () => get("homework", "/api/homework"),
	homework: (code: string) => get("openHomework", `/api/homework/${encodeURIComponent(code)}`),
	startHomework: (code: string, name: string) =>
		post("homeworkStarted", `/api/homework/${encodeURIComponent(code)}/start`, { name }),
	closeHomework: (code: string) => post("nothing", `/api/homework/${encodeURIComponent(code)}/close`, {}),
	/** Deletes it for good, with everybody's results. */
	deleteHomework: (code: string) =>
		ask(() => answer("nothing"), `/api/homework/${encodeURIComponent(code)}`, { method: "DELETE" }),
	join: (request: JoinRequest) => post("join", "/api/join", request),
	lessons: () => get("lessons", "/api/lessons"),
	probes: () => get("probes", "/api/probes"),
	rounds: () => get("rounds", "/api/rounds"),
	round: (id: string) => get("round", `/api/rounds/${encodeURIComponent(id)}`),
	/** Deletes it for good, with everything recorded of its class. */
	deleteRound: (id: string) =>
		ask(() => answer("nothing"), `/api/rounds/${encodeURIComponent(id)}`, { method: "DELETE" }),
	roundLog: (id: string) => ask(roundLog, `/api/rounds/${encodeURIComponent(id)}/log`, { method: "GET" }),
};

/** Parses an answer. */
type Schema<Value> = {
	readonly safeParse: (
		body: unknown,
	) => { readonly success: true; readonly data: Value } | { readonly success: false };
};

function get<Name extends AnswerName>(name: Name, path: string): Promise<ApiResult<ParsedAnswer<Name>>> {
	return ask(() => answer(name), path, { method: "GET" });
}

function post<Name extends AnswerName>(
	name: Name,
	path: string,
	body: unknown,
): Promise<ApiResult<ParsedAnswer<Name>>> {
	return ask(() => answer(name), path, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify(body),
	});
}

async function answer<Name extends AnswerName>(name: Name): Promise<Schema<ParsedAnswer<Name>>> {
	const { answers } = await import("./answers.ts");
	// Indexed by a type parameter, the compiler would find the union of all schemas instead of one.
	return answers[name] as Schema<unknown> as Schema<ParsedAnswer<Name>>;
}

/** Loaded apart, because this schema brings in scenarios and policies, and few pages need it. */
async function roundLog(): Promise<Schema<RoundLog>> {
	await import("./no-eval.ts");
	return (await import("#shared/round/round-file.ts")).exportedRoundFile;
}

/** Fetches the parser alongside the request, so that no page has to load it before it makes one. */
async function ask<Value>(
	load: () => Promise<Schema<Value>>,
	path: string,
	request: RequestInit,
): Promise<ApiResult<Value>> {
	try {
		const [response, schema, error] = await Promise.all([
			fetch(path, { ...request, credentials: "same-origin", signal: AbortSignal.timeout(TIMEOUT_MS) }),
			load(),
			answer("error"),
		]);
		const body: unknown = response.status === 204 ? undefined : await response.json();
		if (response.ok) {
			const read = schema.safeParse(body);
			return read.success ? { ok: true, value: read.data } : failed("unreadable");
		}
		const refused = error.safeParse(body);
		return refused.success ? { ok: false, error: refused.data.error } : failed("unreadable");
	} catch (error) {
		return failed(error instanceof SyntaxError ? "unreadable" : "unreachable");
	}
}

function failed(code: "unreachable" | "unreadable"): { readonly ok: false; readonly error: ApiError } {
	return { ok: false, error: { code, message: "" } };
}
