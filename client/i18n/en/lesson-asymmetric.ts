import { fixed, percent } from "../base/format.ts";
import type { LessonText } from "../base/lesson-texts.ts";

export const asymmetric: LessonText = {
	brief: [
		"Lots are cut into batches; each takes 0.25 s and 0.02 s per item. Equal cores (SMP) cut for themselves. With a master (AMP), core 1 only cuts, and nobody else does.",
		"The scheduler chooses how each lot is cut, the cores what they take. Some can also do signal work (dsp).",
	],
	predict: "Items of 0.5 s are handed out one by one. How many workers can the master keep busy?",
	predictUnit: "workers",
	predictWhy:
		"Handing out one item takes 0.25 + 0.02 = 0.27 s. In the 0.5 s that a worker needs for it, the master serves 0.5 / 0.27 = 1.9 workers. All others stand idle.",
	headline: ({ value, naive, best }) =>
		`A lot took you ${fixed(value, 1)} s on average. Item by item it would have taken ${fixed(naive, 1)} s, with the best known play ${fixed(best, 1)} s.`,
	questions: [
		{
			ask: ({ share }) =>
				`${percent(share("delegating"))} of all core time went into handing out. What do larger batches change?`,
			choices: ["Items are done faster", "Fewer batches have to be paid for", "Workers need less memory"],
			beliefs: ["Batches speed up the work itself", "", "Batching is about memory"],
			why: "The cost of a batch is paid once, however many items are in it. The work in the items stays what it is.",
		},
		{
			ask: ({ sides }) =>
				sides.length < 2
					? "Why not hand out the whole lot as one batch?"
					: `With equal cores a lot took you ${fixed(sides[0] ?? 0, 1)} s, with a master ${fixed(sides[1] ?? 0, 1)} s. Why not hand out a lot as one batch, on either side?`,
			choices: [
				"A batch that large costs too much to hand out",
				"It is best: then hardly anybody has to cut",
				"One worker does it all while others may stand idle",
			],
			beliefs: ["The cost of cutting grows faster than the batch", "Only the time for cutting counts", ""],
			why: "A batch is done by one worker. A lot that is cut into four keeps four busy and is done four times sooner.",
		},
		{
			ask: () => "A worker that can do signal work finds both kinds waiting. What should it take?",
			choices: ["Signal work: few others can do it", "What came first, always", "What is shortest, always"],
			beliefs: ["", "Order of arrival is always fair and fast", "Short tasks always go first"],
			why: "Everybody can do the ordinary work later. What only two can do waits for these two.",
		},
	],
	sides: { smp: "equal cores (SMP)", amp: "a master (AMP)" },
	ways: { "by 5": "by 5", "one by one": "one by one", "by 24": "by 24" },
	code: `void cut(lot *l) {   // AMP: the master only; SMP: any core
	int batch = l->batch;            // you chose this
	for (int i = 0; i < l->items; i += batch) {
		box *b = pack(&l->item[i], batch);
		put(b);          // 0.25 s + 0.02 s for each item
	}
}
void worker(void) {
	for (;;) {       // rare work, then the lot nearly done
		box *b = take_what_few_can() ?: take_of_shortest_rest();
		work(b);
	}
}`,
	leavesOut:
		"Real masters also collect results, workers often fetch the next batch while they work, and equal cores that take from one queue wait for its lock.",
	guide: {
		goal: "See that a single core that hands out work is a bottleneck and equal cores are not, that batches move it, and that too large a batch unbalances.",
		watchFor: [
			"Does the scheduler look at how long an item takes before choosing?",
			"Do the cores that can do signal work keep free for it?",
			"Do the cores finish a lot before they begin the next, or are all lots open at once?",
		],
		ask: [
			"How many workers could your master have served with batches of 5?",
			"On which side did small batches hurt more, and why?",
			"Where in a school or a kitchen is there a master, and what are its batches?",
		],
	},
	idea: "Cut every lot into about as many batches as there are workers; take what few can do, then finish the lot that is nearest to its end.",
};
