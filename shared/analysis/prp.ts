/** One trial of the psychological refractory period: ms between the stimuli, and both reaction times. */
export type Trial = { readonly soaMs: number; readonly rt1Ms: number; readonly rt2Ms: number };

export type PrpCurve = {
	/** By interval, shortest first: means over people of each person's mean, their 95 % margin, and how many. */
	readonly points: readonly {
		readonly soaMs: number;
		readonly rt1Ms: number;
		readonly rt2Ms: number;
		readonly rt2MarginMs: number;
		readonly people: number;
	}[];
	/** Second reaction time at the shortest interval less that at the longest. */
	readonly effectMs: number;
	/** Change of the second reaction time per ms of interval, within people, over intervals up to `slopeUpToMs`. */
	readonly slope: number;
};

/** Limits of plausible reaction times, in ms; both must be right and the first before the second. */
const RT1_MS = { least: 200, most: 2_000 };
const RT2_MS = { least: 150, most: 2_000 };

/** Keeps the trials that a mean may count. */
export function plausible(trials: readonly Trial[]): Trial[] {
	return trials.filter(
		({ soaMs, rt1Ms, rt2Ms }) =>
			rt1Ms >= RT1_MS.least &&
			rt1Ms <= RT1_MS.most &&
			rt2Ms >= RT2_MS.least &&
			rt2Ms <= RT2_MS.most &&
			rt1Ms < soaMs + rt2Ms,
	);
}

/**
 * The curve of a class. Differences between people are taken out (each person's own mean is replaced by
 * the class's), so that only what the interval does is left. Needs at least one plausible trial.
 */
export function prpCurve(people: readonly (readonly Trial[])[], slopeUpToMs = 300): PrpCurve {
	const means = people.map((trials) => meansBySoa(plausible(trials))).filter((each) => each.size > 0);
	const soas = [...new Set(means.flatMap((each) => [...each.keys()]))].sort((left, right) => left - right);
	const classMean = mean(means.map((each) => mean([...each.values()].map(({ rt2Ms }) => rt2Ms))));
	const adjusted = means.map((each) => {
		const own = mean([...each.values()].map(({ rt2Ms }) => rt2Ms));
		return new Map(
			[...each].map(([soaMs, { rt1Ms, rt2Ms }]) => [soaMs, { rt1Ms, rt2Ms: rt2Ms - own + classMean }]),
		);
	});
	const points = soas.map((soaMs) => {
		const at = adjusted.flatMap((each) => each.get(soaMs) ?? []);
		const rt2 = at.map(({ rt2Ms }) => rt2Ms);
		return {
			soaMs,
			rt1Ms: mean(at.map(({ rt1Ms }) => rt1Ms)),
			rt2Ms: mean(rt2),
			rt2MarginMs: 1.96 * Math.sqrt(variance(rt2) / rt2.length),
			people: at.length,
		};
	});
	const [first, last] = [points[0], points.at(-1)];
	const effectMs = first === undefined || last === undefined ? Number.NaN : first.rt2Ms - last.rt2Ms;
	return { points, effectMs, slope: slopeWithin(adjusted, slopeUpToMs) };
}

type Means = Map<number, { readonly rt1Ms: number; readonly rt2Ms: number }>;

function meansBySoa(trials: readonly Trial[]): Means {
	const soas = [...new Set(trials.map(({ soaMs }) => soaMs))];
	return new Map(
		soas.map((soaMs) => {
			const own = trials.filter((trial) => trial.soaMs === soaMs);
			return [
				soaMs,
				{ rt1Ms: mean(own.map(({ rt1Ms }) => rt1Ms)), rt2Ms: mean(own.map(({ rt2Ms }) => rt2Ms)) },
			];
		}),
	);
}

/** Least squares with a mean of its own for each person. */
function slopeWithin(people: readonly Means[], upToMs: number): number {
	let covariance = 0;
	let spread = 0;
	for (const person of people) {
		const points = [...person].filter(([soaMs]) => soaMs <= upToMs);
		const soaMean = mean(points.map(([soaMs]) => soaMs));
		const rtMean = mean(points.map(([, { rt2Ms }]) => rt2Ms));
		for (const [soaMs, { rt2Ms }] of points) {
			covariance += (soaMs - soaMean) * (rt2Ms - rtMean);
			spread += (soaMs - soaMean) * (soaMs - soaMean);
		}
	}
	return covariance / spread;
}

function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function variance(values: readonly number[]): number {
	const middle = mean(values);
	return values.length < 2
		? 0
		: values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1);
}
