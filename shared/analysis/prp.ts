import { mean, variance } from "../lib/statistics.ts";
/**
 * Reaction times of one trial (or means over trials) of the psychological refractory period, in ms; `soaMs` is
 * the intended interval between the stimuli, `shownMs` the one that the screen showed.
 */
export type Trial = {
	readonly soaMs: number;
	readonly shownMs: number;
	readonly rt1Ms: number;
	readonly rt2Ms: number;
};

/** Means of a class at one interval, over `people` people. */
export type PrpPoint = Trial & {
	/** Half width of the 95 % confidence interval. */
	readonly rt1MarginMs: number;
	readonly rt2MarginMs: number;
	readonly people: number;
};

/** The curve of a class and what is derived from it. */
export type PrpCurve = {
	/** By interval, shortest first: means over people of each person's mean. */
	readonly points: readonly PrpPoint[];
	/**
	 * Second reaction time at the shortest interval less that at the longest, and the half width of its 95 %
	 * interval.
	 */
	readonly effectMs: number;
	readonly effectMarginMs: number;
	/** Change of the second reaction time per ms of interval, within people, over intervals up to `slopeUpToMs`. */
	readonly slope: number;
};

/** Limits of plausible reaction times in ms, as in the published analysis. */
const RT1_MS = { least: 200, most: 2_000 };
const RT2_MS = { least: 150, most: 2_000 };

/** Keeps plausible trials: both times within limits, and the first answer before the second. */
export function plausible<Each extends Trial>(trials: readonly Each[]): Each[] {
	return trials.filter(
		({ shownMs, rt1Ms, rt2Ms }) =>
			rt1Ms >= RT1_MS.least &&
			rt1Ms <= RT1_MS.most &&
			rt2Ms >= RT2_MS.least &&
			rt2Ms <= RT2_MS.most &&
			rt1Ms < shownMs + rt2Ms,
	);
}

/**
 * Fits the curve of a class. Differences between people are removed (each person's mean is replaced by the
 * class's), so that only the effect of the interval is left, and the margins refer to that (Cousineau 2005,
 * corrected by Morey 2008). Needs at least one plausible trial.
 */
export function prpCurve(people: readonly (readonly Trial[])[], slopeUpToMs = 300): PrpCurve {
	const means = people.map((trials) => prpMeans(plausible(trials))).filter((each) => each.length > 0);
	const soas = [...new Set(means.flatMap((each) => each.map(({ soaMs }) => soaMs)))].sort(
		(left, right) => left - right,
	);
	const classRt1Ms = mean(means.map((each) => mean(each.map(({ rt1Ms }) => rt1Ms))));
	const classRt2Ms = mean(means.map((each) => mean(each.map(({ rt2Ms }) => rt2Ms))));
	const adjusted = means.map((each) => {
		const shift1Ms = classRt1Ms - mean(each.map(({ rt1Ms }) => rt1Ms));
		const shift2Ms = classRt2Ms - mean(each.map(({ rt2Ms }) => rt2Ms));
		return each.map((one) => ({ ...one, rt1Ms: one.rt1Ms + shift1Ms, rt2Ms: one.rt2Ms + shift2Ms }));
	});
	const correction = soas.length < 2 ? 1 : soas.length / (soas.length - 1);
	const points = soas.map((soaMs) => pointOf(soaMs, adjusted.flat(), correction));
	const effects = means.flatMap((each) => {
		const first = each.find(({ soaMs }) => soaMs === soas[0]);
		const last = each.find(({ soaMs }) => soaMs === soas.at(-1));
		return first === undefined || last === undefined ? [] : [first.rt2Ms - last.rt2Ms];
	});
	const [first, last] = [points[0], points.at(-1)];
	const effectMs = first === undefined || last === undefined ? Number.NaN : first.rt2Ms - last.rt2Ms;
	return { points, effectMs, effectMarginMs: marginOf(effects, 1), slope: slopeWithin(means, slopeUpToMs) };
}

/** One mean trial per interval, in the order in which intervals first appear. */
export function prpMeans(trials: readonly Trial[]): Trial[] {
	return [...new Set(trials.map(({ soaMs }) => soaMs))].map((soaMs) => {
		const own = trials.filter((trial) => trial.soaMs === soaMs);
		return {
			soaMs,
			shownMs: mean(own.map(({ shownMs }) => shownMs)),
			rt1Ms: mean(own.map(({ rt1Ms }) => rt1Ms)),
			rt2Ms: mean(own.map(({ rt2Ms }) => rt2Ms)),
		};
	});
}

function pointOf(soaMs: number, means: readonly Trial[], correction: number): PrpPoint {
	const here = means.filter((one) => one.soaMs === soaMs);
	const rt1 = here.map(({ rt1Ms }) => rt1Ms);
	const rt2 = here.map(({ rt2Ms }) => rt2Ms);
	return {
		soaMs,
		shownMs: mean(here.map(({ shownMs }) => shownMs)),
		rt1Ms: mean(rt1),
		rt1MarginMs: marginOf(rt1, correction),
		rt2Ms: mean(rt2),
		rt2MarginMs: marginOf(rt2, correction),
		people: here.length,
	};
}

/** Slope by least squares with an intercept per person. */
function slopeWithin(people: readonly (readonly Trial[])[], upToMs: number): number {
	let covariance = 0;
	let spread = 0;
	for (const person of people) {
		const points = person.filter(({ soaMs }) => soaMs <= upToMs);
		const shownMean = mean(points.map(({ shownMs }) => shownMs));
		const rtMean = mean(points.map(({ rt2Ms }) => rt2Ms));
		for (const { shownMs, rt2Ms } of points) {
			covariance += (shownMs - shownMean) * (rt2Ms - rtMean);
			spread += (shownMs - shownMean) * (shownMs - shownMean);
		}
	}
	return covariance / spread;
}

/** Half width of the 95 % interval of the mean; 0 for a single value, of which nothing is known. */
function marginOf(values: readonly number[], correction: number): number {
	if (values.length < 2) return 0;
	return studentQuantile(values.length - 1) * Math.sqrt((correction * variance(values)) / values.length);
}

/** 97.5 % quantile of Student's t by its expansion in 1 / degrees; within 0.1 % from 6 degrees on. */
function studentQuantile(degrees: number): number {
	const z = 1.959964;
	return (
		z +
		(z ** 3 + z) / (4 * degrees) +
		(5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2) +
		(3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * degrees ** 3)
	);
}
