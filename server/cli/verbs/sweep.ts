import { fitScaling, type Scaling } from "#shared/analysis/scaling.ts";
import { type SweepPoint, sweep } from "#shared/result/sweep.ts";
import { showChecksum } from "#shared/sim/chip/checksum.ts";
import { SCENARIO_MAX } from "#shared/sim/scenario/limits.ts";
import type { Measure } from "#shared/sim/scenario/measures.ts";
import { paceOf, policyOf, scenarioOf, wholeNumber } from "../command/options.ts";
import { createProgress } from "../command/progress.ts";
import { UsageError } from "../command/usage-error.ts";
import { largestLoss, percent, table } from "../draw/show.ts";
import { type Measured, measuredOver, seedsOf, showFigure } from "../run/measured.ts";
import { type RunOptions, runChip } from "../run/run-chip.ts";

/** Runs a lesson or a scenario file once per number of cores, and shows the speed-up over the first. */
export function sweepScenario(what: string, options: RunOptions): string {
	if (options.cores === undefined) throw new UsageError("Say which numbers of cores: --cores 1,2,4,8.");
	const cores = options.cores.split(",").map((count) => wholeNumber("--cores", count, 1, SCENARIO_MAX.cores));
	const seed = wholeNumber("--seed", options.seed, 0, 0xffff_ffff);
	const scenarioOn = (count: number) => scenarioOf(what, seed, count);
	const policy = policyOf(options.policy ?? scenarioOn(cores[0] ?? 1).policy);
	const { measure, seeds: own } = scenarioOn(cores[0] ?? 1);
	const seeds = seedsOf(options.seeds, own, seed);
	if (seeds.length > 1 || measure.length > 0) return sweepMeasures(what, options, cores, seeds, measure);
	const say = createProgress();
	const points: SweepPoint[] = [];
	for (const point of sweep({ cores, scenarioOn, policy, seed, pace: paceOf(options.pace) })) {
		points.push(point);
		say(() => `${points.length} of ${cores.length} numbers of cores`);
	}
	if (points.some(({ finished }) => !finished))
		process.stderr.write("The work cannot go on: what is left waits for something that never comes.\n");
	const scaling = fitScaling(points);
	if (!options.json) return `${showPoints(points)}\n${showScaling(scaling)}`;
	// The laws are fitted to all rows together, so each row carries them.
	return JSON.stringify(
		points.map((point) => ({ ...pointJson(point), scaling: scaling ?? null })),
		null,
		"\t",
	);
}

function showScaling(scaling: Scaling | undefined): string {
	if (scaling === undefined)
		return "\nThe laws of scaling need three or more numbers of cores, the first of them 1.";
	const { karpFlatt, amdahlSerialShare, gustafsonSerialShare, usl } = scaling;
	const shares = karpFlatt.map(({ cores, serialShare }) => `${percent(serialShare)} on ${cores}`).join(", ");
	const peak =
		usl.peakCores === null ? "never gets worse" : `gets worse beyond ${usl.peakCores.toFixed(1)} cores`;
	return [
		"",
		"what the laws of scaling say",
		`  serial share (Karp-Flatt)  ${shares}`,
		`  Amdahl                     closest with a serial share of ${percent(amdahlSerialShare)}`,
		`  Gustafson                  closest with a serial share of ${percent(gustafsonSerialShare)}`,
		`  universal law (USL)        contention ${usl.alpha.toFixed(4)}, coherence ${usl.beta.toFixed(6)}; ${peak}`,
	].join("\n");
}

/** The measures on each number of cores, over all seeds. */
function sweepMeasures(
	what: string,
	options: RunOptions,
	cores: readonly number[],
	seeds: readonly number[],
	measures: readonly Measure[],
): string {
	const rows = cores.map((count) => {
		const results = seeds.map(
			(seed) => runChip(what, { ...options, seed: String(seed) }, count, false).result,
		);
		return { cores: count, seeds, measured: measuredOver(measures, results) };
	});
	if (options.json) return JSON.stringify(rows, null, "\t");
	const head = rows[0]?.measured.map(({ measure }) => measure) ?? [];
	return table(
		["cores", ...head],
		rows.map(({ cores: count, measured }) => [count, ...measured.map(showMean)]),
	);
}

function showMean({ measure, mean, high }: Measured): string {
	if (mean === null || high === null) return "-";
	const spread = high > mean ? ` +- ${showFigure(measure, high - mean)}` : "";
	return `${showFigure(measure, mean)}${spread}`;
}

function pointJson(point: SweepPoint) {
	return { ...point, checksum: showChecksum(point.checksum) };
}

function showPoints(points: readonly SweepPoint[]): string {
	return table(
		["cores", "speed-up", "jobs", "busy", "bus", "checksum", "most of the rest"],
		points.map((point) => [
			point.cores,
			point.speedup.toFixed(3),
			point.jobsByWork.toFixed(2),
			percent(point.utilisation),
			percent(point.bus.utilisation),
			showChecksum(point.checksum),
			largestLoss(point.causes),
		]),
	);
}
