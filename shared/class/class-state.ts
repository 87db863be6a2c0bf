import type { PersonMeans } from "../brain/person.ts";
import type { LessonId, Level } from "../lessons/ids.ts";
import { PLAIN_PLAN, type PlanSwitches } from "../lessons/plan-switches.ts";
import { lessonById } from "../lessons/table.ts";
import { at } from "../lib/assert.ts";
import { unreachable } from "../lib/unreachable.ts";
import type { RoundHeader } from "../round/round.ts";
import { type RoundName, simulation } from "../round/simulation.ts";
import type { ClassEvent, SeatPlace } from "./class-event.ts";
import { earlierSeating } from "./earlier-seating.ts";
import type { Phase } from "./phase.ts";
import { countSheet, NO_SHEETS, type ProbeMoment, type ProbeTally } from "./probe-tally.ts";
import type { PlayedRole } from "./role.ts";
import type { Seating } from "./seating.ts";
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
		case "opened":
			return withPlan(state, event);
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
		case "teamed":
			return joinTeam(state, event.student, event.team);
		case "seated":
			return takeSeat(state, event.student, event.place);
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
		case "hinted":
			return changeStudent(state, event.student, { hints: hintsOf(state, event.student) + 1 });
		case "answered":
			return answer(state, event.student, event.question, event.choice);
		case "asked":
			return { ...state, asked: event.moment ?? undefined };
		case "probed":
			return withSheet(state, event);
		case "roundClosed":
			return closeClassRound(state);
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

/** Whether the student has neither predicted in the current lesson nor chosen not to: nobody plays before that. */
export function isUndecided({ predicted }: Pick<Student, "predicted">): boolean {
	return predicted === undefined;
}

/** Id of the lesson the class is at. Throws before the class is opened. */
export function currentLessonId(state: ClassState): LessonId {
	return at(state.lessons, state.lesson);
}

function newcomer(id: string, name: string, token: string, order: number): Student {
	const start = { present: true, online: true, bot: false, place: undefined, predicted: undefined, hints: 0 };
	const alone = { team: undefined, moved: false, roles: [] };
	return { id, name, token, order, ...start, ...alone, removed: undefined, answers: [], measured: undefined };
}

function withPlan(state: ClassState, opened: Extract<ClassEvent, { type: "opened" }>): ClassState {
	const { code, kind, seed, level, chips, lessons, teamSize, switches, seat } = opened;
	return {
		...state,
		code,
		kind,
		seed,
		level,
		lessons,
		teamSize,
		switches,
		chipsMin: chips,
		chosenSeat: seat,
	};
}

function hintsOf({ students }: ClassState, id: string): number {
	return students.get(id)?.hints ?? 0;
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
	const explained = phase === "explain" || (state.explained && lesson === state.lesson);
	const entered = { ...state, phase, lesson, explained, paused: false, asked: undefined };
	if (lesson === state.lesson) return entered;
	return mapStudents(entered, (student) => ({ ...student, predicted: undefined, answers: [] }));
}

function joinTeam(state: ClassState, id: string, team: number): ClassState {
	const student = state.students.get(id);
	const moved = student?.place !== undefined && student.team !== undefined && student.team !== team;
	return changeStudent(state, id, moved ? { team, moved } : { team });
}

function takeSeat(state: ClassState, id: string, place: SeatPlace): ClassState {
	const seated = changeStudent(state, id, { place });
	const { round } = state;
	const team = state.students.get(id)?.team;
	if (round === undefined || team === undefined || round.teams[place.chip] !== null) return seated;
	return { ...seated, round: { ...round, teams: round.teams.with(place.chip, team) } };
}

/** What was played counts as a role, once for each lesson. */
function closeClassRound(state: ClassState): ClassState {
	if (state.round === undefined) return state;
	const { lesson } = state;
	const closed = { ...state, round: { ...state.round, closed: true } };
	return mapStudents(closed, (student) => {
		if (student.place === undefined) return student;
		const others = student.roles.filter((role) => role.lesson !== lesson);
		return { ...student, roles: [...others, { lesson, seat: student.place.seat }] };
	});
}

/** A student who is offline at this moment starts as a bot. */
function openClassRound(
	state: ClassState,
	{ round: id, seed, part, seats, simVersion }: Extract<ClassEvent, { type: "roundOpened" }>,
	makeHeader: MakeHeader,
): ClassState {
	const lesson = lessonById(currentLessonId(state));
	const setUp = (chips: number, isPerson: RoundName["isPerson"]) =>
		makeHeader(simVersion, { lesson: lesson.id, seed, chips, isPerson, level: state.level, part });
	const seatCounts = (chips: number) => setUp(chips, () => false).chips.map((chip) => chip.seats.length);
	const { roundNumber: rounds, chipsMin, round: last } = state;
	const before = { chipsMin, rounds, chips: last?.header.chips.length, students: presentStudents(state) };
	const { teams, places }: Seating =
		typeof seats === "string" ? earlierSeating(before, lesson, seats, seatCounts) : seats;
	const counts = seatCounts(teams.length);
	const byStudent = new Map(places.map(({ student, chip, seat }) => [student, { chip, seat }]));
	const played = new Set<string>();
	const next = { ...state, roundNumber: rounds + 1, turn: 0 };
	const seated = mapStudents(next, (student) => {
		const place = byStudent.get(student.id);
		const isThere = place !== undefined && place.seat < (counts[place.chip] ?? 0);
		if (isThere && student.online) played.add(`${place.chip}:${place.seat}`);
		const bot = isThere && !student.online;
		const hints = part === 0 ? 0 : student.hints;
		return { ...student, place: isThere ? place : undefined, bot, hints, moved: false, measured: undefined };
	});
	const header = setUp(teams.length, (chip, seat) => played.has(`${chip}:${seat}`));
	const byChip = header.chips.map((_, chip) => teams[chip] ?? null);
	return { ...seated, round: { id, seed, header, teams: byChip, closed: false } };
}

function makePresentHeader(simVersion: number, name: RoundName): RoundHeader {
	if (simVersion === simulation.version) return simulation.createHeader(name);
	throw new Error(`round of simulation version ${simVersion}; this is version ${simulation.version}`);
}

function mapStudents(state: ClassState, change: (student: Student) => Student): ClassState {
	const students = new Map<string, Student>();
	for (const [id, student] of state.students) students.set(id, change(student));
	return { ...state, students };
}
