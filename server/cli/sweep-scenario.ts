import { fitScaling, type Scaling } from "#shared/analysis/scaling.ts";
import { type SweepPoint, sweep } from "#shared/round/sweep.ts";
import { showChecksum } from "#shared/sim/checksum.ts";
import { LIMITS } from "#shared/sim/limits.ts";
import { paceOf, policyOf, scenarioOf, wholeNumber } from "./options.ts";
import { createProgress } from "./progress.ts";
import type { RunOptions } from "./run-chip.ts";
import { largestLoss, percent, table } from "./show.ts";
import { UsageError } from "./usage-error.ts";

/** Runs a lesson or a scenario file once per number of cores, and shows the speed-up over the first. */
export function sweepScenario(what: string, options: RunOptions): string {
	if (options.cores === undefined) throw new UsageError("Say which numbers of cores: --cores 1,2,4,8.");
	const cores = options.cores.split(",").map((count) => wholeNumber("--cores", count, 1, LIMITS.cores));
	const seed = wholeNumber("--seed", options.seed, 0, 0xffff_ffff);
	const scenarioOn = (count: number) => scenarioOf(what, seed, count);
	const policy = policyOf(options.policy ?? scenarioOn(cores[0] ?? 1).policy);
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
