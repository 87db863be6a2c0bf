import { countEvent, createPopulation } from "#shared/analysis/operational-laws.ts";
import { NEVER_NS } from "#shared/lib/units.ts";
import { createTimelineRecorder, type Segment } from "#shared/result/timeline.ts";
import { advance, nextEventNs } from "#shared/sim/advance.ts";
import type { Chip, ReadonlyChip } from "#shared/sim/chip/chip.ts";
import { botSeats, createChip } from "#shared/sim/create-chip.ts";
import { createProgress, type TellProgress } from "../command/progress.ts";
import { duration } from "../draw/show.ts";
import { showStandstill } from "../draw/standstill.ts";
import { type RunResult, resultOf } from "./result.ts";
import type { RunSetup } from "./run-setup.ts";
import { createWaitRecorder } from "./waits.ts";

/** `timeline`: what each core did, in order; empty unless asked for. */
export type FinishedRun = {
	readonly chip: Chip;
	readonly result: RunResult;
	readonly timeline: readonly (readonly Segment[])[];
};

/** How many events pass between two looks at the clock. */
const EVENTS_PER_LOOK = 2_048;

/** Runs a scenario once, to its end. */
export function runChip(
	{ scenario, policy, seed, pace }: RunSetup,
	wantsTimeline: boolean,
	progress: TellProgress = createProgress(),
): FinishedRun {
	const coreCount = scenario.machine.cores.length;
	const chip = createChip({ scenario, seed, pace, seats: botSeats(coreCount, policy) });
	const timeline = createTimelineRecorder(coreCount);
	const waits = createWaitRecorder();
	const population = createPopulation();
	runWithProgress(chip, progress, (event) => {
		waits.record(event);
		countEvent(population, event);
		if (wantsTimeline) timeline.record(event);
	});
	if (chip.isStuck) process.stderr.write(`${showStandstill(chip)}\n`);
	return { chip, result: resultOf(chip, waits, population), timeline: timeline.close(chip.nowNs) };
}

function runWithProgress(chip: Chip, say: TellProgress, sink: Parameters<typeof advance>[2]): void {
	for (let events = 1; !chip.finished; events++) {
		const nextNs = nextEventNs(chip);
		if (nextNs === NEVER_NS) return;
		advance(chip, nextNs, sink);
		if (events % EVENTS_PER_LOOK === 0) say(() => progressOf(chip));
	}
}

function progressOf({ scenario: { end }, nowNs, threadsDone, jobsDone }: ReadonlyChip): string {
	const done = `${duration(nowNs)} simulated, ${threadsDone} tasks and ${jobsDone} jobs done`;
	if (end.type === "horizon") return `${Math.floor((100 * nowNs) / end.ns)} %: ${done}`;
	return end.type === "jobs" ? `${Math.floor((100 * jobsDone) / end.count)} %: ${done}` : done;
}
