import { unreachable } from "../lib/unreachable.ts";
import type { ClassEvent } from "./class-event.ts";
import {
	closeClassRound,
	joinTeam,
	type MakeHeader,
	makePresentHeader,
	openClassRound,
	takeSeat,
} from "./class-round.ts";
import { type ClassState, changeStudent, mapStudents, type Student, withStudent } from "./class-state.ts";
import type { Phase } from "./phase.ts";
import { countSheet } from "./probe-tally.ts";

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
