import { BY_STANDINGS } from "./explanation.ts";
import type { Lesson } from "./lesson.ts";
import { timelyWork } from "./measures.ts";
import { ORDINARY, threeChoices } from "./ordinary.ts";
import { createScenario, peakLoad } from "./rush-hour-work.ts";

/**
 * The open round: everything that the lessons teach one by one arrives at once, in waves that grow until no
 * chip can keep up. The round ends when the backlog has been too large for too long.
 */
export const rushHour: Lesson = {
	id: "rush-hour",
	title: "Rush hour",
	chipCores: [4],
	...ORDINARY,
	kind: { type: "open" },
	explanation: BY_STANDINGS,
	createScenario,
	policies: {
		naive: "next-with-room",
		expert: "insight:rush-hour",
		random: "guess",
		beginners: ["due-first", "urgent-front"],
		constants: ["always:0", "always:1", "always:2"],
		rivals: ["edf"],
	},
	measure: timelyWork({ lostS: 1.5, lateS: 8 }),
	actions: {
		scheduler: ["deal", "plan", "signal", "window"],
		core: ["plan", "choose", "signal", "window"],
	},
	decisions: [
		{ id: "deal", seat: "scheduler", perMinute: 20, costS: 4 },
		{ id: "next", seat: "core", perMinute: 11, costS: 3 },
		{ id: "way", seat: "core", perMinute: 3, costS: 2 },
	],
	prediction: { min: 0, max: 20, step: 0.1, truth: peakLoad() },
	questions: threeChoices(1, 2, 0),
};
