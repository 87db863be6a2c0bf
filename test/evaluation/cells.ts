import { type DecisionFigures, evaluateDecisions } from "#shared/evaluation/decision-figures.ts";
import { evaluateLesson, judgedChips, type LessonEvaluation } from "#shared/evaluation/evaluate-lesson.ts";
import { LEVELS, type LessonId, type Level } from "#shared/lessons/ids.ts";
import { sidesOf } from "#shared/lessons/kind.ts";
import type { Lesson } from "#shared/lessons/lesson.ts";
import { numberAt } from "#shared/lib/assert.ts";
import { medianHigh } from "#shared/lib/statistics.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { simulatePlayers } from "#shared/result/simulate-players.ts";
import { workOf } from "#shared/sim/chip/jobs.ts";
import type { Scenario } from "#shared/sim/scenario/scenario.ts";

/** Something of the evaluation that takes long to compute. Nothing but the lesson, by its name, goes in. */
export type Cell<Value> = { readonly name: string; readonly compute: () => Value };

/** All cells of a lesson, by kind and name. */
export type Cells = {
	/** Its gates: one for each kind of chip at the levels that are kept. */
	readonly gates: ReadonlyMap<string, Cell<LessonEvaluation>>;
	/** What there is to decide at the standard level: one for each side. */
	readonly decisions: ReadonlyMap<string, Cell<readonly DecisionFigures[]>>;
	/** What share of all that could be reached a slow player reaches: one for each level and side. */
	readonly shares: ReadonlyMap<string, Cell<number>>;
};

/** Its levels are told apart by how long a chip holds out, which is no share of anything. */
export const WITHOUT_SHARES: LessonId = "rush-hour";
/** A slow player, in decisions per second. */
const SLOW_PER_S = 0.4;
/** Seeds of levels and decisions. */
const SEEDS: readonly number[] = Array.from({ length: 30 }, (_, index) => 101 + index);
/** Levels whose gates are kept; `npm run evaluate` judges all. */
export const KEPT_LEVELS: readonly Level[] = ["standard"];
/** Digits after the point of a figure that is kept: what is compared is what is read. */
const DIGITS = 3;

/** All that is kept of a lesson. */
export function cellsOf(lesson: Lesson): Cells {
	const { id } = lesson;
	const sides = sidesOf(lesson);
	const named = <Value>(cells: readonly Cell<Value>[]) => new Map(cells.map((cell) => [cell.name, cell]));
	return {
		gates: named(
			judgedChips(lesson, KEPT_LEVELS).map((chip) => ({
				name: `${id} ${chip.level} ${chip.side} ${chip.cores}`,
				compute: () => rounded(evaluateLesson(lesson, chip)),
			})),
		),
		decisions: named(
			sides.map((side) => ({
				name: `${id} standard ${side}`,
				compute: () => rounded(evaluateDecisions(lesson, "standard", side, SEEDS)),
			})),
		),
		shares: named(
			(id === WITHOUT_SHARES ? [] : LEVELS).flatMap((level) =>
				sides.map((side) => ({
					name: `${id} ${level} ${side}`,
					compute: () => rounded(shareReached(lesson, level, side)),
				})),
			),
		),
	};
}

function rounded<Value>(value: Value): Value {
	const text = JSON.stringify(value, (_, each: unknown) =>
		typeof each === "number" ? Number(each.toFixed(DIGITS)) : each,
	);
	return JSON.parse(text) as Value;
}

/** Only to be compared between levels. Median over the seeds. */
function shareReached(lesson: Lesson, level: Level, side: number): number {
	const cores = numberAt(lesson.chipCores, 0);
	return medianHigh(
		SEEDS.map((seed) => {
			const setup = { cores, seed, level, side };
			const value = simulatePlayers(lesson, setup, lesson.policies.expert, SLOW_PER_S);
			const possible = possibleIn(lesson, lesson.createScenario(setup));
			return lesson.measure.better === "more" ? value / possible : possible / value;
		}),
	);
}

/** In what levels differ although nobody did anything: how much work comes, how long tasks are, or how many programs the law allows. */
function possibleIn(lesson: Lesson, { jobs, machine, end }: Scenario): number {
	const threads = jobs.flatMap((job) => job.threads);
	const sumNs = (some: typeof threads): number => some.reduce((sum, { program }) => sum + workOf(program), 0);
	if (lesson.measure.id === "turnaround") return sumNs(threads) / threads.length;
	if (lesson.measure.id === "kept") return sumNs(threads) / NS_PER_PLAY_S;
	// Work by energy, in seconds of play per mJ.
	if (lesson.measure.id === "energy") return sumNs(threads) / NS_PER_PLAY_S;
	if (lesson.measure.id !== "jobs" || end.type !== "horizon") return 1;
	const serialNs = sumNs(threads.filter(({ serial }) => serial)) / jobs.length;
	const parallelNs = sumNs(threads.filter(({ serial }) => !serial)) / jobs.length;
	return end.ns / (serialNs + parallelNs / machine.cores.length);
}
