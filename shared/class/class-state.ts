import type { PersonMeans } from "../brain/person.ts";
import type { LessonId, Level } from "../lessons/ids.ts";
import { isPlayed } from "../lessons/kind.ts";
import { lessonById } from "../lessons/table.ts";
import { at } from "../lib/assert.ts";
import { unreachable } from "../lib/unreachable.ts";
import type { RoundHeader } from "../round/round.ts";
import { type RoundName, simulation } from "../round/simulation.ts";
import type { ClassEvent, SeatPlace } from "./class-event.ts";
import type { Phase } from "./phase.ts";
import { countSheet, NO_SHEETS, type ProbeMoment, type ProbeTally } from "./probe-tally.ts";
import { chipsNeeded, dealSeats } from "./seating.ts";

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
	/** Prediction for the current lesson. */
	readonly predicted: number | undefined;
	readonly answers: readonly (number | null)[];
	/** Means from the current round's experiment, once the student is done. */
	readonly measured: PersonMeans | undefined;
};

/** The round that is open or was closed last. Its commands are the `commanded` events since it was opened. */
type ClassRound = {
	readonly id: string;
	readonly seed: number;
	readonly header: RoundHeader;
	readonly closed: boolean;
};

/** State of a class, derived from its events alone. Never changed in place. */
export type ClassState = {
	readonly code: string;
	readonly kind: "class" | "practice";
	readonly lessons: readonly LessonId[];
	readonly chipsMin: number;
	readonly seed: number;
	readonly level: Level;
	readonly phase: Phase;
	/** Index of the current lesson. */
	readonly lesson: number;
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
		seed: 0,
		level: "standard",
		phase: "lobby",
		lesson: 0,
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

/** Makes the header of a round of that simulation version. */
export type MakeHeader = (simVersion: number, name: RoundName) => RoundHeader;

/**
 * The class after `event`. An event about an unknown student changes nothing but the turn. Throws on a round whose
 * header cannot be made: without `makeHeader` only rounds of the present version can be opened.
 */
export function applyClassEvent(
	before: ClassState,
	event: ClassEvent,
	makeHeader: MakeHeader = makePresentHeader,
): ClassState {
	const state: ClassState = { ...before, turn: event.turn };
	switch (event.type) {
		case "opened": {
			const { code, kind, seed, level, chips } = event;
			return { ...state, code, kind, seed, level, chipsMin: chips, lessons: event.lessons };
		}
		case "joined":
			return withStudent(state, newcomer(event.student, event.name, event.token, state.students.size));
		case "left":
			return changeStudent(state, event.student, AWAY);
		case "removed":
			return changeStudent(state, event.student, { ...AWAY, removed: event.block ? "blocked" : "out" });
		case "naming":
			return { ...state, generatedNames: event.generated };
		case "dropped":
			return changeStudent(state, event.student, { online: false });
		case "returned":
			return changeStudent(state, event.student, { online: true, present: true });
		case "renamed":
			return changeStudent(state, event.student, { name: event.name });
		case "seated":
			return changeStudent(state, event.student, { place: event.place });
		case "botDrives":
			return changeStudent(state, event.student, { bot: event.bot });
		case "phase":
			return enterPhase(state, event.phase, event.lesson);
		case "roundOpened":
			return openClassRound(state, event, makeHeader);
		case "paused":
			return { ...state, paused: event.paused };
		case "locked":
			return { ...state, locked: event.locked };
		case "predicted":
			return changeStudent(state, event.student, { predicted: event.value });
		case "answered":
			return answer(state, event.student, event.question, event.choice);
		case "asked":
			return { ...state, asked: event.moment ?? undefined };
		case "probed":
			return withSheet(state, event);
		case "roundClosed":
			return state.round === undefined ? state : { ...state, round: { ...state.round, closed: true } };
		case "measured":
			return changeStudent(state, event.student, { measured: event.means });
		case "commanded":
		case "turned":
			return state;
		default:
			return unreachable(event);
	}
}

const AWAY = { present: false, online: false, bot: false, place: undefined } as const;

/** Everyone counted as part of the class, in order of joining. */
export function presentStudents(state: ClassState): Student[] {
	return [...state.students.values()].filter((student) => student.present);
}

/** Id of the lesson the class is at. Throws before the class is opened. */
export function currentLessonId(state: ClassState): LessonId {
	return at(state.lessons, state.lesson);
}

function newcomer(id: string, name: string, token: string, order: number): Student {
	const start = { present: true, online: true, bot: false, place: undefined, predicted: undefined };
	return { id, name, token, order, ...start, removed: undefined, answers: [], measured: undefined };
}

function withStudent(state: ClassState, student: Student): ClassState {
	return { ...state, students: new Map(state.students).set(student.id, student) };
}

function changeStudent(state: ClassState, id: string, change: Partial<Student>): ClassState {
	const student = state.students.get(id);
	return student === undefined ? state : withStudent(state, { ...student, ...change });
}

function answer(state: ClassState, id: string, question: number, choice: number): ClassState {
	const answers = [...(state.students.get(id)?.answers ?? [])];
	while (answers.length <= question) answers.push(null);
	answers[question] = choice;
	return changeStudent(state, id, { answers });
}

function withSheet(
	state: ClassState,
	{ moment, sheet }: Extract<ClassEvent, { type: "probed" }>,
): ClassState {
	return { ...state, probes: { ...state.probes, [moment]: countSheet(state.probes[moment], sheet) } };
}

function enterPhase(state: ClassState, phase: Phase, lesson: number): ClassState {
	const entered = { ...state, phase, lesson, paused: false, asked: undefined };
	if (lesson === state.lesson) return entered;
	return mapStudents(entered, (student) => ({ ...student, predicted: undefined, answers: [] }));
}

/** First version of the simulation in which a chip that is the measure is nobody's. */
const MEASURE_SINCE = 7;

/** Deals the seats, unless everybody stays. A student who is offline at this moment starts as a bot. */
function openClassRound(
	state: ClassState,
	{ round: id, seed, part, seats, simVersion }: Extract<ClassEvent, { type: "roundOpened" }>,
	makeHeader: MakeHeader,
): ClassState {
	const lesson = lessonById(currentLessonId(state));
	const roundNumber = state.roundNumber + 1;
	// In an experiment everybody takes part and nobody has a seat.
	const hasSeats = isPlayed(lesson);
	const students = hasSeats ? presentStudents(state) : [];
	// Before that version people sat on every chip.
	const measureCores = simVersion < MEASURE_SINCE ? [] : lesson.measureCores;
	const chips =
		seats === "kept" && state.round !== undefined
			? state.round.header.chips.length
			: chipsNeeded(
					lesson.chipCores,
					hasSeats ? Math.max(lesson.chipsMin, state.chipsMin) : lesson.chipsMin,
					students.length,
					lesson.botSeats,
					measureCores,
				);
	const setUp = (isPerson: RoundName["isPerson"]) =>
		makeHeader(simVersion, { lesson: lesson.id, seed, chips, isPerson, level: state.level, part });
	const seatCounts = setUp(() => false).chips.map(({ seats: { length } }) =>
		measureCores.includes(length - 1) ? 0 : length,
	);
	const ids = students.map((student) => student.id);
	const kept = placesOf(students);
	// A later version of a lesson may have fewer.
	const isThere = ({ chip, seat }: SeatPlace) => seat < (seatCounts[chip] ?? 0);
	const places =
		seats === "kept" && [...kept.values()].every(isThere)
			? kept
			: dealSeats(ids, seatCounts, roundNumber - 1, lesson.botSeats);
	const played = new Set<string>();
	const seated = mapStudents({ ...state, roundNumber, turn: 0 }, (student) => {
		const place = places.get(student.id);
		if (place !== undefined && student.online) played.add(`${place.chip}:${place.seat}`);
		return { ...student, place, bot: place !== undefined && !student.online, measured: undefined };
	});
	const header = setUp((chip, seat) => played.has(`${chip}:${seat}`));
	return { ...seated, round: { id, seed, header, closed: false } };
}

function makePresentHeader(simVersion: number, name: RoundName): RoundHeader {
	if (simVersion === simulation.version) return simulation.createHeader(name);
	throw new Error(`round of simulation version ${simVersion}; this is version ${simulation.version}`);
}

function placesOf(students: readonly Student[]): ReadonlyMap<string, SeatPlace> {
	return new Map(students.flatMap(({ id, place }) => (place === undefined ? [] : [[id, place] as const])));
}

function mapStudents(state: ClassState, change: (student: Student) => Student): ClassState {
	const students = new Map<string, Student>();
	for (const [id, student] of state.students) students.set(id, change(student));
	return { ...state, students };
}
