import { at, idAt } from "#shared/lib/assert.ts";
import { NEVER_NS, NS_PER_PLAY_S } from "#shared/lib/units.ts";
import type { ReadonlyChip, ReadonlyJob, ReadonlyThread } from "#shared/sim/chip/chip.ts";
import { originalOf } from "#shared/sim/chip/jobs.ts";
import type { JobSpec } from "#shared/sim/scenario/scenario.ts";
import { programNs, shareDone } from "./hand-out.ts";
import { kindOf, type TokenKind } from "./kinds.ts";

/** How long a finished job takes to slide out of the program lane, in machine ns. */
const SLIDE_NS = 0.5 * NS_PER_PLAY_S;

type PartState = "hidden" | "waiting" | "ready" | "running" | "done";

export type PartView = {
	readonly thread: number;
	readonly kind: TokenKind;
	readonly workNs: number;
	/** Share of the work done, 0 to 1. */
	readonly fill: number;
	readonly state: PartState;
};

/** A job as its program describes it: levels follow one another, while the parts of one level are independent. */
export type JobView = {
	readonly job: number;
	readonly spec: JobSpec;
	/** 0 while it has work left, then rising to 1 as it slides out. */
	readonly leaving: number;
	readonly levels: readonly (readonly PartView[])[];
};

/** Jobs that have been announced and have not left yet, oldest first. */
export function viewProgram(chip: ReadonlyChip, nowNs: number): JobView[] {
	const views: JobView[] = [];
	for (const job of chip.jobs) {
		if (job.announcedNs === NEVER_NS) continue;
		const leaving = job.undone > 0 ? 0 : (nowNs - job.finishNs) / SLIDE_NS;
		if (leaving < 1) views.push(viewJob(chip, job, leaving, nowNs));
	}
	return views;
}

const levelsBySpec = new WeakMap<JobSpec, readonly (readonly number[])[]>();

/**
 * Indices of a job's threads, grouped by level: the length of the longest chain of threads that must be done before
 * one.
 */
export function levelsOf(spec: JobSpec): readonly (readonly number[])[] {
	const known = levelsBySpec.get(spec);
	if (known !== undefined) return known;
	const levelOf: number[] = [];
	const levels: number[][] = [];
	spec.threads.forEach((thread, index) => {
		// A thread waits only for earlier ones, whose levels are known by now.
		const level = thread.after.reduce((most, before) => Math.max(most, (levelOf[before] ?? 0) + 1), 0);
		levelOf[index] = level;
		const row = levels[level];
		if (row === undefined) levels[level] = [index];
		else row.push(index);
	});
	levelsBySpec.set(spec, levels);
	return levels;
}

function viewJob(chip: ReadonlyChip, job: ReadonlyJob, leaving: number, nowNs: number): JobView {
	const spec = at(chip.scenario.jobs, job.spec);
	const levels = levelsOf(spec).map((level) =>
		level.map((index) => viewPart(chip, at(chip.threads, idAt(job.threads, index)), nowNs)),
	);
	return { job: job.id, spec, leaving, levels };
}

function viewPart(chip: ReadonlyChip, thread: ReadonlyThread, nowNs: number): PartView {
	return {
		thread: thread.id,
		kind: kindOf(thread),
		// The nominal work, whatever way is chosen, so that bars never change their length.
		workNs: Math.max(thread.taskWorkNs, programNs(originalOf(chip, thread).program)),
		fill: shareDone(chip, thread, nowNs),
		state: partState(thread),
	};
}

function partState({ state }: ReadonlyThread): PartState {
	if (state === "spinning") return "running";
	return state === "blocked" ? "waiting" : state;
}
