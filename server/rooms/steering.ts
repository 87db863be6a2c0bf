import type { ClassFact } from "#shared/class/class-event.ts";
import { type ClassState, currentLessonId, isUndecided, presentStudents } from "#shared/class/class-state.ts";
import { foldFacts, type NewRound, openRound } from "#shared/class/open-round.ts";
import { momentOf } from "#shared/class/probe-tally.ts";
import { sideKeysOf } from "#shared/lessons/kind.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { ok, type Result, refuse } from "#shared/lib/result.ts";
import { unreachable } from "#shared/lib/unreachable.ts";
import type { Refusal } from "#shared/protocol/down.ts";
import type { SteerAction } from "#shared/protocol/up.ts";

type Steered = Result<readonly ClassFact[], Refusal>;

/** Returns the facts that `action` leads to. `round`: id for a round that it opens. */
export function steer(state: ClassState, action: SteerAction, round: string): Steered {
	const { phase } = state;
	switch (action) {
		case "next":
			return goOn(state, round);
		case "skip":
			if (phase === "lobby" || phase === "ended") return refuse("notNow");
			return ok([...closeRound(state), ...openNextLesson(foldFacts(state, closeRound(state)), round)]);
		case "repeat":
			return repeat(state, round, (seed) => seed);
		case "newSeed":
			return repeat(state, round, nextSeed);
		case "pause":
		case "resume": {
			const paused = action === "pause";
			if (phase !== "play" || state.paused === paused) return refuse("notNow");
			return ok([{ type: "paused", paused }]);
		}
		case "lock":
		case "unlock": {
			const locked = action === "lock";
			if (phase === "ended" || state.locked === locked) return refuse("notNow");
			return ok([{ type: "locked", locked }]);
		}
		case "generateNames":
		case "freeNames": {
			const generated = action === "generateNames";
			if (phase === "ended" || state.generatedNames === generated) return refuse("notNow");
			return ok([{ type: "naming", generated }]);
		}
		case "ask": {
			const moment = momentOf(state);
			if (state.kind === "practice" || state.asked !== undefined || moment === undefined)
				return refuse("notNow");
			return ok([{ type: "asked", moment }]);
		}
		case "askNoMore":
			return state.asked === undefined ? refuse("notNow") : ok([{ type: "asked", moment: null }]);
		case "end":
			if (phase === "ended") return refuse("notNow");
			return ok([...closeRound(state), { type: "phase", phase: "ended", lesson: state.lesson }]);
		default:
			return unreachable(action);
	}
}

/**
 * Returns what follows a round that has ended, early or not: after the first part of a two-sided lesson the second
 * part, with the id `round`, unless the plan has no second play, else the explanation.
 */
export function afterPlay(state: ClassState, round: string): readonly ClassFact[] {
	const { lesson } = state;
	const played = state.round?.header;
	const closed = closeRound(state);
	const hasParts = sideKeysOf(lessonById(currentLessonId(state))).length > 0;
	if (played?.part === 0 && hasParts && state.switches.secondPlay) {
		const second = openAfter(state, closed, { round, seed: played.seed, part: 1, seats: "kept" });
		return [...second, ...enterPlay(foldFacts(state, second))];
	}
	return [...closed, { type: "phase", phase: "explain", lesson }];
}

/**
 * Returns what becomes of an open round of an earlier version of the simulation, once another one is there: it ends with
 * what was played of it, which is explained. Of a round of which nothing was played another one takes the place, with
 * the id `round`, the same seed and the same seats.
 */
export function afterUpgrade(state: ClassState, round: string): readonly ClassFact[] {
	if (state.round === undefined) return [];
	if (state.turn === 0) return openRound(state, { round, seed: state.round.seed, part: 0, seats: "kept" });
	return [...closeRound(state), { type: "phase", phase: "explain", lesson: state.lesson }];
}

/** Opens a brief. Seats are dealt with it, so that everyone reads it in the role they will play. */
export function openLesson(state: ClassState, lesson: number, round: string): readonly ClassFact[] {
	const seed = (state.seed + lesson) >>> 0;
	return openAfter(state, [{ type: "phase", phase: "brief", lesson }], {
		round,
		seed,
		part: 0,
		seats: "dealt",
	});
}

function goOn(state: ClassState, round: string): Steered {
	const { phase, lesson } = state;
	switch (phase) {
		case "lobby":
			return ok(openLesson(state, 0, round));
		case "brief":
			return ok([{ type: "phase", phase: "predict", lesson }]);
		case "predict":
			// Alone there is nobody to wait for.
			if (state.kind === "practice" && presentStudents(state).some(isUndecided))
				return refuse("predictFirst");
			return ok(enterPlay(state));
		case "play":
			// Nothing has been played, so there is nothing to explain.
			return state.turn === 0 ? refuse("notNow") : ok(afterPlay(state, round));
		case "explain":
			return ok(openNextLesson(state, round));
		case "ended":
			return refuse("notNow");
		default:
			return unreachable(phase);
	}
}

function openNextLesson(state: ClassState, round: string): readonly ClassFact[] {
	const lesson = state.lesson + 1;
	if (lesson < state.lessons.length) return openLesson(state, lesson, round);
	return [{ type: "phase", phase: "ended", lesson: state.lesson }];
}

/** Plays the lesson again. Everyone keeps the seat. */
function repeat(state: ClassState, round: string, seedAfter: (seed: number) => number): Steered {
	const { phase } = state;
	if (state.round === undefined || phase === "lobby") return refuse("notNow");
	if (phase !== "play" && phase !== "explain") return refuse("roundOver");
	const seed = seedAfter(state.round.seed);
	const opened = openAfter(state, closeRound(state), { round, seed, part: 0, seats: "kept" });
	return ok([...opened, ...enterPlay(foldFacts(state, opened))]);
}

/** Play begins. Who has neither predicted nor chosen not to leaves the seat to its bot until then. */
function enterPlay(state: ClassState): readonly ClassFact[] {
	const waiting = presentStudents(state).filter(
		(student) => student.place !== undefined && !student.bot && isUndecided(student),
	);
	return [
		{ type: "phase", phase: "play", lesson: state.lesson },
		...waiting.map(({ id }) => ({ type: "botDrives", student: id, bot: true }) as const),
	];
}

/** Next seed: visits every 32-bit number before one repeats. */
function nextSeed(seed: number): number {
	return (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
}

/** The facts, and those that open a round after them. */
function openAfter(state: ClassState, facts: readonly ClassFact[], opened: NewRound): readonly ClassFact[] {
	return [...facts, ...openRound(foldFacts(state, facts), opened)];
}

/** Closes a round that has begun and is not closed yet. */
function closeRound({ round, turn }: ClassState): readonly ClassFact[] {
	if (round === undefined || round.closed || turn === 0) return [];
	return [{ type: "roundClosed", round: round.id, turns: turn }];
}
