import type { Level } from "#shared/lessons/ids.ts";
import type {
	ClassAnswer,
	CodeAnswer,
	ErrorAnswer,
	ErrorCode,
	HomeworkAnswer,
	HomeworkStarted,
	JoinAnswer,
	LessonAnswer,
	OpenClass,
	OpenHomework,
	ProbeAnswer,
	RoundAnswer,
	RoundRow,
	SessionAnswer,
	SignInAnswer,
} from "#shared/protocol/http.ts";
import type { RoundLog } from "#shared/round/round.ts";

/** Why a request failed. `message` is the server's sentence, or "" if the server was not reached or gave none. */
export type ApiError = {
	readonly code: ErrorCode | "unreachable" | "unreadable";
	readonly message: string;
};
export type ApiResult<Value> =
	| { readonly ok: true; readonly value: Value }
	| { readonly ok: false; readonly error: ApiError };

export type ClassRequest = {
	readonly lessons: readonly string[];
	readonly level: Level;
	readonly chips?: number;
	readonly seed?: number;
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
	signIn: (token: string) => post<SignInAnswer>("/api/sign-in", { token }),
	/** Ok if this browser is signed in as a teacher, otherwise `signInNeeded`. */
	session: () => get<SessionAnswer>("/api/session"),
	openClass: (request: ClassRequest) => post<CodeAnswer>("/api/classes", request),
	openClasses: () => get<readonly OpenClass[]>("/api/classes"),
	classInfo: (code: string) => get<ClassAnswer>(`/api/classes/${encodeURIComponent(code)}`),
	/** `seed`: the server draws one if undefined. */
	openPractice: (lesson: string, level: Level, seed?: number) =>
		post<CodeAnswer>("/api/practice", { lesson, level, ...(seed !== undefined && { seed }) }),
	giveHomework: (lesson: string, level: Level) => post<CodeAnswer>("/api/homework", { lesson, level }),
	homeworkList: () => get<readonly HomeworkAnswer[]>("/api/homework"),
	homework: (code: string) => get<OpenHomework>(`/api/homework/${encodeURIComponent(code)}`),
	startHomework: (code: string, name: string) =>
		post<HomeworkStarted>(`/api/homework/${encodeURIComponent(code)}/start`, { name }),
	closeHomework: (code: string) => post<undefined>(`/api/homework/${encodeURIComponent(code)}/close`, {}),
	/** Deletes it for good, with everybody's results. */
	deleteHomework: (code: string) =>
		ask<undefined>(`/api/homework/${encodeURIComponent(code)}`, { method: "DELETE" }),
	join: (request: JoinRequest) => post<JoinAnswer>("/api/join", request),
	lessons: () => get<readonly LessonAnswer[]>("/api/lessons"),
	probes: () => get<readonly ProbeAnswer[]>("/api/probes"),
	rounds: () => get<readonly RoundRow[]>("/api/rounds"),
	round: (id: string) => get<RoundAnswer>(`/api/rounds/${encodeURIComponent(id)}`),
	/** Deletes it for good, with everything recorded of its class. */
	deleteRound: (id: string) => ask<undefined>(`/api/rounds/${encodeURIComponent(id)}`, { method: "DELETE" }),
	roundLog: (id: string) => get<RoundLog>(`/api/rounds/${encodeURIComponent(id)}/log`),
};

function get<Value>(path: string): Promise<ApiResult<Value>> {
	return ask<Value>(path, { method: "GET" });
}

function post<Value>(path: string, body: unknown): Promise<ApiResult<Value>> {
	return ask<Value>(path, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify(body),
	});
}

async function ask<Value>(path: string, request: RequestInit): Promise<ApiResult<Value>> {
	let response: Response;
	let body: unknown;
	try {
		response = await fetch(path, {
			...request,
			credentials: "same-origin",
			signal: AbortSignal.timeout(TIMEOUT_MS),
		});
		body = response.status === 204 ? undefined : await response.json();
	} catch (error) {
		const code = error instanceof SyntaxError ? "unreadable" : "unreachable";
		return { ok: false, error: { code, message: "" } };
	}
	// The server is ours and of the same build, so its answers are not checked.
	if (response.ok) return { ok: true, value: body as Value };
	if (isErrorAnswer(body)) return { ok: false, error: body.error };
	return { ok: false, error: { code: "unreadable", message: "" } };
}

function isErrorAnswer(body: unknown): body is ErrorAnswer {
	if (typeof body !== "object" || body === null || !("error" in body)) return false;
	const { error } = body;
	return typeof error === "object" && error !== null && "code" in error && "message" in error;
}
