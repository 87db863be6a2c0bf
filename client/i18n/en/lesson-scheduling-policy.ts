import { fixed } from "../base/format.ts";
import type { LessonText } from "../base/lesson-texts.ts";

export const schedulingPolicy: LessonText = {
	brief: [
		"Short and long tasks arrive, more than you can do at once. The scheduler deals packets to the cores. A core says which of its tasks runs next, and may put a running one back: it keeps what it has done.",
		"Goal: tasks should take as little time as possible from their arrival to their end, on average.",
	],
	predict:
		"A task of ten minutes and two of ten seconds arrive together at one core. How many times as long is the mean time to the end in the worst order as in the best?",
	predictUnit: "times as long",
	predictWhy:
		"Long first they end after 600, 610 and 620 s, 610 s in the mean; short first after 10, 20 and 620 s, 217 s in the mean. The last one ends at the same moment.",
	headline: ({ value, naive, best }) =>
		`Your tasks took ${fixed(value, 1)} s in the mean from their arrival to their end. In turn, as they came, it would have been ${fixed(naive, 1)} s, with the best known ${fixed(best, 1)} s.`,
	questions: [
		{
			ask: ({ value, naive }) =>
				`In the order of arrival a task takes ${fixed(naive, 1)} s in the mean, with you ${fixed(value, 1)} s. What does running short tasks first change?`,
			choices: [
				"Fewer tasks wait behind a long one",
				"The cores have less work to do",
				"The cores work faster",
			],
			beliefs: ["", "A better order saves work", "A better order makes cores faster"],
			why: "The work is the same and the cores are as busy. But one short task makes the others wait a little, a long one makes all behind it wait long.",
		},
		{
			ask: () => "Short tasks keep coming, and shortest goes first without exception. What can happen?",
			choices: [
				"Nothing: every task gets its turn soon",
				"The short tasks wait longer and longer",
				"A long task waits for ever: it starves",
			],
			beliefs: ["The best mean is best for everybody", "First in the queue can still be late", ""],
			why: "The mean is best, but somebody pays for it. Real schedulers let a task’s urgency grow while it waits, or give everybody slices of time.",
		},
		{
			ask: () => "A core runs a task that needs 9 s more, and one of 1 s arrives. What is best for the mean?",
			choices: [
				"Finish what is begun: switching loses the work done",
				"Put the long one aside: it keeps what it has done",
				"It makes no difference",
			],
			beliefs: ["Work done is lost when a task is put aside", "", "Order does not matter"],
			why: "Putting aside costs a switch, a few thousandths of a second of play. The short one ends 9 s sooner, the long one 1 s later.",
		},
	],
	sides: {},
	ways: {},
	code: `struct task *next(struct queue *q) {
	struct task *best = q->first;
	for (struct task *t = q->first; t; t = t->next)
		if (t->left < best->left)   // shortest remaining time
			best = t;
	return best;
}
void arrived(struct task *t) {
	if (t->left < running->left)
		preempt(running);           // keeps what it has done
}`,
	leavesOut:
		"A real system does not know how long a task will take: it guesses from the past, or gives slices of time and watches who uses them up. Caches, which a switch makes cold, are left out here.",
	guide: {
		goal: "See that the order alone, with the same work on the same cores, decides how long everybody waits.",
		watchFor: [
			"Does a core put a long task aside when short ones arrive?",
			"Do packets go where little short work waits, or simply in turn?",
		],
		ask: [
			"Who paid for the shorter mean, and is that fair?",
			"How could a system that does not know the lengths come close?",
		],
	},
	idea: "Run what is shortest first, and put a long task aside for a much shorter one.",
};
