import { fixed, percent } from "../base/format.ts";
import type { LessonText } from "../base/lesson-texts.ts";

export const sharedCache: LessonText = {
	brief: [
		"A letter on a task is the data that it needs. All cores share one large cache, the L3, with room for the data of three letters, and one bus to memory.",
		"Goal: tasks should take as little time as possible from their arrival to their end, on average.",
	],
	predict:
		"Four cores work side by side, and all that they need comes from memory. How many times the work of one such core do they do together?",
	predictUnit: "times the work",
	predictWhy:
		"The bus carries 5 GB/s. One core alone asks for a fifth of that; four queue for it, so that each becomes slower: together they do 2.7 times the work of one.",
	headline: ({ value, naive, best }) =>
		`A task took ${fixed(value, 1)} s from its arrival to its end. Everything as it comes it would have been ${fixed(naive, 1)} s, with the best known ${fixed(best, 1)} s.`,
	questions: [
		{
			ask: ({ share }) =>
				`Your cores waited for caches and the bus for ${percent(share("cacheStall") + share("busStall"))} of the time. What helps most?`,
			choices: [
				"Cores that work on the same letter at the same time",
				"Each core on a letter of its own",
				"The longest tasks first",
			],
			beliefs: ["", "Apart is always better than together", "Order by length helps against everything"],
			why: "What one core has brought into the shared cache all others find there. Each letter of its own would need room of its own.",
		},
		{
			ask: () => "Five packets of five letters wait for four cores. In which order should they be dealt?",
			choices: [
				"As they came: everybody waits his turn",
				"All five letters at once, one core each and the fifth next",
				"All that waits of one letter to all cores, then the next letter",
			],
			beliefs: ["First come, first served is quickest for all", "Busy cores are all that counts", ""],
			why: "The first core loads the letter, the others find it in the shared cache, and the bus is nearly free. Five letters side by side throw each other out, and each is loaded again and again.",
		},
		{
			ask: () =>
				"Three programs fit into the shared cache. A fourth core has only a task of a fourth program. What is best for all?",
			choices: [
				"It starts at once: an idle core does nothing",
				"It takes a calm task or one of the three programs first, if there is any",
				"It always waits until the others are done",
			],
			beliefs: ["More cores at work is always more work done", "", "Idling is better than any contention"],
			why: "A fourth program slows the three others more than it gets done. Work that needs neither cache nor bus fits beside everything.",
		},
	],
	sides: {},
	ways: {},
	code: `// What fits together runs together
bool fits(program *p) {
	long kib = p->working_set;
	for (core *c : other_cores)
		if (first_core_with(c->program))
			kib += c->program->working_set;
	return kib <= L3_KIB;
}
task *next(queue *q) {
	return most_data_in_L3(those_that(q, fits));
}`,
	leavesOut:
		"Real shared caches are cut into slices and sets, so that some lines meet sooner than others, and memory has banks that are faster when addresses follow each other.",
	guide: {
		goal: "See that cores are not independent: cache and bus are shared, and who runs beside whom decides how fast both are.",
		watchFor: [
			"Do the cores look at what is in the shared cache before they choose?",
			"Does the scheduler deal one letter to all cores before it begins the next?",
		],
		ask: ["Who paid when a fourth letter came in?", "Why was it quicker to let some work wait?"],
	},
	idea: "Work on few letters at a time, on all cores together: what one has loaded all others find.",
};
