import { family } from "./family.ts";
import { choice, slider } from "./field.ts";
import { compute, NS_PER_PLAY_MS } from "./parts.ts";

/** Tasks that arrive at random: queues, and what the policy makes of them. */
export const arrivals = family({
	id: "arrivals",
	fields: {
		tasks: slider(10, 300, 80, 10),
		gapMs: slider(100, 5_000, 600, 50, "playMs"),
		taskMs: slider(100, 5_000, 1_500, 100, "playMs"),
		spread: choice(["fixed", "exponential"], "exponential"),
	},
	standards: { pCores: 3 },
	program: ({ tasks, gapMs, taskMs, spread }) => ({
		jobs: [{ name: "Request", threads: [{ name: "Task", program: [compute(taskMs)] }] }],
		arrivals: [
			{
				type: "process",
				job: 0,
				count: tasks,
				gapNs: gapMs * NS_PER_PLAY_MS,
				gaps: "exponential",
				work: spread,
			},
		],
		end: { type: "done" },
	}),
});
