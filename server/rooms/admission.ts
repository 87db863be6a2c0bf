import { randomInt } from "node:crypto";
import { type ClassState, presentStudents, type Student } from "#shared/class/class-state.ts";
import { ok, type Result, refuse } from "#shared/lib/result.ts";
import {
	cleanPlayerName,
	distinctName,
	generatePlayerName,
	isGeneratedName,
	type NameRefusal,
} from "#shared/protocol/player-name.ts";
import { createSecret, hashSecret } from "../auth/secret.ts";
import { EXPECTED_MS, STUDENTS_MAX } from "./limits.ts";

/** A student who may open a socket: new, or known already. */
export type Admitted = { readonly student: string; readonly name: string; readonly token: string };
export type AdmissionRequest = { readonly name: string | undefined; readonly token: string | undefined };
export type AdmissionRefusal =
	| NameRefusal
	| "locked"
	| "full"
	| "ended"
	| "practiceTaken"
	| "blocked"
	| "notGenerated";

/** A student who has joined by HTTP and has not opened a socket yet. Name and place are kept for a while. */
type Expected = { readonly name: string; readonly tokenHash: string; readonly untilMs: number };

/** Decides who may join a class, under which name, and who is only coming back. */
export class Admission {
	readonly #expected = new Map<string, Expected>();
	readonly #createId: () => string;

	constructor(createId: () => string) {
		this.#createId = createId;
	}

	/** Admits a student. A token that the class knows brings its owner back, even into a locked class. */
	admit(state: ClassState, request: AdmissionRequest, nowMs: number): Result<Admitted, AdmissionRefusal> {
		if (state.phase === "ended") return refuse("ended");
		this.#forgetLate(nowMs);
		const { token } = request;
		if (token !== undefined) {
			const hash = hashSecret(token);
			if (isBlocked(state, ({ token: blocked }) => blocked === hash)) return refuse("blocked");
			const known = this.#findByToken(state, hash);
			if (known !== undefined) return ok({ ...known, token });
		}
		return this.#admitNew(state, request.name, nowMs);
	}

	/** The name and token hash under which a student was admitted, once their socket is open. */
	take(student: string): Expected | undefined {
		const expected = this.#expected.get(student);
		this.#expected.delete(student);
		return expected;
	}

	#admitNew(state: ClassState, typed: string | undefined, nowMs: number): Result<Admitted, AdmissionRefusal> {
		const present = presentStudents(state);
		const count = present.length + this.#expected.size;
		if (state.kind === "practice" && count > 0) return refuse("practiceTaken");
		if (state.locked) return refuse("locked");
		if (count >= STUDENTS_MAX) return refuse("full");
		const cleaned = cleanPlayerName(typed ?? generatePlayerName((below) => randomInt(below)));
		if (!cleaned.ok) return cleaned;
		if (state.generatedNames && !isGeneratedName(cleaned.value)) return refuse("notGenerated");
		if (isBlocked(state, ({ name: blocked }) => distinctName(cleaned.value, [blocked]) !== cleaned.value))
			return refuse("blocked");
		const name = distinctName(cleaned.value, [...present, ...this.#expected.values()].map(nameOf));
		const student = this.#createId();
		const token = createSecret();
		this.#expected.set(student, { name, tokenHash: hashSecret(token), untilMs: nowMs + EXPECTED_MS });
		return ok({ student, name, token });
	}

	#findByToken(state: ClassState, hash: string): { student: string; name: string } | undefined {
		for (const student of state.students.values()) {
			if (student.token === hash && student.removed === undefined)
				return { student: student.id, name: student.name };
		}
		for (const [student, { name, tokenHash }] of this.#expected) {
			if (tokenHash === hash) return { student, name };
		}
		return undefined;
	}

	#forgetLate(nowMs: number): void {
		for (const [student, { untilMs }] of this.#expected) {
			if (untilMs < nowMs) this.#expected.delete(student);
		}
	}
}

function isBlocked(state: ClassState, is: (student: Student) => boolean): boolean {
	return [...state.students.values()].some((student) => student.removed === "blocked" && is(student));
}

function nameOf({ name }: Pick<Student, "name">): string {
	return name;
}
