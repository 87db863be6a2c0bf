import { countEvent, createPopulation } from "#shared/analysis/operational-laws.ts";
import { NEVER_NS } from "#shared/lib/units.ts";
import { createTimelineRecorder, type Segment } from "#shared/result/timeline.ts";
import { advance, nextEventNs } from "#shared/sim/advance.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import { botSeats, createChip } from "#shared/sim/create-chip.ts";
import { SCENARIO_MAX } from "#shared/sim/scenario/limits.ts";
import { paceOf, policyOf, scenarioOf, wholeNumber } from "../command/options.ts";
import { createProgress } from "../command/progress.ts";
import { duration } from "../draw/show.ts";
import { type RunResult, resultOf } from "./result.ts";
import { createWaitRecorder } from "./waits.ts";

export type RunOptions = {
	/** Overrides what the scenario says. */
	readonly policy?: string | undefined;
	readonly cores?: string | undefined;
	readonly seed: string;
	/** With how many seeds. */
	readonly seeds?: string | undefined;
	readonly pace: string;
	readonly json: boolean;
};

/** `timeline`: what each core did, in order; empty unless asked for. */
export type FinishedRun = {
	readonly chip: Chip;
	readonly result: RunResult;
	readonly timeline: readonly (readonly Segment[])[];
};

/** How many events pass between two looks at the clock. */
const EVENTS_PER_LOOK = 2_048;

/** Runs a lesson or a scenario file once, to its end, under one policy for every seat. */
export function runChip(
	what: string,
	options: RunOptions,
	cores: number | undefined,
	wantsTimeline: boolean,
): FinishedRun {
	const seed = wholeNumber("--seed", options.seed, 0, 0xffff_ffff);
	const pace = paceOf(options.pace);
	const scenario = scenarioOf(what, seed, cores);
	const policy = policyOf(options.policy ?? scenario.policy);
	const coreCount = scenario.machine.cores.length;
	const chip = createChip({ scenario, seed, pace, seats: botSeats(coreCount, policy) });
	const timeline = createTimelineRecorder(coreCount);
	const waits = createWaitRecorder();
	const population = createPopulation();
	runWithProgress(chip, (event) => {
		waits.record(event);
		countEvent(population, event);
		if (wantsTimeline) timeline.record(event);
	});
	if (!chip.finished)
		process.stderr.write("The work cannot go on: what is left waits for something that never comes.\n");
	return { chip, result: resultOf(chip, waits, population), timeline: timeline.close(chip.nowNs) };
}

/** Number of cores asked for, or undefined for the scenario's own. */
export function coresOf(text: string | undefined): number | undefined {
	return text === undefined ? undefined : wholeNumber("--cores", text, 1, SCENARIO_MAX.cores);
}

function runWithProgress(chip: Chip, sink: Parameters<typeof advance>[2]): void {
	const say = createProgress();
	for (let events = 1; !chip.finished; events++) {
		const nextNs = nextEventNs(chip);
		if (nextNs === NEVER_NS) return;
		advance(chip, nextNs, sink);
		if (events % EVENTS_PER_LOOK === 0) say(() => progressOf(chip));
	}
}

function progressOf({ scenario: { end }, nowNs, threadsDone, jobsDone }: Readonly<Chip>): string {
	const done = `${duration(nowNs)} simulated, ${threadsDone} tasks and ${jobsDone} jobs done`;
	if (end.type === "horizon") return `${Math.floor((100 * nowNs) / end.ns)} %: ${done}`;
	return end.type === "jobs" ? `${Math.floor((100 * jobsDone) / end.count)} %: ${done}` : done;
}
