import type { PhaseFile } from "../sim/scenario/scenario-file.ts";
import { family } from "./family.ts";
import { choice, slider } from "./field.ts";
import { compute, endless, many } from "./parts.ts";

const LENGTH_MS = 60_000;

/** Threads that increment one counter: read, add, write. Without a lock some updates are lost. */
export const race = family({
	id: "race",
	fields: {
		writers: slider(1, 16, 4),
		gapMs: slider(50, 5_000, 500, 50, "playMs"),
		windowNs: slider(1_000, 500_000, 20_000, 1_000, "ns"),
		guard: choice(["none", "lock"], "none"),
	},
	program: ({ writers, gapMs, windowNs, guard }) => {
		const update: PhaseFile[] = [{ type: "update", workNs: windowNs }];
		const guarded: PhaseFile[] = [{ type: "lock", lock: 0 }, ...update, { type: "unlock", lock: 0 }];
		const body = guard === "lock" ? guarded : update;
		return {
			...endless(
				many(writers, "Writer", () => ({
					program: [compute(gapMs, "exponential"), ...body, { type: "repeat" }],
				})),
				LENGTH_MS,
			),
			counters: [{ name: "Counter" }],
			locks: [{ name: "Lock" }],
		};
	},
});
