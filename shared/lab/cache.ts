import { family } from "./family.ts";
import { slider } from "./field.ts";
import { compute, endless, many, NS_PER_PLAY_MS } from "./parts.ts";

const LENGTH_MS = 60_000;
const PAUSE_MS = 200;

/** Tasks with much data of their own beside tasks with none; all of them sleep between laps. */
export const cache = family({
	id: "cache",
	fields: {
		hungryTasks: slider(1, 8, 4),
		calmTasks: slider(0, 8, 4),
		workingSetKib: slider(64, 8_192, 384, 64, "kib"),
		accessesPerUs: slider(5, 200, 40, 5, "perUs"),
		taskMs: slider(100, 5_000, 800, 100, "playMs"),
	},
	standards: { policy: "rr", quantumMs: 1_000 },
	program: ({ hungryTasks, calmTasks, workingSetKib, accessesPerUs, taskMs }) => {
		const program = [
			compute(taskMs),
			{ type: "sleep" as const, ns: PAUSE_MS * NS_PER_PLAY_MS },
			{ type: "repeat" as const },
		];
		const threads = [
			...many(hungryTasks, "Hungry", (process) => ({ process, program })),
			...many(calmTasks, "Calm", () => ({ process: hungryTasks, program })),
		];
		return {
			...endless(threads, LENGTH_MS),
			processes: [
				...Array.from({ length: hungryTasks }, () => ({
					name: "Hungry",
					workingSetKib,
					accessesPerUs,
					missesInFlight: 2,
				})),
				{ name: "Calm" },
			],
		};
	},
});
