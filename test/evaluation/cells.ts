import {
	type DecisionFigures,
	evaluateDecisions,
	evaluatePolicies,
	JUDGING_SEEDS,
	medianPlayed,
	PACES_PER_S,
	type PoliciesEvaluation,
} from "#shared/evaluation/evaluate-lesson.ts";
import { LEVELS, type LessonId, type Level } from "#shared/lessons/ids.ts";
import { sidesOf } from "#shared/lessons/kind.ts";
import type { Lesson } from "#shared/lessons/lesson.ts";
import { numberAt } from "#shared/lib/assert.ts";
import { simulatePlayers } from "#shared/result/simulate-players.ts";
import { workOf } from "#shared/sim/chip/jobs.ts";
import type { Scenario } from "#shared/sim/scenario/scenario.ts";

/** A figure of the evaluation that takes long to compute. Nothing but the lesson, by its name, goes in. */
export type Cell<Value> = { readonly name: string; readonly compute: () => Value };

/** Where figures come from: computed now, or kept from another time. */
export type Figures = {
	readonly number: (cell: Cell<number>) => number;
	readonly decisions: (cell: Cell<readonly DecisionFigures[]>) => readonly DecisionFigures[];
};

/** All cells of a lesson, by name. */
export type Cells = {
	readonly numbers: ReadonlyMap<string, Cell<number>>;
	readonly decisions: ReadonlyMap<string, Cell<readonly DecisionFigures[]>>;
};

const [SLOWEST, MIDDLING] = PACES_PER_S;
/** Its levels are told apart by how long a chip holds out, which is no share of anything. */
const WITHOUT_SHARES: LessonId = "rush-hour";

/** The levels at which a lesson's players are held to targets. */
export function heldLevels({ id }: Lesson): readonly Level[] {
	return id === WITHOUT_SHARES ? ["standard"] : LEVELS;
}

/** How a lesson's players do: at the standard level at every pace, at others who does not know its idea at one. */
export function policiesOf(lesson: Lesson, level: Level, side: number, figures: Figures): PoliciesEvaluation {
	const played = medianPlayed(lesson, level, side, JUDGING_SEEDS);
	const othersPerS = level === "standard" ? PACES_PER_S : [MIDDLING];
	const measured = (policy: string, perS: number) =>
		figures.number({
			name: `${lesson.id} ${level} ${side}: ${policy} at ${perS}`,
			compute: () => played(policy, perS),
		});
	return evaluatePolicies(lesson, measured, othersPerS);
}

/** What there is to decide at the standard level. */
export function decisionsOf(lesson: Lesson, side: number, figures: Figures): readonly DecisionFigures[] {
	return figures.decisions({
		name: `${lesson.id} standard ${side}`,
		compute: () => evaluateDecisions(lesson, "standard", side, JUDGING_SEEDS),
	});
}

/** What share of all that could be reached, or as good as, who knows the idea reaches but decides slowly. */
export function shareReached(lesson: Lesson, level: Level, side: number, figures: Figures): number {
	return figures.number({
		name: `${lesson.id} ${level} ${side}: reached`,
		compute: () => computeShareReached(lesson, level, side),
	});
}

export function cellsOf(lesson: Lesson): Cells {
	const numbers = new Map<string, Cell<number>>();
	const decisions = new Map<string, Cell<readonly DecisionFigures[]>>();
	const noting: Figures = {
		number: (cell) => {
			numbers.set(cell.name, cell);
			return 0;
		},
		decisions: (cell) => {
			decisions.set(cell.name, cell);
			return [];
		},
	};
	for (const side of sidesOf(lesson)) {
		decisionsOf(lesson, side, noting);
		for (const level of heldLevels(lesson)) {
			policiesOf(lesson, level, side, noting);
			if (lesson.id !== WITHOUT_SHARES) shareReached(lesson, level, side, noting);
		}
	}
	return { numbers, decisions };
}

/** Only to be compared between levels. Median over the seeds. */
function computeShareReached(lesson: Lesson, level: Level, side: number): number {
	const cores = numberAt(lesson.chipCores, 0);
	const shares = JUDGING_SEEDS.map((seed) => {
		const setup = { cores, seed, level, side };
		const value = simulatePlayers(lesson, setup, lesson.policies.expert, SLOWEST);
		const possible = possibleIn(lesson, lesson.createScenario(setup));
		return lesson.measure.better === "more" ? value / possible : possible / value;
	});
	return numberAt(
		shares.toSorted((one, other) => one - other),
		shares.length >> 1,
	);
}

/** In what levels differ although nobody did anything: how much work comes, how long tasks are, or how many programs the law allows. */
function possibleIn(lesson: Lesson, { jobs, machine, end }: Scenario): number {
	const threads = jobs.flatMap((job) => job.threads);
	const sumNs = (some: typeof threads): number => some.reduce((sum, { program }) => sum + workOf(program), 0);
	if (lesson.measure.id === "turnaround") return sumNs(threads) / threads.length;
	if (lesson.measure.id === "kept") return sumNs(threads);
	if (lesson.measure.id !== "jobs" || end.type !== "horizon") return 1;
	const serialNs = sumNs(threads.filter(({ serial }) => serial)) / jobs.length;
	const parallelNs = sumNs(threads.filter(({ serial }) => !serial)) / jobs.length;
	return end.ns / (serialNs + parallelNs / machine.cores.length);
}
