import { LIMITS } from "#shared/sim/limits.ts";
import { wholeNumber } from "./options.ts";
import { type RunOptions, runChip } from "./run-chip.ts";
import { table } from "./show.ts";
import { UsageError } from "./usage-error.ts";

/** Runs a lesson or a scenario file once per number of cores, and shows the speed-up over the first. */
export function sweepScenario(what: string, options: RunOptions): string {
	if (options.cores === undefined) throw new UsageError("Say which numbers of cores: --cores 1,2,4,8.");
	const counts = options.cores.split(",").map((count) => wholeNumber("--cores", count, 1, LIMITS.cores));
	const results = counts.map((count) => runChip(what, options, count, false).result);
	const first = results[0];
	const rows = results.map((result) => ({
		cores: result.cores,
		jobsByWork: result.jobsByWork,
		makespanNs: result.makespanNs,
		utilisation: result.utilisation,
		speedup: first === undefined ? 1 : result.workNs / result.timeNs / (first.workNs / first.timeNs),
		checksum: result.checksum,
	}));
	if (options.json) return JSON.stringify(rows, null, "\t");
	return table(
		["cores", "speed-up", "jobs", "busy", "checksum"],
		rows.map((row) => [
			row.cores,
			row.speedup.toFixed(3),
			row.jobsByWork.toFixed(2),
			`${(row.utilisation * 100).toFixed(1)} %`,
			row.checksum,
		]),
	);
}
