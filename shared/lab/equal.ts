import { createChance } from "../lib/random.ts";
import { family } from "./family.ts";
import { slider } from "./field.ts";
import { compute, many } from "./parts.ts";

/** Stream number of the random stream that draws lengths. */
const LENGTHS = 11;

/** Independent tasks at time 0, of equal lengths or not. */
export const equal = family({
	id: "equal",
	fields: {
		tasks: slider(1, 64, 25),
		taskMs: slider(100, 5_000, 2_000, 100, "playMs"),
		unevenPercent: slider(0, 90, 0, 10, "percent"),
	},
	program: ({ tasks, taskMs, unevenPercent }, { seed }) => {
		const chance = createChance(seed, LENGTHS);
		const lengthMs = () =>
			Math.max(1, Math.floor((taskMs * (100 + unevenPercent * (chance(2_001) / 1_000 - 1))) / 100));
		return {
			jobs: [{ name: "Tasks", threads: many(tasks, "Task", () => ({ program: [compute(lengthMs())] })) }],
			arrivals: [{ type: "at", atNs: 0, job: 0 }],
			end: { type: "done" },
		};
	},
	law: ({ tasks, unevenPercent }) => (unevenPercent === 0 ? { type: "equalTasks", tasks } : undefined),
});
