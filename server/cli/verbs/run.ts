import { at } from "#shared/lib/assert.ts";
import { flag } from "../command/option.ts";
import { CORES, JSON_OUTPUT, PACE, POLICY, SEED, SEEDS, SVG } from "../command/run-options.ts";
import { WHAT, WHAT_HELP } from "../command/scenario-source.ts";
import { UsageError } from "../command/usage-error.ts";
import { defineVerb } from "../command/verb.ts";
import { gantt as drawGantt } from "../draw/gantt.ts";
import { writeTimelineSvg } from "../draw/timeline-svg.ts";
import { measuredOver, showMeasured } from "../run/measured.ts";
import { runChip } from "../run/run-chip.ts";
import { type RunSetup, setupsFor } from "../run/run-setup.ts";
import { showResult } from "../run/show-result.ts";

/** Runs a lesson or a scenario once, or with several seeds. */
export const run = defineVerb({
	name: "run",
	summary: "run a lesson or a scenario once, and measure it",
	words: WHAT,
	options: {
		gantt: flag("draw what each core did, one row per core, time from left to right"),
		svg: SVG,
		cores: CORES,
		policy: POLICY,
		seed: SEED,
		seeds: SEEDS,
		pace: PACE,
		json: JSON_OUTPUT,
	},
	about: `Runs WHAT to its end and shows how long it took, where the time of the cores went, and when each
task was announced, began and ended.
${WHAT_HELP}`,
	notes: `What the scenario names under "measure" comes first; with several seeds each measure comes with its mean.
Words: makespan, from 0 to the end of the last task. Response: from a task's announcement to its
first start. Turnaround: from its announcement to its end. Wait: all the time that it is ready, but
on no core; spell: one such wait. Busy: neither idle nor asleep. shared/sim/SCENARIOS.md has a table.
A run that gets stuck ends with exit code 1.
Times are those of the machine; 1 ms of the machine is 1 s of play.

Try: npm run --silent sim -- run shared/sim/examples/small-dag.json --gantt`,
	act: (source, { cores, json, gantt, svg, ...options }, { print, fail }) => {
		const setups = setupsFor(source, cores, options);
		const [only] = setups;
		if (setups.length === 1 && only !== undefined) print(runOnce(only, { json, gantt, svg }, fail));
		else if (gantt || svg !== undefined) throw new UsageError("A timeline shows one run: add --seeds 1.");
		else print(runSeveral(setups, json, fail));
	},
});

type Shape = { readonly json: boolean; readonly gantt: boolean; readonly svg: string | undefined };

function runOnce(setup: RunSetup, { json, gantt, svg }: Shape, fail: () => void): string {
	const { chip, result, timeline } = runChip(setup, gantt || svg !== undefined);
	if (chip.isStuck) fail();
	const lanes = { title: result.title, lanes: timeline, lengthNs: chip.nowNs };
	if (svg !== undefined) writeTimelineSvg(svg, [lanes]);
	const { measure } = setup.scenario;
	const measured = measure.length === 0 ? [] : measuredOver(measure, [result]);
	if (json) return JSON.stringify({ ...result, measured }, null, "\t");
	const first = measured.length === 0 ? [] : [showMeasured(measured), ""];
	const pictures = gantt ? ["", drawGantt(lanes)] : [];
	return [...first, showResult(result), ...pictures].join("\n");
}

function runSeveral(setups: readonly RunSetup[], json: boolean, fail: () => void): string {
	const results = setups.map((setup) => runChip(setup, false).result);
	if (results.some(({ stuckSinceNs }) => stuckSinceNs !== null)) fail();
	const seeds = setups.map(({ seed }) => seed);
	const measured = measuredOver(at(setups, 0).scenario.measure, results);
	const { title, policy, pace } = at(results, 0);
	if (json) return JSON.stringify({ title, policy, pace, seeds, measured }, null, "\t");
	const head = `${title}: policy ${policy} at ${pace} pace, seeds ${seeds[0]} to ${seeds.at(-1)}`;
	return [head, "", showMeasured(measured)].join("\n");
}
