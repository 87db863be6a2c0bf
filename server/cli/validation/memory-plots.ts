import { streamSpeedup, switchCostUs } from "#shared/validation/memory-rows.ts";
import { finishOfThree } from "#shared/validation/ostep-rows.ts";
import { BLUE, curve, dots, GREEN, line, PINK, rings, upTo, YELLOW } from "../draw/plot-kit.ts";
import type { Plot } from "../draw/svg-plot.ts";
import { solveStreams } from "./stream-law.ts";

/** Programs that stream through memory on one bus. */
export function bandwidthPlot(): Plot {
	return {
		title: "The memory bus saturates",
		caption:
			"Programs that read memory in one long stream, one per core, on a bus of 20 GB/s. Blue: M/D/1 queueing in closed form. Pink: what more cores would give if the bus had no end.",
		xLabel: "streams",
		yLabel: "times the work of one",
		isLogX: false,
		isLogY: false,
		series: [
			line(
				"no limit",
				PINK,
				curve([0, 6], (count) => count),
			),
			line("closed form", BLUE, curve(upTo(16), solveStreams)),
			dots("simulation", GREEN, curve(upTo(16), streamSpeedup)),
		],
	};
}

/** The cost of a context switch by the working set, on the machine of Li, Ding and Shen. */
export function switchPlot(): Plot {
	const sizes = [16, 32, 64, 128, 192, 256, 288, 320, 384, 448, 512, 768, 1_024];
	return {
		title: "A switch costs what it throws out of the cache",
		caption:
			"Two processes take turns on a core with a cache of 512 KiB. Dots: the simulation. Rings: measured by Li, Ding and Shen 2007, the left one for the flat part of 4.2 to 8.7 us, where ours is the bare switch of 3.8 us. Beyond 512 KiB a process misses anyway, so a switch takes less from it.",
		xLabel: "working set of each, in KiB",
		yLabel: "us per switch",
		isLogX: true,
		isLogY: false,
		series: [
			dots("simulation", GREEN, curve(sizes, switchCostUs)),
			rings("measured", YELLOW, [
				[64, 6.45],
				[512, 203],
			]),
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
			rings("OSTEP", YELLOW, [
				[50, 100],
				[100, 55],
			]),
		],
	};
}
