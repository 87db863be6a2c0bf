import type { ClassFact, SeatPlace } from "#shared/class/class-event.ts";
import { type ClassState, currentLessonId, isUndecided, type Student } from "#shared/class/class-state.ts";
import { HINT_TURNS_MIN, HINTS_MAX } from "#shared/class/hints.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { at } from "#shared/lib/assert.ts";
import { ok, type Result, refuse } from "#shared/lib/result.ts";
import type { Refusal } from "#shared/protocol/down.ts";
import { STALE_TURNS } from "#shared/protocol/up.ts";
import type { Command } from "#shared/sim/chip/command.ts";
import type { Member } from "./audience.ts";
import { COMMANDS_PER_TURN_MAX } from "./limits.ts";
import type { LiveRound } from "./live-round.ts";
import type { UpMessage } from "./up-message.ts";

/**
 * Why a seat's command cannot even wait for its turn; undefined if it can. Whatever may change until then is
 * decided by the simulation, where the command takes effect.
 */
export function checkCommandNow(
	state: ClassState,
	live: LiveRound,
	place: SeatPlace,
	seen: number,
	command: Command,
): Refusal | undefined {
	// A turn beyond the last one is of the round before.
	if (seen >= live.turn || live.turn - 1 - seen > STALE_TURNS) return "stale";
	const { actions } = lessonById(currentLessonId(state));
	const allowed = place.seat === 0 ? actions.scheduler : actions.core;
	if (!allowed.includes(command.type)) return "notAllowed";
	if (command.type === "deal" && command.way !== undefined && actions.dealsWays !== true) return "notAllowed";
	if ("core" in command) {
		const cores = at(live.header.chips, place.chip).scenario.machine.cores.length;
		if (command.core >= cores) return "noSuchCore";
		if (place.seat !== 0 && command.core !== place.seat - 1) return "notYourSeat";
	}
	if (live.waiting(place.chip, place.seat) >= COMMANDS_PER_TURN_MAX) return "tooMany";
	return undefined;
}

/**
 * A prediction (null: none) is given before play, within the range of the lesson; by who comes later, once, before
 * their own play.
 */
function checkPrediction(state: ClassState, student: string, value: number | null): Refusal | undefined {
	const isLate = state.phase === "play" && needsPrediction(state, student);
	if (state.phase !== "predict" && !isLate) return "notNow";
	if (value === null) return undefined;
	const { min, max } = lessonById(currentLessonId(state)).prediction;
	return value >= min && value <= max ? undefined : "malformed";
}

/** Whether the student may not play yet, for want of a prediction or of the decision to give none. */
export function needsPrediction({ students }: ClassState, id: string): boolean {
	const student = students.get(id);
	return student !== undefined && isUndecided(student);
}

/** Whether play goes on without the student, who has neither predicted nor chosen not to. */
export function isWaiting({ phase }: ClassState, student: Student): boolean {
	return phase === "play" && isUndecided(student);
}

/** Why the student of a practice gets no hint now; undefined if one is given. */
function checkHint(state: ClassState, id: string): Refusal | undefined {
	if (state.kind !== "practice") return "notAllowed";
	const student = state.students.get(id);
	if (state.phase !== "play" || state.paused || student?.place === undefined) return "notNow";
	if (state.turn < HINT_TURNS_MIN) return "hintTooSoon";
	return student.hints < HINTS_MAX ? undefined : "noHintsLeft";
}

/** An answer is given once, because the right one is shown with it. */
function checkAnswer(
	state: ClassState,
	student: string,
	question: number,
	choice: number,
): Refusal | undefined {
	if (state.phase !== "explain") return "notNow";
	if (state.students.get(student)?.answers[question] != null) return "alreadyAnswered";
	const asked = lessonById(currentLessonId(state)).questions[question];
	return asked !== undefined && choice < asked.choices ? undefined : "malformed";
}

/** Returns the facts of a student's prediction, hint or answer, or why it is refused. */
export function note(
	state: ClassState,
	{ role, student }: Member,
	message: UpMessage & { type: "predict" | "hint" | "answer" },
): Result<readonly ClassFact[], Refusal> {
	if (role !== "student") return refuse("notAllowed");
	if (message.type === "predict") {
		const { value } = message.payload;
		const refusal = checkPrediction(state, student, value);
		return refusal === undefined ? ok(predicted(state, student, value)) : refuse(refusal);
	}
	if (message.type === "hint") {
		const refusal = checkHint(state, student);
		return refusal === undefined ? ok([{ type: "hinted", student }]) : refuse(refusal);
	}
	const { question, choice } = message.payload;
	const refusal = checkAnswer(state, student, question, choice);
	return refusal === undefined ? ok([{ type: "answered", student, question, choice }]) : refuse(refusal);
}

/** During play a prediction also takes the own seat over from its bot. */
function predicted(state: ClassState, student: string, value: number | null): readonly ClassFact[] {
	const told: ClassFact = { type: "predicted", student, value };
	const { place, bot } = state.students.get(student) ?? {};
	if (state.phase !== "play" || place === undefined || bot !== true) return [told];
	return [told, { type: "botDrives", student, bot: false }];
}
