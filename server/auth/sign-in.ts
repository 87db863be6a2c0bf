import type { Log } from "../log.ts";
import type { TeacherRecords } from "../store/teachers.ts";
import { createSecret, hashSecret } from "./secret.ts";

/** Whoever starts the server. */
export const OWNER = "owner";

export const SESSION_MS = 30 * 24 * 3_600_000;
const SIGN_IN_TOKEN_MS = 24 * 3_600_000;

type Session = { readonly teacher: string; readonly expiresMs: number };
type Deps = { readonly records: TeacherRecords; readonly now: () => number; readonly log: Log };

/** Who is a teacher: one-time tokens that sign in, and the sessions that come of it. */
export class SignIn {
	readonly #deps: Deps;
	/** By hash: until when it may be used. Only in memory: a new start prints a new one. */
	readonly #tokens = new Map<string, number>();
	/** By hash. Sessions that were used since the start, so that a failing store signs nobody out. */
	readonly #sessions = new Map<string, Session>();

	constructor(deps: Deps) {
		this.#deps = deps;
	}

	/** A token that signs the owner in, once, within a day. */
	createToken(): string {
		const token = createSecret();
		this.#tokens.set(hashSecret(token), this.#deps.now() + SIGN_IN_TOKEN_MS);
		return token;
	}

	/** The new session's secret, or undefined if the token is not (or no longer) one of ours. */
	async signIn(token: string): Promise<string | undefined> {
		const { now, records, log } = this.#deps;
		const tokenHash = hashSecret(token);
		const untilMs = this.#tokens.get(tokenHash);
		this.#tokens.delete(tokenHash);
		if (untilMs === undefined || untilMs < now()) return undefined;
		const session = createSecret();
		const hash = hashSecret(session);
		const expiresMs = now() + SESSION_MS;
		this.#sessions.set(hash, { teacher: OWNER, expiresMs });
		try {
			await records.addSession(hash, OWNER, now(), expiresMs);
		} catch (error) {
			log.error({ err: error }, "a session could not be saved; it holds until the next start");
		}
		return session;
	}

	/** Id of the teacher whose session it is. */
	async teacherOf(session: string): Promise<string | undefined> {
		const hash = hashSecret(session);
		const known = this.#sessions.get(hash) ?? (await this.#deps.records.findSession(hash));
		if (known === undefined || known.expiresMs < this.#deps.now()) {
			this.#sessions.delete(hash);
			return undefined;
		}
		this.#sessions.set(hash, known);
		return known.teacher;
	}
}
