/** How many times as many random runs as usual: `PROPERTY_RUNS=20` for a night. */
const FACTOR = Number(process.env["PROPERTY_RUNS"] ?? 1);

/** A failure is made smaller for so long, then told as it is. */
const TEST_MS_MAX = 10_000;

/** Parameters of a property that usually takes `count` random runs. */
export function runs(count: number): { readonly numRuns: number; readonly interruptAfterTimeLimit: number } {
	return { numRuns: Math.ceil(count * FACTOR), interruptAfterTimeLimit: Math.ceil(TEST_MS_MAX * FACTOR) };
}
