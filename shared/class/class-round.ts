import { lessonById } from "../lessons/table.ts";
import type { RoundHeader } from "../round/round.ts";
import { type RoundName, simulation } from "../round/simulation.ts";
import type { ClassEvent, SeatPlace } from "./class-event.ts";
import {
	type ClassState,
	changeStudent,
	currentLessonId,
	mapStudents,
	presentStudents,
} from "./class-state.ts";
import { earlierSeating } from "./earlier-seating.ts";
import type { Seating } from "./seating.ts";

/** Makes the header of a round of that simulation version. */
export type MakeHeader = (simVersion: number, name: RoundName) => RoundHeader;

/** Of that team from now on. */
export function joinTeam(state: ClassState, id: string, team: number): ClassState {
	const student = state.students.get(id);
	const moved = student?.place !== undefined && student.team !== undefined && student.team !== team;
	return changeStudent(state, id, moved ? { team, moved } : { team });
}

/** Seated in the open round. */
export function takeSeat(state: ClassState, id: string, place: SeatPlace): ClassState {
	const seated = changeStudent(state, id, { place });
	const { round } = state;
	const team = state.students.get(id)?.team;
	if (round === undefined || team === undefined || round.teams[place.chip] !== null) return seated;
	return { ...seated, round: { ...round, teams: round.teams.with(place.chip, team) } };
}

/** What was played counts as a role, once for each lesson. */
export function closeClassRound(state: ClassState): ClassState {
	if (state.round === undefined) return state;
	const { lesson } = state;
	const closed = { ...state, round: { ...state.round, closed: true } };
	return mapStudents(closed, (student) => {
		if (student.place === undefined) return student;
		const others = student.roles.filter((role) => role.lesson !== lesson);
		return { ...student, roles: [...others, { lesson, seat: student.place.seat }] };
	});
}

/** Seats everybody in a new round. A student who is offline at this moment starts as a bot. */
export function openClassRound(
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

/** Makes headers of rounds of the present version; throws on any other. */
export function makePresentHeader(simVersion: number, name: RoundName): RoundHeader {
	if (simVersion === simulation.version) return simulation.createHeader(name);
	throw new Error(`round of simulation version ${simVersion}; this is version ${simulation.version}`);
}
