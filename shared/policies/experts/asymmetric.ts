import { at, numberAt } from "../../lib/assert.ts";
import { streamOf } from "../../lib/random.ts";
import { NEVER_NS } from "../../lib/units.ts";
import type { ReadonlyChip, ReadonlyThread } from "../../sim/chip/chip.ts";
import { originalOf, workOf } from "../../sim/chip/jobs.ts";
import type { Policy } from "../../sim/chip/policy.ts";
import { remainingWorkNs } from "../../sim/chip/progress.ts";
import type { ProgramPhase } from "../../sim/scenario/scenario.ts";
import { createHumanPaced, type DecisionRules } from "../parts/human-paced.ts";
import { waysOf } from "../parts/observations.ts";

/** Batches that a job should make: enough for all workers, few for the core that cuts. */
const BATCHES_WANTED = 4;
/** Jobs and batches that a core plans ahead. */
const PLANS_AHEAD = 4;

/** Rules by which cores take jobs and batches, whichever way jobs are cut. */
const JOBS_AND_BATCHES: DecisionRules = {
	schedulerChooses: true,
	ahead: PLANS_AHEAD,
	take: orderOf,
};

/** Order of taking: what few others can do, then what belongs to the job nearest to its end; new jobs last. */
function orderOf(chip: ReadonlyChip, core: number, thread: ReadonlyThread): number {
	return (
		leftOfJobNs(chip, thread) / NEVER_NS +
		(waysOf(thread) > 1 ? 0.5 : 0) +
		(isScarce(chip, core, thread) ? 0 : 1)
	);
}

/**
 * Expert policy of the lesson `asymmetric`: batches as large as the cutting core needs them and as small as the
 * workers need them. A job not yet set to that way waits.
 */
export const rightBatches = createHumanPaced("insight:asymmetric", {
	...JOBS_AND_BATCHES,
	take: (chip, core, thread) =>
		orderOf(chip, core, thread) + (thread.way === rightWay(chip, thread) ? 0 : 0.25),
	way: (chip, _core, thread) => rightWay(chip, thread),
});

function rightWay(chip: ReadonlyChip, thread: ReadonlyThread): number {
	const original = originalOf(chip, thread);
	if (original.ways.length === 0) return thread.way;
	const misses = [original, ...original.ways].map(({ program }) => {
		const batches = batchesOf(program);
		return Math.max(batches / BATCHES_WANTED, BATCHES_WANTED / batches);
	});
	return misses.indexOf(Math.min(...misses));
}

/** Fixed rule: batches of the same size for every job, by index of the lesson's sizes. */
export function batches(size: number): Policy {
	return createHumanPaced(`batches:${size}`, { ...JOBS_AND_BATCHES, way: () => size });
}

/** Random choices: any size, each core any batch, planned one ahead. */
export const anyBatches = createHumanPaced("guess-batches", {
	...JOBS_AND_BATCHES,
	ahead: 1,
	take: (chip, core, thread) => streamOf(streamOf(chip.seed, thread.id), core) / NEVER_NS,
	way: (chip, _core, thread) => (streamOf(chip.seed, thread.id) >>> 8) % waysOf(thread),
});

function batchesOf(program: readonly ProgramPhase[]): number {
	return program.reduce(
		(sum, phase, index) => sum + (phase.type === "repeat" ? (phase.times - 1) * (index - phase.from) : 1),
		0,
	);
}

/** Whether the thread's need is, of the core's abilities, the one that fewest cores have. */
function isScarce(chip: ReadonlyChip, core: number, { spec }: ReadonlyThread): boolean {
	const able = (needs: string): number => chip.cores.filter((each) => each.spec.can.includes(needs)).length;
	const own = chip.cores[core]?.spec.can ?? [];
	return able(spec.needs) === Math.min(...own.map(able));
}

/** Work left of the job that the thread cuts or is a batch of, in ns. */
function leftOfJobNs(chip: ReadonlyChip, { spec }: ReadonlyThread): number {
	let sumNs = 0;
	for (const thread of chip.threads) {
		if (thread.state === "done" || thread.spec.process !== spec.process) continue;
		sumNs += remainingWorkNs(chip, thread) + cutNs(chip, thread.spec.program);
	}
	return sumNs;
}

/** Work of all batches that the program cuts, in ns. A job that is not completely cut counts in full. */
function cutNs(chip: ReadonlyChip, program: readonly ProgramPhase[]): number {
	const upToNs: number[] = [];
	let sumNs = 0;
	for (const phase of program) {
		upToNs.push(sumNs);
		if (phase.type === "delegate") sumNs += workOf(at(at(chip.scenario.jobs, phase.job).threads, 0).program);
		if (phase.type === "repeat") sumNs += (phase.times - 1) * (sumNs - numberAt(upToNs, phase.from));
	}
	return sumNs;
}
