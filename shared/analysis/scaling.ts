import { karpFlatt } from "./amdahl.ts";
import { fitUsl, type Usl, uslPeak } from "./usl.ts";

/** A measured speed-up relative to one core. */
export type ScalingPoint = { readonly cores: number; readonly speedup: number };

/** Laws of scaling fitted to measured speed-ups. */
export type Scaling = {
	/** Serial share by Karp and Flatt at each point with more than one core; overhead grows where it grows. */
	readonly karpFlatt: readonly { readonly cores: number; readonly serialShare: number }[];
	/** Serial share with which Amdahl's law, and Gustafson's, fit best. */
	readonly amdahlSerialShare: number;
	readonly gustafsonSerialShare: number;
	/** The universal scalability law, and the number of cores with the highest throughput; null if there is none. */
	readonly usl: Usl & { readonly peakCores: number | null };
};

/**
 * Fits the laws to speed-ups over one core. Amdahl's is linear in 1/S: 1/S = 1/N + s (1 - 1/N); Gustafson's in
 * S: S = N - s (N - 1); both by least squares. Undefined with fewer than three numbers of cores, or if the
 * first is not one core.
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

/** Slope of y = slope x by least squares. */
function slope(points: readonly (readonly [x: number, y: number])[]): number {
	let covariance = 0;
	let spread = 0;
	for (const [x, y] of points) {
		covariance += x * y;
		spread += x * x;
	}
	return covariance / spread;
}
