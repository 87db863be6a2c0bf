import { isPlayed } from "../lessons/kind.ts";
import { lessonById } from "../lessons/table.ts";
import { SIM_VERSION } from "../sim/version.ts";
import { applyClassEvent } from "./apply-class-event.ts";
import type { ClassFact } from "./class-event.ts";
import { type ClassState, currentLessonId, presentStudents, type Student } from "./class-state.ts";
import { keepSeats, type SeatedStudent } from "./free-seat.ts";
import { chipsNeeded, dealSeats, type Seating } from "./seating.ts";
import { formTeams, type TeamChoices, teamsByChip, teamsOf } from "./team.ts";

/** Which round is opened. `seats`: dealt to the teams anew, or kept, as far as everybody still has one. */
export type NewRound = {
	readonly round: string;
	readonly seed: number;
	readonly part: 0 | 1;
	readonly seats: "dealt" | "kept";
};

/**
 * The facts that open a round of the current lesson: those who have no team get one, which stays theirs, and the
 * teams are seated.
 */
export function openRound(state: ClassState, { round, seed, part, seats }: NewRound): ClassFact[] {
	const joining = teamFacts(state);
	const seating = seatClass(foldFacts(state, joining), seats);
	return [...joining, { type: "roundOpened", round, seed, part, seats: seating, simVersion: SIM_VERSION }];
}

/** In a practice there is nobody to be a team with. */
function teamFacts(state: ClassState): ClassFact[] {
	if (state.kind === "practice") return [];
	const shared = teamsOf(state).length > 0 ? [] : factsOf(teamsByChip(state));
	return [...shared, ...factsOf(formTeams(foldFacts(state, shared)))];
}

function factsOf(choices: TeamChoices): ClassFact[] {
	return [...choices].map(([student, team]): ClassFact => ({ type: "teamed", student, team }));
}

/** The class after those facts, with rounds of the present simulation. */
export function foldFacts(state: ClassState, facts: readonly ClassFact[]): ClassState {
	return facts.reduce((before, fact) => applyClassEvent(before, { turn: state.turn, ...fact }), state);
}

function seatClass(state: ClassState, seats: NewRound["seats"]): Seating {
	const lesson = lessonById(currentLessonId(state));
	// In an experiment everybody takes part and nobody has a seat.
	const isSeated = isPlayed(lesson);
	const students = isSeated ? presentStudents(state).map(seatedOf) : [];
	if (seats === "kept" && state.round !== undefined) return keepSeats(lesson, state.round.teams, students);
	const chipsMin = Math.max(lesson.chipsMin, isSeated ? state.chipsMin : 0);
	const dealt = dealSeats(lesson, chipsNeeded(lesson, chipsMin, students), students);
	const [alone] = students;
	if (state.chosenSeat === undefined || alone === undefined) return dealt;
	return { ...dealt, places: [{ student: alone.id, chip: 0, seat: state.chosenSeat }] };
}

/** A student as far as seats go. Who has changed teams gives the seat up. */
export function seatedOf({ id, team, roles, place, moved }: Student): SeatedStudent {
	return { id, team: team ?? null, roles, place: moved ? undefined : place };
}
