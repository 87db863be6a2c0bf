import { family } from "./family.ts";
import { choice, slider } from "./field.ts";
import { compute, endless, many } from "./parts.ts";

const LENGTH_MS = 20_000;

/**
 * False sharing: one thread per core with a counter of its own, all in one cache line (packed) or each in its
 * own (padded).
 */
export const sharing = family({
	id: "sharing",
	fields: {
		layout: choice(["packed", "padded"], "packed"),
		writesPerUs: slider(0, 1_000, 100, 10, "perUs"),
	},
	program: ({ layout, writesPerUs }, { machine }) => ({
		...endless(
			many(machine.pCores + machine.eCores, "Counter", () => ({
				program: [compute(1_000), { type: "repeat" }],
			})),
			LENGTH_MS,
		),
		processes: [{ name: "Counters", sharedWritesPerUs: layout === "packed" ? writesPerUs : 0 }],
	}),
	law: () => ({ type: "scalability" }),
});
