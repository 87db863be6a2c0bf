import { fixed, percent } from "../base/format.ts";
import type { LessonText } from "../base/lesson-texts.ts";

export const cacheAffinity: LessonText = {
	brief: [
		"A letter on a task is the data that it needs. Each core has a cache of its own, with room for the data of one letter. What is not there the core first loads from memory, which takes seconds.",
		"Goal: tasks should take as little time as possible from their arrival to their end, on average.",
	],
	predict:
		"A task needs 4 MiB of data that are not in its core’s cache, and fetches them from memory one line of 64 bytes after the other. How many seconds of play longer does it take?",
	predictUnit: "s longer",
	predictWhy:
		"4 MiB are 65,536 lines. Each takes 90 ns from memory instead of 4.7 ns from the core’s own cache: 5.6 ms of the machine, 5.6 s of play.",
	headline: ({ value, naive, best }) =>
		`A task took ${fixed(value, 1)} s from its arrival to its end. Dealt in turn it would have been ${fixed(naive, 1)} s, with the best known ${fixed(best, 1)} s.`,
	questions: [
		{
			ask: ({ share }) =>
				`Your cores waited for their caches for ${percent(share("cacheStall"))} of the time. When does a core wait most?`,
			choices: [
				"When it runs tasks of one letter in a row",
				"When it changes from one letter to another and back",
				"When many tasks are in its queue",
			],
			beliefs: [
				"Using the same data again and again wears the cache out",
				"",
				"A long queue slows a core down",
			],
			why: "Its cache holds about one letter. Every change throws the old data out and loads the new; back again, all of it once more.",
		},
		{
			ask: () =>
				"A core that has A warm is busy; its neighbour is idle. A short task on A arrives. Where is it done sooner?",
			choices: [
				"Often with the busy core: waiting a little is shorter than loading everything",
				"Always with the idle core: an idle core is lost time",
				"That makes no difference: both cores are equally fast",
			],
			beliefs: [
				"",
				"An idle core is the worst that can happen",
				"Equal cores are equally fast for every task",
			],
			why: "Loading 4 MiB takes 5.6 s. Linux, too, lets a task wait a little for the core where its data are.",
		},
		{
			ask: () => "What does it cost to move a task to another core?",
			choices: [
				"Nothing: memory is shared, so all cores can reach the data",
				"Always the same few microseconds of the switch",
				"The switch, and then loading its data: the more it uses, the more it costs",
			],
			beliefs: ["Reachable is as good as near", "The cost of a switch is the switch itself", ""],
			why: "The switch itself takes 2 µs. The cold cache behind it costs a thousand times as much, and no timer shows it.",
		},
	],
	sides: {},
	ways: {},
	code: `// Which task should this core run next?
task *next(core *c) {
	for (task *t = c->queue; t; t = t->next)
		if (t->data == c->last_data)   // still warm
			return t;
	return c->queue;               // loads everything anew
}
// To which core should a packet go?
core *home(packet *p) {
	return least(cores, waiting_time(c) + (has(c, p) ? 0 : time_to_load(p)));
}`,
	leavesOut:
		"Real caches have two or three private levels and evict line by line, and a core fetches several lines at once where it knows the next address.",
	guide: {
		goal: "See that a switch costs little and the cold cache behind it a lot, so that where and in which order work runs decides.",
		watchFor: [
			"Do cores put tasks of their letter first, before they are asked?",
			"Does the scheduler know who has which letter, or just fill the shortest queue?",
		],
		ask: [
			"When is it right to take a letter to a second core?",
			"Why does Linux leave a task on its core although another is idle?",
		],
	},
	idea: "Run what is warm first, and send work where its data are, even if the queue there is a little longer.",
};
