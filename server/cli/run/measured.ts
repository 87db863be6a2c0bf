import { estimate } from "#shared/analysis/estimate.ts";
import type { ScenarioMeasure } from "#shared/sim/scenario/measures.ts";
import { duration, percent, table } from "../draw/show.ts";
import type { RunResult } from "./result.ts";

/** One measure over all seeds; null where no run has it. `low` to `high`: 95 % confidence. */
export type MeasureEstimate = {
	readonly measure: ScenarioMeasure;
	readonly mean: number | null;
	readonly low: number | null;
	readonly high: number | null;
	readonly values: readonly (number | null)[];
};

/** What a scenario that asks for nothing is measured by when it runs with several seeds. */
const BY_ITSELF: readonly ScenarioMeasure[] = ["makespan", "meanTurnaround", "meanResponse", "utilisation"];

/** The figures of the measures, one row of `results` per seed. */
export function measuredOver(
	measures: readonly ScenarioMeasure[],
	results: readonly RunResult[],
): MeasureEstimate[] {
	return (measures.length === 0 ? BY_ITSELF : measures).map((measure) => {
		const values = results.map((result) => figureOf(measure, result));
		const known = values.filter((value) => value !== null);
		if (known.length === 0) return { measure, mean: null, low: null, high: null, values };
		const { mean, halfWidth } = estimate(known);
		return { measure, mean, low: mean - halfWidth, high: mean + halfWidth, values };
	});
}

/** Measures for a reader, with their intervals where there are several seeds. */
export function showMeasured(measured: readonly MeasureEstimate[]): string {
	const isOne = measured.every(({ values }) => values.length === 1);
	const show = (measure: ScenarioMeasure, value: number | null) =>
		value === null ? "-" : showFigure(measure, value);
	if (isOne)
		return table(
			["measure", "value"],
			measured.map(({ measure, mean }) => [measure, show(measure, mean)]),
		);
	return table(
		["measure", "mean", "95 % from", "to"],
		measured.map(({ measure, mean, low, high }) => [
			measure,
			show(measure, mean),
			show(measure, low),
			show(measure, high),
		]),
	);
}

/** A figure in the unit of its measure. */
export function showFigure(measure: ScenarioMeasure, value: number): string {
	if (measure === "energy") return `${(value / 1e6).toFixed(3)} uJ`;
	if (SHARES.includes(measure)) return percent(value);
	if (RATIOS.includes(measure)) return value.toFixed(3);
	if (COUNTS.includes(measure)) return String(Number(value.toFixed(2)));
	return value < 0 ? `-${duration(-value)}` : duration(value);
}

const SHARES: readonly ScenarioMeasure[] = ["utilisation", "usefulShare", "busUtilisation"];
const RATIOS: readonly ScenarioMeasure[] = ["meanSlowdown", "tasksPerMs", "jobsPerMs"];
const COUNTS: readonly ScenarioMeasure[] = ["deadlineMisses", "lostUpdates", "pageFaults"];

function figureOf(measure: ScenarioMeasure, result: RunResult): number | null {
	const figures: Record<ScenarioMeasure, number | null> = {
		makespan: result.makespanNs,
		meanTurnaround: result.meanTurnaroundNs,
		worstTurnaround: result.worstTurnaroundNs,
		meanSlowdown: result.meanSlowdown,
		meanResponse: result.meanResponseNs,
		worstResponse: result.worstResponseNs,
		meanWait: result.waits?.meanNs ?? null,
		worstWait: result.waits?.maxNs ?? null,
		meanWaitSpell: result.waitSpells?.meanNs ?? null,
		worstWaitSpell: result.waitSpells?.maxNs ?? null,
		tasksPerMs: result.threadsPerMs,
		jobsPerMs: result.jobsPerMs,
		utilisation: result.utilisation,
		usefulShare: result.usefulShare,
		busUtilisation: result.bus.utilisation,
		energy: result.energyPj,
		deadlineMisses: result.deadlineMisses,
		lostUpdates: result.lostUpdates,
		pageFaults: result.dram.pageFaults,
	};
	return figures[measure];
}
