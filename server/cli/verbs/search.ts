import { findBestKnown } from "#shared/analysis/best-known.ts";
import { measureChip } from "#shared/result/measure-chip.ts";
import { showChecksum } from "#shared/sim/chip/checksum.ts";
import { scenarioOf, wholeNumber } from "../command/options.ts";
import { createProgress } from "../command/progress.ts";
import { duration, percent } from "../draw/show.ts";
import { coresOf } from "../run/run-chip.ts";

const SIMULATIONS_MAX = 100_000;
const MS_PER_S = 1_000;

type SearchOptions = {
	readonly cores?: string | undefined;
	readonly seed: string;
	readonly simulations: string;
	readonly seconds: string;
	readonly json: boolean;
};

/** Searches for the best schedule of a lesson or a scenario file, within so many simulations and seconds. */
export function searchScenario(what: string, options: SearchOptions): string {
	const seed = wholeNumber("--seed", options.seed, 0, 0xffff_ffff);
	const simulations = wholeNumber("--simulations", options.simulations, 1, SIMULATIONS_MAX);
	const endMs = performance.now() + wholeNumber("--seconds", options.seconds, 1, 3_600) * MS_PER_S;
	const say = createProgress();
	let asked = 0;
	const found = findBestKnown(scenarioOf(what, seed, coresOf(options.cores)), seed, {
		simulations,
		mayGoOn: () => {
			asked++;
			say(() => `plans tried: ${asked}`);
			return performance.now() < endMs;
		},
	});
	const { timeNs, makespanNs, workNs, jobsByWork, utilisation, checksum } = measureChip(found.chip);
	const { policy, order, efficiency } = found;
	const result = {
		policy,
		simulations: found.simulations,
		finished: found.chip.finished,
		timeNs,
		makespanNs,
		workNs,
		jobsByWork,
		utilisation,
		efficiency: efficiency ?? null,
		checksum: showChecksum(checksum),
		order,
	};
	if (options.json) return JSON.stringify(result, null, "\t");
	const names = order.slice(0, 24).map((id) => `${found.chip.threads[id]?.spec.name ?? ""} (${id})`);
	return [
		`best of ${found.simulations} simulations: ${policy === "plan" ? "a plan of its own" : `policy ${policy}`}`,
		`makespan          ${duration(makespanNs)}`,
		`done              ${jobsByWork.toFixed(2)} jobs by work`,
		`cores busy        ${percent(utilisation)}`,
		`of what no schedule can beat  ${efficiency === undefined ? "not known" : percent(efficiency)}`,
		`begin in order    ${names.join(", ")}${order.length > names.length ? ", ..." : ""}`,
		`checksum          ${result.checksum}`,
	].join("\n");
}
