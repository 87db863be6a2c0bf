import type { PhaseFile } from "../sim/scenario/scenario-file.ts";
import { family, type ProgramFile } from "./family.ts";
import { choice, slider } from "./field.ts";
import { compute, NS_PER_PLAY_MS } from "./parts.ts";

/**
 * As on Mars Pathfinder: the bus task runs every 10 s and must finish within 8 s, or the watchdog resets
 * everything.
 */
const PERIOD_MS = 10_000;
const WATCHDOG_MS = 8_000;
const PERIODS = 6;

/**
 * Priority inversion: an urgent task waits for a lock held by a low-priority one, which a medium one keeps from
 * running.
 */
export const inversion = family({
	id: "inversion",
	fields: {
		inherits: choice(["no", "yes"], "no"),
		holdMs: slider(100, 5_000, 1_500, 100, "playMs"),
		middleMs: slider(0, 9_000, 9_000, 500, "playMs"),
	},
	standards: { pCores: 1, policy: "priority" },
	program: ({ inherits, holdMs, middleMs }) => {
		const taken: PhaseFile = { type: "lock", lock: 0 };
		const freed: PhaseFile = { type: "unlock", lock: 0 };
		const task = (name: string, priority: number, program: PhaseFile[]): ProgramFile["jobs"][number] => ({
			name,
			threads: [{ name, priority, deadlineNs: priority === 3 ? WATCHDOG_MS * NS_PER_PLAY_MS : 0, program }],
		});
		const at = (job: number, playMs: number) => ({
			type: "at" as const,
			atNs: playMs * NS_PER_PLAY_MS,
			job,
		});
		const periods = Array.from({ length: PERIODS }, (_, period) => period * PERIOD_MS);
		// Weather takes the lock just before the bus task wants it; the radio comes in between.
		const unlucky = periods.filter((_, period) => period % 2 === 0);
		return {
			jobs: [
				task("Bus", 3, [compute(200), taken, compute(300), freed]),
				task("Weather", 1, [taken, compute(holdMs), freed]),
				...(middleMs === 0 ? [] : [task("Radio", 2, [compute(middleMs)])]),
			],
			arrivals: [
				...periods.map((ms) => at(0, ms)),
				...unlucky.map((ms) => at(1, ms + 8_300)),
				...(middleMs === 0 ? [] : unlucky.map((ms) => at(2, ms + 8_500))),
			],
			locks: [{ name: "Bus", inherits: inherits === "yes" }],
			end: { type: "done" },
		};
	},
});
