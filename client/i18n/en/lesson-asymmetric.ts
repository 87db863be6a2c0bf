import { fixed, percent } from "../base/format.ts";
import type { LessonText } from "../base/lesson-texts.ts";

export const asymmetric: LessonText = {
	brief: [
		"Jobs of equal items wait. A core asks for a batch of one and chooses its size. Handing it out takes the master (core 1) 0.5 s; equal cores do it themselves, in 0.7 s.",
		"Half of the cores do cpu work, half dsp; the other kind takes three times as long. The scheduler orders jobs. Finish them soon.",
	],
	predict:
		"Items of 0.2 s are handed out in batches of 4, each for 0.5 s and 0.002 s per item. How many workers can the master keep busy?",
	predictUnit: "workers",
	predictWhy:
		"Handing out such a batch takes 0.508 s. In the 0.8 s that a worker needs for it, the master serves 0.8 / 0.508 = 1.6 workers. All others stand idle.",
	headline: ({ value, naive, best }) =>
		`A job took you ${fixed(value, 1)} s on average. In batches of 8, first come first served, it would have taken ${fixed(naive, 1)} s, with the best known play ${fixed(best, 1)} s.`,
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
					? "Items of one job take 0.05 s, of another 3 s. How large should batches be?"
					: `With equal cores a job took you ${fixed(sides[0] ?? 0, 1)} s, with a master ${fixed(sides[1] ?? 0, 1)} s. Items of one job take 0.05 s, of another 3 s. How large should batches be, on either side?`,
			choices: [
				"Of the same size: then everybody gets the same",
				"As large as possible: then hardly anything has to be handed out",
				"Many short items or one long one: about the same work in each",
			],
			beliefs: [
				"The number of items is what makes a batch large",
				"Only the time for handing out counts",
				"",
			],
			why: "A batch should keep its worker busy for longer than the master takes to serve all others once, and no longer than that: who takes a whole job does alone what several could share.",
		},
		{
			ask: () => "Three jobs of one kind wait: 4 s, 12 s and 30 s of work. Which should come first?",
			choices: ["The shortest", "The longest", "The one that came first"],
			beliefs: ["", "What takes longest should begin early", "Order of arrival is always fair and fast"],
			why: "Whoever waits behind the first job waits for as long as it takes. With the shortest first all together wait least.",
		},
	],
	sides: { smp: "equal cores (SMP)", amp: "a master (AMP)" },
	ways: {},
	code: `batch *ask(job *j, int wanted) {   // you chose how many
	send(master, j, wanted);       // SMP: pack(j, wanted)
	return receive(master);        // 0.5 s + 0.002 s per item
}
void worker(void) {
	for (;;) {
		job *j = first_of(my_kind);   // the scheduler's order
		batch *b = ask(j, right_work / j->item_time);
		for (int i = 0; i < b->items; i++)
			work(&b->item[i]);
	}
}`,
	leavesOut:
		"Real masters also collect results, and items are rarely all equally long: then batches get smaller towards the end of a job.",
	guide: {
		goal: "See that a single core that hands out work is a bottleneck, that the size of batches moves it, that too large a batch takes work from others, and that the order of jobs decides how long they wait.",
		watchFor: [
			"Do the cores look at how long an item takes before they choose a size?",
			"Does anybody take whole jobs, so that others have nothing left of them?",
			"By what does the scheduler order: by the number of items, or by how much work is left?",
		],
		ask: [
			"How many workers could your master have served with batches of 4 short items?",
			"On which side did small batches hurt more, and why?",
			"Where in a school or a kitchen is there a master, and what are its batches?",
		],
	},
	idea: "Ask for batches of about the same work, longer than all others take to be served once; of each kind put the job first that has the least left.",
};
