import { scenarioOf, wholeNumber } from "../command/options.ts";
import { UsageError } from "../command/usage-error.ts";
import { gantt } from "../draw/gantt.ts";
import { writeTimelineSvg } from "../draw/timeline-svg.ts";
import { measuredOver, seedsOf, showMeasured } from "../run/measured.ts";
import { coresOf, type RunOptions, runChip } from "../run/run-chip.ts";
import { showResult } from "../run/show-result.ts";

type Pictures = {
	/** Draw the timeline below the result. */
	readonly gantt: boolean;
	/** The file to write the timeline to. */
	readonly svg?: string | undefined;
};

/** Runs a lesson or a scenario file and shows the result: of one run with its timeline where asked for, of several seeds what they are measured by. */
export function runScenario(what: string, options: RunOptions & Pictures): string {
	const wantsTimeline = options.gantt || options.svg !== undefined;
	const cores = coresOf(options.cores);
	const seed = wholeNumber("--seed", options.seed, 0, 0xffff_ffff);
	const { measure, seeds: own } = scenarioOf(what, seed, cores);
	const seeds = seedsOf(options.seeds, own, seed);
	if (seeds.length > 1) {
		if (wantsTimeline) throw new UsageError("A timeline shows one run: add --seeds 1.");
		return runSeeds(what, options, cores, seeds);
	}
	const { chip, result, timeline } = runChip(what, options, cores, wantsTimeline);
	const lanes = { title: result.title, lanes: timeline, lengthNs: chip.nowNs };
	if (options.svg !== undefined) writeTimelineSvg(options.svg, [lanes]);
	const measured = measure.length === 0 ? [] : measuredOver(measure, [result]);
	if (options.json) return JSON.stringify({ ...result, measured }, null, "\t");
	const first = measured.length === 0 ? [] : [showMeasured(measured), ""];
	const pictures = options.gantt ? ["", gantt(lanes)] : [];
	return [...first, showResult(result), ...pictures].join("\n");
}

function runSeeds(
	what: string,
	options: RunOptions,
	cores: number | undefined,
	seeds: readonly number[],
): string {
	const runs = seeds.map((seed) => runChip(what, { ...options, seed: String(seed) }, cores, false));
	const measure = runs[0]?.chip.scenario.measure ?? [];
	const measured = measuredOver(
		measure,
		runs.map(({ result }) => result),
	);
	const first = runs[0]?.result;
	const { title = "", policy = "", pace = "machine" } = first ?? {};
	if (options.json) return JSON.stringify({ title, policy, pace, seeds, measured }, null, "\t");
	const head = `${title}: policy ${policy} at ${pace} pace, seeds ${seeds[0]} to ${seeds.at(-1)}`;
	return [head, "", showMeasured(measured)].join("\n");
}
