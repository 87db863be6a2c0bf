import { family } from "./family.ts";
import { choice, slider } from "./field.ts";
import { compute, endless, many } from "./parts.ts";

const LENGTH_MS = 90_000;

/** Threads that alternate between work of their own and work under a lock. */
export const lock = family({
	id: "lock",
	fields: {
		thinkMs: slider(100, 5_000, 1_200, 100, "playMs"),
		holdMs: slider(50, 2_000, 300, 50, "playMs"),
		waiting: choice(["spin", "block", "adaptive"], "block"),
		stripes: slider(1, 16, 1),
		threadsPerCore: slider(1, 4, 1),
		spread: choice(["fixed", "exponential"], "exponential"),
	},
	standards: { pCores: 8, policy: "rr", quantumMs: 1_000 },
	program: ({ thinkMs, holdMs, waiting, stripes, threadsPerCore, spread }, { machine }) => ({
		...endless(
			many(threadsPerCore * (machine.pCores + machine.eCores), "Worker", () => ({
				program: [
					compute(thinkMs, spread),
					{ type: "lock", lock: 0 },
					compute(holdMs, spread),
					{ type: "unlock", lock: 0 },
					{ type: "repeat" },
				],
			})),
			LENGTH_MS,
		),
		locks: [{ name: "Lock", waiting, stripes }],
	}),
	law: ({ thinkMs, holdMs, stripes, threadsPerCore }) =>
		stripes === 1 && threadsPerCore === 1
			? { type: "bottleneck", limit: (thinkMs + holdMs) / holdMs }
			: { type: "scalability" },
});
