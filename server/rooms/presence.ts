import { type ClassState, presentStudents, type Student } from "#shared/class/class-state.ts";
import { LEFT_AFTER_MS, SILENCE_MS } from "./limits.ts";

/** Tracks when each student was last heard, and what follows from it. */
export class Presence {
	readonly #heardMs = new Map<string, number>();

	heard(student: string, nowMs: number): void {
		this.#heardMs.set(student, nowMs);
	}

	/** Seated students whose seat changes hands now: silent ones without a bot, and heard ones with one. */
	changingHands(state: ClassState, nowMs: number): Student[] {
		return presentStudents(state).filter(
			(student) => student.place !== undefined && student.bot !== this.#isSilent(student, nowMs),
		);
	}

	/** Students who have been away so long that their seats go to others. */
	gone(state: ClassState, nowMs: number): Student[] {
		return presentStudents(state).filter(
			(student) => !student.online && this.#silenceMs(student, nowMs) > LEFT_AFTER_MS,
		);
	}

	#isSilent(student: Student, nowMs: number): boolean {
		return this.#silenceMs(student, nowMs) >= SILENCE_MS;
	}

	/** A student not heard yet, as after a restart of the server, counts as heard now. */
	#silenceMs(student: Student, nowMs: number): number {
		const heardMs = this.#heardMs.get(student.id);
		if (heardMs === undefined) this.#heardMs.set(student.id, nowMs);
		return nowMs - (heardMs ?? nowMs);
	}
}
