import { type BestKnown, findBestKnown } from "#shared/analysis/best-known.ts";
import { measureChip } from "#shared/result/measure-chip.ts";
import { isAllDone } from "#shared/sim/chip/still-to-come.ts";
import type { Scenario } from "#shared/sim/scenario/scenario.ts";
import { flag, wholeNumber } from "../command/option.ts";
import { createProgress } from "../command/progress.ts";
import { CORES, SEED } from "../command/run-options.ts";
import { WHAT, WHAT_HELP } from "../command/scenario-source.ts";
import { defineVerb } from "../command/verb.ts";
import { duration, percent } from "../draw/show.ts";
import { figuresOf } from "../run/chip-figures.ts";

const SIMULATIONS_MAX = 100_000;
const SECONDS_MAX = 3_600;
const MS_PER_S = 1_000;

/** Searches for the best schedule of a lesson or a scenario, within so many simulations and seconds. */
export const search = defineVerb({
	name: "search",
	summary: "look for the best schedule of it",
	words: WHAT,
	options: {
		simulations: wholeNumber("N", "how many runs at most (500)", {
			least: 1,
			most: SIMULATIONS_MAX,
			otherwise: 500,
		}),
		seconds: wholeNumber(
			"S",
			"how long at most, in seconds (30); the same seed finds the same if it is not reached",
			{ least: 1, most: SECONDS_MAX, otherwise: 30 },
		),
		cores: CORES,
		seed: SEED,
		json: flag("for another program, with the whole order of tasks"),
	},
	about: `Looks for the schedule of WHAT that takes least time, or gets most work done where the time is given:
lets the policies race, then tries plans, from that of the best policy on; where all tasks come at given
times also from the best that work, speeds and dependencies alone allow. Ends early once nothing can be
better. Shows it beside what no schedule can beat: all work over all cores, the longest chain of tasks,
what comes before and after the others, what one lock holds.
${WHAT_HELP}`,
	notes: "Try: npm run --silent sim -- search shared/sim/examples/small-dag.json",
	act: (source, { cores, seed, simulations, seconds, json }, { print }) => {
		const found = searchFor(source(seed, cores), seed, simulations, seconds * MS_PER_S);
		print(json ? JSON.stringify(resultOf(found), null, "\t") : showFound(found));
	},
});

function searchFor(scenario: Scenario, seed: number, simulations: number, forMs: number): BestKnown {
	const endMs = performance.now() + forMs;
	const say = createProgress();
	let asked = 0;
	return findBestKnown(scenario, seed, {
		simulations,
		mayGoOn: () => {
			asked++;
			say(() => `plans tried: ${asked}`);
			return performance.now() < endMs;
		},
	});
}

function resultOf({ chip, policy, simulations, efficiency, order }: BestKnown) {
	const { timeNs, makespanNs, workNs, jobsByWork, utilisation, usefulShare, checksum } = figuresOf(
		measureChip(chip),
		isAllDone(chip),
	);
	return {
		policy,
		simulations,
		finished: chip.finished,
		timeNs,
		makespanNs,
		workNs,
		jobsByWork,
		utilisation,
		usefulShare,
		efficiency: efficiency ?? null,
		checksum,
		order,
	};
}

function showFound(found: BestKnown): string {
	const { policy, order, efficiency, makespanNs, jobsByWork, usefulShare, checksum } = resultOf(found);
	const names = order.slice(0, 24).map((id) => `${found.chip.threads[id]?.spec.name ?? ""} (${id})`);
	return [
		`best of ${found.simulations} simulations: ${policy === "plan" ? "a plan of its own" : `policy ${policy}`}`,
		`makespan          ${makespanNs === null ? "-" : duration(makespanNs)}`,
		`done              ${jobsByWork.toFixed(2)} jobs by work`,
		`useful core time  ${percent(usefulShare)}`,
		`of what no schedule can beat  ${efficiency === null ? "not known" : percent(efficiency)}`,
		`begin in order    ${names.join(", ")}${order.length > names.length ? ", ..." : ""}`,
		`checksum          ${checksum}`,
	].join("\n");
}
