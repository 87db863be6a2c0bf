import type { JobSpec, Scenario } from "../sim/scenario/scenario.ts";
import type { LessonId } from "./ids.ts";
import type { Lesson } from "./lesson.ts";

/**
 * Settings of lessons in which a job begins when all parts of the one before are done: parts are taken when a
 * core needs one, or planned ahead so that all cores end together.
 */
export function playedAsChain(id: LessonId): Pick<Lesson, "policies" | "actions" | "decisions"> {
	const expert = `insight:${id}`;
	return {
		policies: {
			naive: "wait-and-see",
			expert: expert,
			random: "guess-at-need",
			constants: ["plan-ahead"],
			rivals: ["lpt", "steal"],
		},
		actions: {
			scheduler: ["take", "plan", "unplan", "order", "signal", "window"],
			core: ["take", "plan", "unplan", "steal", "yield", "signal", "window"],
		},
		decisions: [
			{ id: "deal", seat: "scheduler", perMinute: 12, costS: 1 },
			{ id: "take", seat: "core", perMinute: 12, costS: 1 },
		],
	};
}

/** The jobs as an endless chain: one after the other, then from the first again. */
export function chainOf(jobs: readonly JobSpec[]): Pick<Scenario, "jobs" | "arrivals"> {
	return { jobs, arrivals: [{ type: "chain", jobs: jobs.map((_, index) => index) }] };
}
