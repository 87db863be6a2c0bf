import { expect, test } from "vitest";
import { amdahlSpeedup, gustafsonSpeedup } from "#shared/analysis/amdahl.ts";
import { fitScaling } from "#shared/analysis/scaling.ts";
import { uslThroughput } from "#shared/analysis/usl.ts";

const CORES = [1, 2, 4, 8, 16];
const fitOf = (speedup: (cores: number) => number) =>
	fitScaling(CORES.map((cores) => ({ cores, speedup: speedup(cores) })));

test("finds the serial share that Amdahl's law was given, and Karp and Flatt's at every number of cores", () => {
	const fit = fitOf((cores) => amdahlSpeedup(0.9, cores));
	expect(fit?.amdahlSerialShare).toBeCloseTo(0.1, 12);
	for (const { serialShare } of fit?.karpFlatt ?? []) expect(serialShare).toBeCloseTo(0.1, 12);
	expect(fit?.karpFlatt.map(({ cores }) => cores)).toEqual([2, 4, 8, 16]);
	// Amdahl's law is the universal one without coherence.
	expect([fit?.usl.alpha, fit?.usl.beta].map((value) => value?.toFixed(6))).toEqual(["0.100000", "0.000000"]);
});

test("finds the serial share that Gustafson's law was given", () => {
	expect(fitOf((cores) => gustafsonSpeedup(0.2, cores))?.gustafsonSerialShare).toBeCloseTo(0.2, 12);
});

test("finds contention, coherence and the peak that the universal law was given", () => {
	const fit = fitOf((cores) => uslThroughput({ alpha: 0.05, beta: 0.01, gamma: 1 }, cores));
	expect(fit?.usl.alpha).toBeCloseTo(0.05, 9);
	expect(fit?.usl.peakCores).toBeCloseTo(Math.sqrt(0.95 / 0.01), 6);
});

test("fits nothing to fewer than three numbers of cores, or to what was not measured from one core on", () => {
	expect(fitScaling(CORES.slice(0, 2).map((cores) => ({ cores, speedup: cores })))).toBeUndefined();
	expect(fitScaling(CORES.slice(1).map((cores) => ({ cores, speedup: cores })))).toBeUndefined();
});
