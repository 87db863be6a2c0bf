import { fitScaling, type Scaling } from "#shared/analysis/scaling.ts";
import { at, numberAt } from "#shared/lib/assert.ts";
import { type SweepPoint, type SweepSetup, sweep as sweepCores } from "#shared/result/sweep.ts";
import { showChecksum } from "#shared/sim/chip/checksum.ts";
import { SCENARIO_MAX } from "#shared/sim/scenario/limits.ts";
import { parseWholeNumber, type Setting } from "../command/option.ts";
import { createProgress } from "../command/progress.ts";
import { JSON_OUTPUT, PACE, POLICY, SEED, SEEDS } from "../command/run-options.ts";
import { WHAT, WHAT_HELP } from "../command/scenario-source.ts";
import { UsageError } from "../command/usage-error.ts";
import { defineVerb } from "../command/verb.ts";
import { largestLoss, percent, table } from "../draw/show.ts";
import { figuresOf } from "../run/chip-figures.ts";
import { type MeasureEstimate, measuredOver, showFigure } from "../run/measured.ts";
import { runChip } from "../run/run-chip.ts";
import { type RunSetup, setupsFor } from "../run/run-setup.ts";

const CORE_COUNTS: Setting<readonly number[]> = {
	type: "setting",
	placeholder: "LIST",
	help: "the numbers of cores, with commas",
	isNeeded: true,
	parse: (written, name) => {
		if (written === undefined) throw new UsageError("Say which numbers of cores: --cores 1,2,4,8.");
		return written.split(",").map((count) => parseWholeNumber(name, count, 1, SCENARIO_MAX.cores));
	},
};

/** Runs a lesson or a scenario on several numbers of cores. */
export const sweep = defineVerb({
	name: "sweep",
	summary: "run it on several numbers of cores: the speed-up curve",
	words: WHAT,
	options: {
		policy: POLICY,
		cores: CORE_COUNTS,
		seed: SEED,
		seeds: SEEDS,
		pace: PACE,
		json: JSON_OUTPUT,
	},
	about: `Runs WHAT once on each number of cores, and shows how much more work per time each does than the
first, and what most of the rest of the cores' time went to: twice the cores are rarely twice as fast.
${WHAT_HELP}`,
	notes: "Try: npm run --silent sim -- sweep amdahl --cores 1,2,4,8,16 --policy lpt",
	act: (source, { cores, json, ...asked }, { print }) => {
		const runs = cores.map((count) => setupsFor(source, count, asked));
		const { scenario, policy } = at(at(runs, 0), 0);
		const isMeasured = at(runs, 0).length > 1 || scenario.measure.length > 0;
		if (isMeasured) print(sweepMeasures(cores, runs, json));
		else {
			const { seed, pace } = asked;
			const scenarioOn = (count: number) => source(seed, count);
			print(sweepSpeedups({ cores, scenarioOn, policy, seed, pace }, json));
		}
	},
});

/** The speed-up over the first number of cores. */
function sweepSpeedups(setup: SweepSetup, json: boolean): string {
	const say = createProgress();
	const points: SweepPoint[] = [];
	for (const point of sweepCores(setup)) {
		points.push(point);
		say(() => `${points.length} of ${setup.cores.length} numbers of cores`);
	}
	if (points.some(({ finished }) => !finished))
		process.stderr.write("The work cannot go on: what is left waits for something that never comes.\n");
	const scaling = fitScaling(points);
	if (!json) return `${showPoints(points)}\n${showScaling(scaling)}`;
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
	cores: readonly number[],
	runs: readonly (readonly RunSetup[])[],
	json: boolean,
): string {
	const rows = runs.map((setups, index) => ({
		cores: numberAt(cores, index),
		seeds: setups.map(({ seed }) => seed),
		measured: measuredOver(
			at(setups, 0).scenario.measure,
			setups.map((setup) => runChip(setup, false).result),
		),
	}));
	if (json) return JSON.stringify(rows, null, "\t");
	const head = rows[0]?.measured.map(({ measure }) => measure) ?? [];
	return table(
		["cores", ...head],
		rows.map(({ cores: count, measured }) => [count, ...measured.map(showMean)]),
	);
}

function showMean({ measure, mean, high }: MeasureEstimate): string {
	if (mean === null || high === null) return "-";
	const spread = high > mean ? ` +- ${showFigure(measure, high - mean)}` : "";
	return `${showFigure(measure, mean)}${spread}`;
}

function pointJson({ isAllDone, ...point }: SweepPoint) {
	return figuresOf(point, isAllDone);
}

function showPoints(points: readonly SweepPoint[]): string {
	return table(
		["cores", "speed-up", "jobs", "useful", "bus", "checksum", "most of the rest"],
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
