import { number } from "../base/format.ts";
import type { LessonText } from "../base/lesson-texts.ts";

export const brain: LessonText = {
	brief: [
		"This time you measure yourselves: how fast do people see and decide?",
		"First you look for one dot among many. Then a colour and a number appear shortly after each other, and you answer both as fast as you can. It takes two minutes.",
	],
	picture:
		"Two cores see side by side. Each then needs the one lock to decide, so the second waits when it comes soon after the first.",
	predict:
		"A colour is to be answered, then a number. How many milliseconds longer, if at all, does the number’s answer take when it comes right after the colour?",
	predictUnit: "ms longer",
	predictWhy: "473 people at their own browsers waited 399 ms longer at a gap of 50 ms than at 800 ms.",
	headline: ({ value }) =>
		`Decisions queue at a bottleneck: right after the colour, the number waited ${number(value)} ms longer for its answer.`,
	questions: [
		{
			ask: ({ value }) =>
				`The answer to the number took ${number(value)} ms longer when it came right after the colour. Where was that time spent?`,
			choices: [
				"Seeing the number was slower",
				"The decision waited until the one before was made",
				"The fingers got in each other’s way",
			],
			beliefs: [
				"Everything about the second task slows down, seeing too",
				"",
				"The hands are the bottleneck, not the decision",
			],
			why: "Seeing goes on side by side, and each hand had its own answer. Only deciding is done one at a time: a queue at a bottleneck.",
		},
		{
			ask: () => "At short gaps the line falls by about one millisecond per millisecond. Why?",
			choices: [
				"What comes 1 ms later waits 1 ms less for the same lock",
				"People get faster with practice",
				"The screen shows later things faster",
			],
			beliefs: ["", "The curve shows learning, although the gaps were mixed", "The device makes the curve"],
			why: "The lock is free at the same moment either way. Whoever comes later has waited that much less, as on a core that waits for a lock.",
		},
		{
			ask: () => "What would shorten this wait on a chip?",
			choices: ["A third core that sees", "A faster memory", "Making the part under the lock shorter"],
			beliefs: ["More cores always help", "The memory is what everything waits for", ""],
			why: "More cores only queue for the same lock. What is done while holding it is the serial part, as in Amdahl’s law.",
		},
	],
	sides: {},
	ways: {},
	code: `void answer(stimulus s) {
    percept p = see(s);      // both tasks at once
    lock(&decision);         // one at a time: here the second waits
    action a = decide(p);
    unlock(&decision);
    press(a);                // both tasks at once
}
// two threads: answer(colour); 50 ms later answer(number)`,
	leavesOut:
		"People’s stages vary from trial to trial, and some decide a little side by side after much practice. A queue at a bottleneck is the simplest account, not the whole one.",
	guide: {
		goal: "The class measures a queue for one lock on itself, and finds the slope of −1 that a lock has.",
		watchFor: [
			"Students who wait for the number before they answer the colour",
			"Phones held in one hand: both thumbs are needed",
		],
		ask: ["Which part of the two tasks went on side by side?", "Where have you met this curve on a chip?"],
	},
	idea: "What must be decided one at a time waits in a queue, however much is seen at once.",
};
