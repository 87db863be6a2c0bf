import type { ThreadFile } from "../sim/scenario/scenario-file.ts";
import { family } from "./family.ts";
import { slider } from "./field.ts";
import { compute, many } from "./parts.ts";

/** A serial part followed by parts that can run side by side; the program runs several times. */
export const amdahl = family({
	id: "amdahl",
	fields: {
		parallelPercent: slider(0, 100, 90, 1, "percent"),
		parts: slider(1, 64, 48),
		workMs: slider(1_000, 60_000, 20_000, 1_000, "playMs"),
		programs: slider(1, 8, 2),
	},
	program: ({ parallelPercent, parts, workMs, programs }) => {
		const parallelMs = (workMs * parallelPercent) / 100;
		const serial: ThreadFile[] =
			parallelPercent === 100
				? []
				: [{ name: "Serial part", serial: true, program: [compute(workMs - parallelMs)] }];
		const parallel =
			parallelPercent === 0
				? []
				: many(parts, "Part", () => ({
						after: serial.map((_, index) => index),
						program: [compute(Math.max(1, Math.floor(parallelMs / parts)))],
					}));
		return {
			jobs: [{ name: "Program", threads: [...serial, ...parallel] }],
			arrivals: [{ type: "chain", jobs: [0] }],
			end: { type: "jobs", count: programs },
		};
	},
	law: ({ parallelPercent }) => ({ type: "amdahl", parallelShare: parallelPercent / 100 }),
});
