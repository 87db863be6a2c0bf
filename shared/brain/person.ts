import type { z } from "zod";
import { prpMeans, type Trial } from "../analysis/prp.ts";
import { SOAS_MS } from "../analysis/prp-reference.ts";
import { at } from "../lib/assert.ts";
import type { DeepReadonly } from "../lib/deep-readonly.ts";
import { mean } from "../lib/statistics.ts";
import type { personMeansFile } from "./person-file.ts";
import { type DualTrial, FRAME_MS_MAX, faultOf, isCoarse, type SearchTrial } from "./trial.ts";
import { type DualSpec, PRACTICE_TRIALS, type SearchSpec } from "./trial-order.ts";
import type { Verdict } from "./verdict.ts";

/** All that is kept of a person: means per interval, never single reaction times. */
export type PersonMeans = DeepReadonly<z.infer<typeof personMeansFile>>;

/** Least share of trials with both answers right; below it, the task was not understood or not done. */
const RIGHT_SHARE_MIN = 0.7;
/** Largest share of trials spoilt by the screen; above it, the device is at fault. */
const SPOILT_SHARE_MAX = 1 / 3;
/** Fewest trials that must remain at every interval. */
const TRIALS_MIN = 2;
/** Two answers closer than this were made as one. */
const GROUPED_MS = 100;
const SEARCH_MS = { least: 150, most: 3_000 };

/**
 * Means of a person's trials, which are in the order of `specs`, practice first, and a verdict on whether they
 * count.
 */
export function personMeans(
	search: readonly SearchTrial[],
	searchSpecs: readonly SearchSpec[],
	dual: readonly DualTrial[],
	dualSpecs: readonly DualSpec[],
): PersonMeans {
	const real = dual.slice(PRACTICE_TRIALS).map((trial, index) => {
		const { soaMs } = at(dualSpecs, PRACTICE_TRIALS + index);
		return { trial, soaMs, fault: faultOf(trial, soaMs) };
	});
	const kept = real.flatMap(({ trial: { shownMs, rt1Ms, rt2Ms }, soaMs, fault }) =>
		fault !== undefined || rt1Ms === null || rt2Ms === null ? [] : [{ soaMs, shownMs, rt1Ms, rt2Ms }],
	);
	const points = SOAS_MS.flatMap((soaMs) => {
		const own = kept.filter((trial) => trial.soaMs === soaMs);
		return prpMeans(own).map((point) => ({ ...rounded(point), trials: own.length }));
	});
	const judged = { dual, real, fewest: Math.min(...SOAS_MS.map((soaMs) => trialsAt(points, soaMs))) };
	return {
		verdict: verdictOf(judged.dual, judged.real, judged.fewest),
		points,
		search: searchMeans(search, searchSpecs),
		done: real.length,
		kept: kept.length,
		grouped: kept.filter(({ shownMs, rt1Ms, rt2Ms }) => shownMs + rt2Ms - rt1Ms < GROUPED_MS).length,
	};
}

/** Record of a person who sits out; no reason is kept. */
export const SAT_OUT: PersonMeans = {
	verdict: "satOut",
	points: [],
	search: [],
	done: 0,
	kept: 0,
	grouped: 0,
};

/** Whether a person has done enough trials for a curve, even if it turns out not to count. */
export function hasMeasured({ done }: PersonMeans): boolean {
	return done >= TRIALS_MIN * SOAS_MS.length;
}

type Judged = { readonly trial: DualTrial; readonly fault: ReturnType<typeof faultOf> };

function verdictOf(dual: readonly DualTrial[], real: readonly Judged[], fewest: number): Verdict {
	if (isCoarse(dual.flatMap(({ rt1Ms, rt2Ms }) => [rt1Ms ?? [], rt2Ms ?? []].flat()))) return "coarseClock";
	const spoilt = real.filter(({ fault }) => fault === "screen").length;
	if (real.length > 0 && spoilt > SPOILT_SHARE_MAX * real.length) return "slowScreen";
	const right = real.filter(({ trial }) => trial.right1 && trial.right2).length;
	if (real.length > 0 && right < RIGHT_SHARE_MIN * real.length) return "fewRight";
	return fewest < TRIALS_MIN ? "fewTrials" : "counted";
}

function trialsAt(points: PersonMeans["points"], soaMs: number): number {
	return points.find((point) => point.soaMs === soaMs)?.trials ?? 0;
}

function searchMeans(trials: readonly SearchTrial[], specs: readonly SearchSpec[]): PersonMeans["search"] {
	const right = trials.flatMap(({ rtMs, right }, index) =>
		right && rtMs !== null && rtMs >= SEARCH_MS.least && rtMs <= SEARCH_MS.most
			? [{ items: at(specs, index).items, rtMs }]
			: [],
	);
	return [...new Set(right.map(({ items }) => items))]
		.sort((left, right) => left - right)
		.map((items) => {
			const own = right.filter((one) => one.items === items);
			return { items, rtMs: tenth(mean(own.map(({ rtMs }) => rtMs))) };
		});
}

/** Tenths of a ms are finer than any device resolves. */
function rounded({ soaMs, shownMs, rt1Ms, rt2Ms }: Trial): Trial {
	return { soaMs, shownMs: tenth(shownMs), rt1Ms: tenth(rt1Ms), rt2Ms: tenth(rt2Ms) };
}

function tenth(ms: number): number {
	return Math.round(ms * 10) / 10;
}

/** Whether the device draws too slowly for the experiment; told before the first trial. */
export function isSlowScreen(frameMs: number): boolean {
	return frameMs > FRAME_MS_MAX;
}
