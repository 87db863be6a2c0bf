import { fixed, percent } from "../base/format.ts";
import type { LessonText } from "../base/lesson-texts.ts";

export const sharedCache: LessonText = {
	brief: [
		"A letter on a task is the data that it needs. All cores share one large cache, the L3, with room for the data of three letters, and one bus to memory.",
		"Each task can load its data as it goes, or all of them first (prefetch). Goal: do as much work as you can before time is up.",
	],
	predict:
		"Four cores work side by side, and all that they need comes from memory. How many times the work of one such core do they do together?",
	predictUnit: "times the work",
	predictWhy:
		"The bus carries 5 GB/s. One core alone asks for a fifth of that; four queue for it, so that each becomes slower: together they do 2.7 times the work of one.",
	headline: ({ value, naive, best }) =>
		`You did ${fixed(value, 0)} s of work. Everything as it comes makes ${fixed(naive, 0)} s, the best known play ${fixed(best, 0)} s.`,
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
			ask: () => "When does a prefetch hurt?",
			choices: [
				"Never: earlier is always better",
				"When its data are in the shared cache already, and only then",
				"When there is no room for them beside what the others are using",
			],
			beliefs: ["Prefetching is free", "The only cost is the own time", ""],
			why: "It brings data in fast and so throws out those that others are just using; these must then be fetched again over the same bus.",
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
	ways: { demand: "load on demand", prefetch: "prefetch first" },
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
			"Does the scheduler give every core something of each letter?",
		],
		ask: ["Who paid when a fourth letter came in?", "When was a prefetch worth its price?"],
	},
	idea: "Run together what fits into the shared cache together, and prefetch only where there is room.",
};
