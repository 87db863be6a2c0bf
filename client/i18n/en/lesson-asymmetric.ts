import { fixed, percent } from "../format.ts";
import type { LessonText } from "../lesson-texts.ts";

export const asymmetric: LessonText = {
	brief: [
		"One core is the master: it only hands out the items of lots to four workers. Each batch takes its time, 0.25 s and 0.02 s for each item.",
		"The scheduler chooses how each lot is cut, the workers what they take. Two of them can also do signal work (dsp).",
	],
	picture:
		"One core hands out boxes to four others. Tiny boxes: four wait for the one. Huge boxes: three wait for one.",
	predict: "Items of 0.5 s are handed out one by one. How many workers can the master keep busy?",
	predictUnit: "workers",
	predictWhy:
		"Handing out one item takes 0.25 + 0.02 = 0.27 s. In the 0.5 s that a worker needs for it, the master serves 0.5 / 0.27 = 1.9 workers. All others stand idle.",
	headline: ({ value, naive, best }) =>
		`A lot took you ${fixed(value, 1)} s on average. Item by item it would have taken ${fixed(naive, 1)} s, with the best known ${fixed(best, 1)} s.`,
	questions: [
		{
			ask: ({ share }) =>
				`${percent(share("delegating"))} of all core time went into handing out. What do larger batches change?`,
			choices: ["Items are done faster", "The master pays for fewer batches", "Workers need less memory"],
			beliefs: ["Batches speed up the work itself", "", "Batching is about memory"],
			why: "The cost of a batch is paid once, however many items are in it. The work in the items stays what it is.",
		},
		{
			ask: () => "Why not hand out the whole lot as one batch?",
			choices: [
				"A batch that large costs the master too much",
				"It is best, if the master is slow",
				"One worker does it all while others may stand idle",
			],
			beliefs: ["The master’s cost grows faster than the batch", "Only the master’s time counts", ""],
			why: "A batch is done by one worker. A lot that is cut into four keeps four busy and is done four times sooner.",
		},
		{
			ask: () => "A worker that can do signal work finds both kinds waiting. What should it take?",
			choices: ["Signal work: few others can do it", "What came first, always", "What is shortest, always"],
			beliefs: ["", "Order of arrival is always fair and fast", "Short tasks always go first"],
			why: "Everybody can do the ordinary work later. What only two can do waits for these two.",
		},
	],
	sides: {},
	ways: { "by 6": "by 6", "one by one": "one by one", "by 20": "by 20" },
	code: `void master(lot *l) {
	int batch = l->batch;            // you chose this
	for (int i = 0; i < l->items; i += batch) {
		box *b = pack(&l->item[i], batch);
		send(b);         // 0.25 s + 0.02 s for each
	}
}
void worker(void) {
	for (;;) { box *b = take_what_I_can(); work(b); }
}`,
	leavesOut:
		"Real masters also collect results, workers often fetch the next batch while they work, and on symmetric machines every core cuts work for itself.",
	guide: {
		goal: "See that who hands out work is a bottleneck, that batches move it, and that too large a batch unbalances.",
		watchFor: [
			"Does the scheduler look at how long an item takes before choosing?",
			"Do the two signal workers keep free for signal work?",
		],
		ask: [
			"How many workers could your master have served with batches of 6?",
			"Where in a school or a kitchen is there a master, and what are its batches?",
		],
	},
	insight: "Cut every lot into about as many batches as there are workers.",
};
