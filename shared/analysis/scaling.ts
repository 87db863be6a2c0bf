import { karpFlatt } from "./amdahl.ts";
import { fitUsl, type Usl, uslPeak } from "./usl.ts";

/** A measured speed-up over one core. */
export type ScalingPoint = { readonly cores: number; readonly speedup: number };

/** What the laws of scaling make of measured speed-ups. */
export type Scaling = {
	/** Serial share by Karp and Flatt for each point of more than one core: where it grows, overhead does. */
	readonly karpFlatt: readonly { readonly cores: number; readonly serialShare: number }[];
	/** The serial share with which Amdahl's law, and Gustafson's, come closest. */
	readonly amdahlSerialShare: number;
	readonly gustafsonSerialShare: number;
	/** The universal scalability law, and beyond how many cores it gets worse; null where it never does. */
	readonly usl: Usl & { readonly peakCores: number | null };
};

/**
 * Fits the laws to speed-ups over one core. Amdahl's is linear in 1/S: 1/S = 1/N + s (1 - 1/N); Gustafson's
 * in S: S = N - s (N - 1); both by least squares. Undefined for less than three numbers of cores, or where
 * the first is not one core.
 */
export function fitScaling(points: readonly ScalingPoint[]): Scaling | undefined {
	const counts = new Set(points.map(({ cores }) => cores));
	if (counts.size < 3 || points[0]?.cores !== 1 || points.some(({ speedup }) => !(speedup > 0)))
		return undefined;
	const many = points.filter(({ cores }) => cores > 1);
	const usl = fitUsl(points.map(({ cores, speedup }) => ({ cores, throughput: speedup })));
	return {
		karpFlatt: many.map(({ cores, speedup }) => ({ cores, serialShare: karpFlatt(speedup, cores) })),
		amdahlSerialShare: slope(many.map(({ cores, speedup }) => [1 - 1 / cores, 1 / speedup - 1 / cores])),
		gustafsonSerialShare: slope(many.map(({ cores, speedup }) => [cores - 1, cores - speedup])),
		usl: { ...usl, peakCores: usl.beta > 0 ? uslPeak(usl) : null },
	};
}

/** Least squares of y = slope x. */
function slope(points: readonly (readonly [x: number, y: number])[]): number {
	let covariance = 0;
	let spread = 0;
	for (const [x, y] of points) {
		covariance += x * y;
		spread += x * x;
	}
	return covariance / spread;
}
