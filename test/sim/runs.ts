/** How many times as many random runs as usual: `PROPERTY_RUNS=20` for a night. */
const FACTOR = Number(process.env["PROPERTY_RUNS"] ?? 1);

/** Parameters of a property that usually takes `count` random runs, on a slow machine as on a quick one. */
export function runs(count: number): { readonly numRuns: number } {
	return { numRuns: Math.ceil(count * FACTOR) };
}
