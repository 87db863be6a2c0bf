import { LESSON_IDS, type LessonId } from "#shared/lessons/ids.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { findPolicy, POLICIES } from "#shared/policies/table.ts";
import { measureChip } from "#shared/round/measure-chip.ts";
import { runToEnd } from "#shared/sim/advance.ts";
import { showChecksum } from "#shared/sim/checksum.ts";
import type { Pace } from "#shared/sim/chip.ts";
import { botSeats, createChip } from "#shared/sim/create-chip.ts";
import { LIMITS } from "#shared/sim/limits.ts";
import type { Policy } from "#shared/sim/policy.ts";
import type { Scenario } from "#shared/sim/scenario.ts";
import { brokenReferences } from "#shared/sim/scenario-check.ts";
import { parseScenario } from "#shared/sim/scenario-file.ts";
import { NS_PER_PLAY_S } from "#shared/sim/units.ts";
import { chipResults } from "./chip-results.ts";
import { ganttLines, recordSegments } from "./gantt.ts";
import { readJson } from "./read-json.ts";
import { causeLines, seconds, table } from "./show.ts";
import { UsageError } from "./usage-error.ts";

type Options = {
	/** Overrides what the scenario says. */
	readonly policy?: string | undefined;
	readonly cores?: string | undefined;
	readonly seed: string;
	readonly pace: string;
	readonly json: boolean;
	/** Draws what every core did beneath the figures. */
	readonly gantt?: boolean;
};

/** Runs a lesson or a scenario file once, under one policy for every seat. */
export function runScenario(what: string, options: Options): string {
	const cores =
		options.cores === undefined ? undefined : wholeNumber("--cores", options.cores, 1, LIMITS.cores);
	const result = runOnce(what, options, cores);
	return options.json ? JSON.stringify(result, null, "\t") : showResult(result);
}

/** Runs it once per number of cores, and shows the speed-up over the first. */
export function sweepScenario(what: string, options: Options): string {
	if (options.cores === undefined) throw new UsageError("Say which numbers of cores: --cores 1,2,4,8.");
	const counts = options.cores.split(",").map((count) => wholeNumber("--cores", count, 1, LIMITS.cores));
	const results = counts.map((count) => runOnce(what, options, count));
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

type RunResult = ReturnType<typeof runOnce>;

function runOnce(what: string, options: Options, cores: number | undefined) {
	const seed = wholeNumber("--seed", options.seed, 0, 0xffff_ffff);
	const pace = paceOf(options.pace);
	const scenario = scenarioOf(what, seed, cores);
	const policy = policyOf(options.policy ?? scenario.policy);
	const chip = createChip({ scenario, seed, pace, seats: botSeats(scenario.machine.cores.length, policy) });
	const segments = recordSegments(chip.cores.length);
	runToEnd(chip, options.gantt ? segments.sink : undefined);
	if (!chip.finished)
		process.stderr.write("The work cannot go on: what is left waits for something that never comes.\n");
	const measured = measureChip(chip);
	return {
		title: scenario.title,
		policy: policy.id,
		pace,
		seed,
		finished: chip.finished,
		...measured,
		threadsPerPlayS: measured.threadsDone / (measured.timeNs / NS_PER_PLAY_S),
		checksum: showChecksum(measured.checksum),
		...chipResults(chip),
		...(options.gantt ? { gantt: ganttLines(segments, chip) } : {}),
	};
}

function showResult(result: RunResult): string {
	const lines = [
		`${result.title}: policy ${result.policy} at ${result.pace} pace, seed ${result.seed}`,
		`${seconds(result.timeNs)} of play (${result.timeNs / 1_000} us of the machine), ${result.threadsDone} tasks and ${result.jobsDone} jobs done (${result.jobsByWork.toFixed(2)} by work)`,
		`cores busy ${(result.utilisation * 100).toFixed(1)} %`,
		...causeLines(result.causes),
		...(result.energyUj > 0 ? [`energy ${result.energyUj.toFixed(1)} uJ`] : []),
		...(result.lostUpdates > 0 ? [`${result.lostUpdates} updates lost`] : []),
		...(result.deadlines.set > 0
			? [`${result.deadlines.missed} of ${result.deadlines.set} deadlines missed`]
			: []),
		`checksum ${result.checksum}`,
		...(result.gantt ?? []),
	];
	return lines.join("\n");
}

function scenarioOf(what: string, seed: number, cores: number | undefined): Scenario {
	if ((LESSON_IDS as readonly string[]).includes(what)) {
		const lesson = lessonById(what as LessonId);
		return lesson.createScenario(cores ?? lesson.chipCores[0] ?? 4, seed);
	}
	const parsed = parseScenario(readJson(what));
	if (!parsed.ok)
		throw new UsageError(
			`${what} is not a scenario:\n${parsed.reason.map((line) => `  ${line}`).join("\n")}`,
		);
	if (cores === undefined) return parsed.value;
	const changed = withCores(parsed.value, cores);
	const [broken] = brokenReferences(changed);
	if (broken !== undefined) throw new UsageError(`${what} cannot run on ${cores} cores: ${broken}.`);
	return changed;
}

/** The same scenario on another number of cores: the file's cores, taken round and round. */
function withCores(scenario: Scenario, count: number): Scenario {
	const { cores } = scenario.machine;
	const taken = Array.from({ length: count }, (_, index) => cores[index % cores.length]).filter(
		(core) => core !== undefined,
	);
	return { ...scenario, machine: { ...scenario.machine, cores: taken } };
}

function policyOf(id: string): Policy {
	const policy = findPolicy(id);
	if (policy === undefined)
		throw new UsageError(
			`There is no policy "${id}"; there are ${POLICIES.map((known) => known.id).join(", ")}.`,
		);
	return policy;
}

function paceOf(pace: string): Pace {
	if (pace === "machine" || pace === "human") return pace;
	throw new UsageError(`There is no pace "${pace}"; there are machine and human.`);
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
	const value = Number(text);
	if (text.trim() !== "" && Number.isInteger(value) && value >= least && value <= most) return value;
	throw new UsageError(`${option} needs a whole number from ${least} to ${most}, found "${text}".`);
}
