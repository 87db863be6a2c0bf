import { fixed, percent } from "../base/format.ts";
import type { LessonText } from "../base/lesson-texts.ts";

export const bigLittle: LessonText = {
	brief: [
		"Two big cores (P) and two little ones (E) run tasks with deadlines. Any core may take any. Big cores begin at full clock, little ones at their lowest: slower, for less power. Urgent tasks (U) are due soon; memory tasks (M) mostly wait for memory.",
		"Goal: use little energy. Each late task costs 6 mJ more.",
	],
	predict:
		"For the same work at full speed: how many times as much energy does a big core need as a little one?",
	predictUnit: "times as much",
	predictWhy:
		"Energy is power times time. Big: 1,572 mW for 1 s. Little: 245 mW for 1 / 0.451 = 2.2 s. So 1,572 / 543 = 2.9 times as much.",
	headline: ({ value, naive, best }) =>
		`You used ${fixed(value, 0)} mJ, late tasks included. First come, first served, without touching a clock, would have used ${fixed(naive, 0)} mJ, the best known ${fixed(best, 0)} mJ.`,
	questions: [
		{
			ask: ({ share }) =>
				`Your cores waited for memory for ${percent(share("cacheStall"))} of the time. Where do tasks belong that do so?`,
			choices: [
				"On a big core: they take long",
				"Anywhere: it makes no difference",
				"On a little core: waiting is no faster on a big one",
			],
			beliefs: ["Long tasks need fast cores", "Cores differ in speed only", ""],
			why: "Memory is as slow for a big core as for a little one. While it waits, the big one takes six times the power.",
		},
		{
			ask: () => "All deadlines are far away. What saves the most energy?",
			choices: [
				"Run fast, then sleep",
				"Run slowly, as long as the deadlines are met",
				"Use as few cores as possible",
			],
			beliefs: ["Racing to idle always wins", "", "Every running core is waste"],
			why: "On these cores half the speed takes much less than half the power, so slow work needs less energy. Racing to sleep wins only where idling costs much.",
		},
		{
			ask: () => "An urgent task waits, and only a little core is free. What is right?",
			choices: [
				"Leave it to a big core, even if that is busy for another second",
				"Take it: a free core is better than none",
				"Take it, and clock the big cores up",
			],
			beliefs: ["", "A free core is always the right one", "Speed anywhere helps everywhere"],
			why: "A little core needs more than twice as long, at its lowest clock four times. It would be late, and what suits it would wait.",
		},
	],
	sides: {},
	ways: {},
	code: `int best_core(task *t) {               // energy-aware
	int best = -1;  double least = INFINITY;
	for (int c = 0; c < cores; c++) {
		double time = t->work / speed[c] + t->stall;
		if (now + queue[c] + time > t->deadline) continue;
		double energy = power[c] * time;
		if (energy < least) { least = energy; best = c; }
	}
	return best;         // -1: take the fastest
}`,
	leavesOut:
		"Real chips clock the cores of a group together, change voltage in steps that take time, and slow down when they get hot.",
	guide: {
		goal: "See that energy is power times time, that unlike cores suit unlike tasks, and that deadlines set the price of being thrifty.",
		watchFor: [
			"Do memory tasks go to little cores, and do these leave urgent ones alone?",
			"Do cores clock down when their deadlines are far, and up in time?",
		],
		ask: [
			"Why does a phone have little cores at all?",
			"What was your most expensive late task, and who could have saved it?",
		],
	},
	idea: "Urgent tasks to big cores, memory tasks to little ones, and each core as slow as its deadlines allow.",
};
