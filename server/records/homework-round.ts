import type { ClassState } from "#shared/class/class-state.ts";
import type { LessonId } from "#shared/lessons/ids.ts";
import { isPlayed, sideKeysOf } from "#shared/lessons/kind.ts";
import type { Lesson } from "#shared/lessons/lesson.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { at, numberAt } from "#shared/lib/assert.ts";
import { mean } from "#shared/lib/statistics.ts";
import { PLAYED_SHARE_MIN, shareOfParts } from "#shared/result/attendance.ts";
import { SCORE_FORMULA } from "#shared/result/score.ts";
import type { HomeworkRound } from "../store/homework.ts";
import type { MeasuredRound } from "./measure-worker.ts";

/** A measured round of a practice, and its class at the end of the round. */
export type PlayedPractice = Omit<MeasuredRound, "evidence"> & { readonly state: ClassState };

const NOTHING: HomeworkRound = {
	finishedMs: null,
	score: null,
	formula: SCORE_FORMULA,
	value: null,
	played: null,
	hints: 0,
	sides: [],
};

/** A round played to its end. `played`: the share of it in which the student decided, 0 to 1. */
type Part = {
	readonly side: number;
	/** null where naive and best known hardly differ. */
	readonly score: number | null;
	readonly value: number;
	readonly played: number;
	readonly timeNs: number;
	/** Hints taken so far, those of a first part included. */
	readonly hints: number;
};

/**
 * Returns a function that takes the rounds of one practice as they end. It returns what each contributes to the
 * homework's result, or undefined if nothing. In a lesson with two sides a run counts once both parts have been
 * played, with the means of both; so does the share that the student played. Until then only its first side is reported.
 */
export function createHomeworkTally(): (
	played: PlayedPractice,
	finishedMs: number,
) => HomeworkRound | undefined {
	let first: Part | undefined;
	return (round, finishedMs) => {
		const lesson = lessonById(round.outcome.lesson as LessonId);
		if (!isPlayed(lesson)) return experimentOf(round, finishedMs);
		const part = partOf(lesson, round);
		const before = round.outcome.part === 1 ? first : undefined;
		first = round.outcome.part === 0 ? part : undefined;
		if (!round.attendance.finished) return undefined;
		const parts = [before, part].filter((one) => one !== undefined);
		const played = shareOfParts(parts) ?? 0;
		return played < PLAYED_SHARE_MIN ? { ...NOTHING, played } : tell(lesson, parts, played, finishedMs);
	};
}

/**
 * The result of an experiment: it has no score, and no bot could have done it. undefined until the student has
 * finished.
 */
function experimentOf({ state }: PlayedPractice, finishedMs: number): HomeworkRound | undefined {
	const isDone = [...state.students.values()].some(({ measured }) => measured !== undefined);
	return isDone ? { ...NOTHING, finishedMs } : undefined;
}

/**
 * The student's own chip; undefined if the round was cut short, or if the student was away so long that the seat was
 * lost.
 */
function partOf(lesson: Lesson, { state, outcome, attendance }: PlayedPractice): Part | undefined {
	const [student] = state.students.values();
	const place = student?.place;
	if (!attendance.finished || student === undefined || place === undefined) return undefined;
	const chip = at(outcome.chips, place.chip);
	const played = numberAt(at(attendance.shares, place.chip), place.seat);
	return {
		side: chip.side,
		score: chip.score,
		value: lesson.measure.of(chip),
		played,
		timeNs: chip.timeNs,
		hints: student.hints,
	};
}

function tell(lesson: Lesson, parts: readonly Part[], played: number, finishedMs: number): HomeworkRound {
	const hints = Math.max(...parts.map((part) => part.hints));
	const sides = sideKeysOf(lesson).map((_, side) => {
		const part = parts.find((one) => one.side === side);
		return part === undefined ? null : { score: part.score, value: part.value };
	});
	if (sides.includes(null)) return { ...NOTHING, played, hints, sides };
	const scores = parts.flatMap((part) => part.score ?? []);
	const score = scores.length === parts.length ? mean(scores) : null;
	const value = mean(parts.map((part) => part.value));
	return { ...NOTHING, finishedMs, score, value, played, hints, sides };
}
