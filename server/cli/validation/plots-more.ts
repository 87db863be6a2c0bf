import { finishOfThree } from "#shared/validation/ostep-rows.ts";
import { delegatedPerUs } from "#shared/validation/parallel-rows.ts";
import { BLUE, curve, dots, GREEN, line, PINK, upTo, YELLOW } from "../draw/plot-kit.ts";
import type { Plot } from "../draw/svg-plot.ts";

/** One master that hands out all work, by the number of workers. */
export function delegationPlot(): Plot {
	const workers = upTo(20);
	return {
		title: "One who hands out work is a bottleneck",
		caption:
			"A master needs 20 us to hand out a task, a worker 200 us to do it: from ten workers on the others wait for the master. Line: min(W / 200, 1 / 20). Dots: the simulation.",
		xLabel: "workers",
		yLabel: "tasks per ms",
		isLogX: false,
		isLogY: false,
		series: [
			line(
				"theory",
				BLUE,
				curve(workers, (count) => 1_000 * Math.min(count / 200, 1 / 20)),
			),
			dots(
				"simulation",
				GREEN,
				curve(workers, (count) => 1_000 * delegatedPerUs(count)),
			),
		],
	};
}

/** Three jobs on three cores by the cache of each core: all or nothing. */
export function ownCachePlot(): Plot {
	const sizes = [20, 40, 60, 80, 90, 99, 100, 101, 110, 120, 140, 160];
	return {
		title: "More than three times as fast on three cores",
		caption:
			"Three jobs of 100 ticks, each on a core of its own, with working sets of 100. On one core they take 300 ticks; three cores without caches that hold the sets take 100, with such caches 55, because each brings its own cache. Rings: OSTEP. Dots: the simulation.",
		xLabel: "cache of each core",
		yLabel: "ticks until all are done",
		isLogX: false,
		isLogY: false,
		series: [
			line(
				"a third of one core's time",
				PINK,
				curve([20, 160], () => 100),
			),
			dots("simulation", GREEN, curve(sizes, finishOfThree)),
			{
				label: "OSTEP",
				colour: YELLOW,
				kind: "rings",
				points: [
					[50, 100],
					[100, 55],
				],
			},
		],
	};
}
