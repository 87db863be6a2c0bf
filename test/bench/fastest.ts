/** Of as many runs the fastest counts: all that the machine does besides only makes one slower. */
const RUNS = 15;

/** Seconds of the fastest run, what it needs being made before. */
export function fastestS<Made>(make: () => Made, run: (made: Made) => void): number {
	let fastestMs = Number.POSITIVE_INFINITY;
	for (let count = 0; count < RUNS; count++) {
		const made = make();
		const startMs = performance.now();
		run(made);
		fastestMs = Math.min(fastestMs, performance.now() - startMs);
	}
	return fastestMs / 1000;
}
