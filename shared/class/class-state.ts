import type { PersonMeans } from "../brain/person.ts";
import type { LessonId, Level } from "../lessons/ids.ts";
import { PLAIN_PLAN, type PlanSwitches } from "../lessons/plan-switches.ts";
import { at } from "../lib/assert.ts";
import type { RoundHeader } from "../round/round.ts";
import type { SeatPlace } from "./class-event.ts";
import type { Phase } from "./phase.ts";
import { NO_SHEETS, type ProbeMoment, type ProbeTally } from "./probe-tally.ts";
import type { PlayedRole } from "./role.ts";
import { TEAM_SIZE } from "./team-size.ts";

/** A student who has joined the class. */
export type Student = {
	readonly id: string;
	readonly name: string;
	/** Hash of the secret with which the student comes back. */
	readonly token: string;
	/** Place in the order of joining, from 0. */
	readonly order: number;
	/** Counted as part of the class. */
	readonly present: boolean;
	readonly online: boolean;
	/** Removed by the teacher; "blocked": for good. */
	readonly removed: "out" | "blocked" | undefined;
	/** The seat's policy is playing for this student at present. */
	readonly bot: boolean;
	/** Seat in the current round; undefined without one. */
	readonly place: SeatPlace | undefined;
	/** Number of the student's team, also while they are away; undefined before teams are formed. */
	readonly team: number | undefined;
	/** Has changed teams since the seats were dealt. */
	readonly moved: boolean;
	/** Seats in lessons that were played, one for each lesson. */
	readonly roles: readonly PlayedRole[];
	/** Prediction for the current lesson; null: the student has chosen to give none. */
	readonly predicted: number | null | undefined;
	/** Hints taken in the current round, both parts of a lesson with two sides together. */
	readonly hints: number;
	readonly answers: readonly (number | null)[];
	/** Means from the current round's experiment, once the student is done. */
	readonly measured: PersonMeans | undefined;
};

/** The round that is open or was closed last. Its commands are the `commanded` events since it was opened. */
type ClassRound = {
	readonly id: string;
	readonly seed: number;
	readonly header: RoundHeader;
	/** By chip the number of the team that plays it; null: nobody, or nobody's team. */
	readonly teams: readonly (number | null)[];
	readonly closed: boolean;
};

/** State of a class, derived from its events alone. Never changed in place. */
export type ClassState = {
	readonly code: string;
	readonly kind: "class" | "practice";
	readonly lessons: readonly LessonId[];
	readonly chipsMin: number;
	/** Students of a team, as teams are formed. */
	readonly teamSize: number;
	readonly switches: PlanSwitches;
	readonly seed: number;
	readonly level: Level;
	/** In a practice: the seat that its student has chosen; undefined: dealt as in a class. */
	readonly chosenSeat: number | undefined;
	readonly phase: Phase;
	/** Index of the current lesson. */
	readonly lesson: number;
	/** Whether a round of the current lesson has been explained, so that everybody knows its rule. */
	readonly explained: boolean;
	readonly paused: boolean;
	readonly locked: boolean;
	/** Whether only generated names are admitted. */
	readonly generatedNames: boolean;
	/** When the probe's questions are being asked; undefined while they are not. */
	readonly asked: ProbeMoment | undefined;
	readonly probes: Readonly<Record<ProbeMoment, ProbeTally>>;
	/** Number of rounds opened so far. */
	readonly roundNumber: number;
	readonly round: ClassRound | undefined;
	/** Number of closed turns of the round. */
	readonly turn: number;
	/** Everyone who ever joined, by id, in order of joining. */
	readonly students: ReadonlyMap<string, Student>;
};

/** The class before its first event. */
export function emptyClass(): ClassState {
	return {
		code: "",
		kind: "class",
		lessons: [],
		chipsMin: 1,
		teamSize: TEAM_SIZE,
		switches: PLAIN_PLAN,
		seed: 0,
		level: "standard",
		chosenSeat: undefined,
		phase: "lobby",
		lesson: 0,
		explained: false,
		paused: false,
		locked: false,
		generatedNames: false,
		asked: undefined,
		probes: { before: NO_SHEETS, after: NO_SHEETS },
		roundNumber: 0,
		round: undefined,
		turn: 0,
		students: new Map(),
	};
}

/** Everyone counted as part of the class, in order of joining. */
export function presentStudents(state: ClassState): Student[] {
	return [...state.students.values()].filter((student) => student.present);
}

/** Whether the student has neither predicted in the current lesson nor chosen not to: nobody plays before that. */
export function isUndecided({ predicted }: Pick<Student, "predicted">): boolean {
	return predicted === undefined;
}

/** Id of the lesson the class is at. Throws before the class is opened. */
export function currentLessonId(state: ClassState): LessonId {
	return at(state.lessons, state.lesson);
}

/** With that student added or replaced. */
export function withStudent(state: ClassState, student: Student): ClassState {
	return { ...state, students: new Map(state.students).set(student.id, student) };
}

/** With that student changed; unchanged where there is no such student. */
export function changeStudent(state: ClassState, id: string, change: Partial<Student>): ClassState {
	const student = state.students.get(id);
	return student === undefined ? state : withStudent(state, { ...student, ...change });
}

/** With every student changed. */
export function mapStudents(state: ClassState, change: (student: Student) => Student): ClassState {
	const students = new Map<string, Student>();
	for (const [id, student] of state.students) students.set(id, change(student));
	return { ...state, students };
}
