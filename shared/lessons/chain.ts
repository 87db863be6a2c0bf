import type { JobSpec, Scenario, ThreadSpec } from "../sim/scenario/scenario.ts";
import type { LessonId } from "./ids.ts";
import type { Lesson } from "./lesson.ts";

/**
 * Settings of lessons in which a job begins when all tasks of the one before are done: a core plans the one task
 * that it runs next, or the scheduler plans it there.
 */
export function playedAsChain(id: LessonId): Pick<Lesson, "policies" | "actions" | "decisions"> {
	return {
		policies: {
			naive: "wait-and-see",
			expert: `insight:${id}`,
			random: "guess-at-need",
			beginners: ["line-beginner", "shortest-task"],
			reverse: "critical-path-last",
			constants: ["plan-ahead", "longest-task"],
			rivals: ["lpt"],
		},
		// Neither stealing nor yielding helps with one planned task, and an order for all would be the whole lesson
		// in one click.
		actions: {
			scheduler: ["plan", "unplan", "signal", "window"],
			core: ["plan", "unplan", "signal", "window"],
		},
		decisions: [
			{ id: "deal", seat: "scheduler", perMinute: 12, costS: 1 },
			{ id: "take", seat: "core", perMinute: 5, costS: 1 },
		],
	};
}

/** Tasks that a core may plan in these lessons: nobody keeps from others what they would start sooner. */
export const PLANNED_MAX = 1;

/**
 * Tasks of a job: those that may run at any time, then lines of tasks that run one after the other. Who takes what
 * is first finds the lines when all else is done. `head`: what all wait for.
 */
export function tasksInLines(
	loose: readonly ThreadSpec[],
	lines: readonly (readonly ThreadSpec[])[],
	head: readonly ThreadSpec[] = [],
): ThreadSpec[] {
	const tasks = [...head, ...loose.map((task) => ({ ...task, after: head.map((_, index) => index) }))];
	for (const line of lines)
		for (const [place, task] of line.entries())
			tasks.push({ ...task, after: place === 0 ? head.map((_, index) => index) : [tasks.length - 1] });
	return tasks;
}

/** The jobs as an endless chain: one after the other, then from the first again. */
export function chainOf(jobs: readonly JobSpec[]): Pick<Scenario, "jobs" | "arrivals"> {
	return { jobs, arrivals: [{ type: "chain", jobs: jobs.map((_, index) => index) }] };
}
