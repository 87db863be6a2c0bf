import { type ClassState, presentStudents, type Student } from "#shared/class/class-state.ts";
import { LEFT_AFTER_MS, SILENCE_MS } from "./limits.ts";

/** When each student was heard last, and what follows from that. */
export class Presence {
	readonly #heardMs = new Map<string, number>();

	heard(student: string, nowMs: number): void {
		this.#heardMs.set(student, nowMs);
	}

	/** Seated students whose seat should change hands now: silent ones without a bot, and the other way round. */
	changingHands(state: ClassState, nowMs: number): Student[] {
		return presentStudents(state).filter(
			(student) => student.place !== undefined && student.bot !== this.#isSilent(student, nowMs),
		);
	}

	/** Students who have been away for so long that their seats go to others. */
	gone(state: ClassState, nowMs: number): Student[] {
		return presentStudents(state).filter(
			(student) => !student.online && this.#silenceMs(student, nowMs) > LEFT_AFTER_MS,
		);
	}

	#isSilent(student: Student, nowMs: number): boolean {
		return this.#silenceMs(student, nowMs) >= SILENCE_MS;
	}

	/** A student not heard yet (the server has just been started again) counts from now. */
	#silenceMs(student: Student, nowMs: number): number {
		const heardMs = this.#heardMs.get(student.id);
		if (heardMs === undefined) this.#heardMs.set(student.id, nowMs);
		return nowMs - (heardMs ?? nowMs);
	}
}
