import { fixed, percent } from "../base/format.ts";
import type { LessonText } from "../base/lesson-texts.ts";

export const interference: LessonText = {
	brief: [
		"Control tasks (C) have deadlines; each late one costs 10 s of work. Streamers (S) read through memory, reports hold a lock that control needs, calm tasks need little. All share one cache and one bus; on one side control has its own cache.",
		"Goal: do as much work as you can, less what is late.",
	],
	predict:
		"A control task finds four fifths of its data in the shared cache; the rest is new. Then streamers throw all of them out: everything comes from memory, on a free bus. How many times as long does it take?",
	predictUnit: "times as long",
	predictWhy:
		"An access takes 90 ns instead of 30 ns on average (15 ns from the cache). With the work between them that is 6.85 instead of 2.95 per unit: 2.3 times as long, on a full bus longer.",
	headline: ({ value, naive, best }) =>
		`Work done, less the late control tasks: ${fixed(value, 0)} s. Without care it would have been ${fixed(naive, 0)} s, with the best known play ${fixed(best, 0)} s.`,
	questions: [
		{
			ask: ({ share }) =>
				`Your cores waited for the bus for ${percent(share("busStall"))} of the time. What does a second streamer beside the first bring?`,
			choices: [
				"Twice as much streamed in the same time",
				"Nothing at all changes: each has its own core",
				"Little more streamed, and everybody else becomes slower",
			],
			beliefs: [
				"Two cores always do twice the work",
				"Cores with different tasks do not touch each other",
				"",
			],
			why: "One streamer takes two thirds of the bus. Two do only a third more together, and all others queue behind both.",
		},
		{
			ask: ({ sides }) =>
				sides.length < 2
					? "Control gets a part of the shared cache for itself. What does that not help against?"
					: `Shared you reached ${fixed(sides[0] ?? 0, 0)} s, partitioned ${fixed(sides[1] ?? 0, 0)} s. What does a partition not help against?`,
			choices: [
				"Data that others throw out of the cache",
				"The queue at the bus, and a control task that waits behind others",
				"Nothing: a partition isolates completely",
			],
			beliefs: ["A partition is about the bus", "", "One measure isolates from everything"],
			why: "A partition separates space. The bus and the order on the core are time: control has to go first, and streamers run apart from it.",
		},
		{
			ask: () =>
				"A report holds the lock that control waits for. On the report’s core a calm task runs. What does it mean that the lock inherits?",
			choices: [
				"Control takes the lock away from the report",
				"The report runs as urgently as control until it gives the lock back",
				"The calm task becomes more urgent, so that it is done sooner",
			],
			beliefs: [
				"What is urgent can take a lock by force",
				"",
				"Whoever runs is in the way and must be hurried",
			],
			why: "What a lock protects would be half done if it were taken away. So its holder borrows the priority of who waits, takes its core from tasks in between, and is soon out. On Mars this was switched on from Earth in 1997.",
		},
	],
	sides: { shared: "shared cache", partitioned: "partitioned cache" },
	ways: {},
	code: `// Three ways to keep noise away from control
reserve_cache(control, 2 * MIB);       // space
inherit_priority(bus_lock, true);      // as on Mars
task *next(core *c) {                  // apart in time
	if (urgent_in(c->queue)) return urgent_in(c->queue);
	if (anyone_streams() || control_about())
		return calm_in(c->queue);
	return streamer_in(c->queue);
}`,
	leavesOut:
		"Real chips interfere at more places: memory banks, interrupts, heat. Some cap what a streamer may take of the bus. An attack that blocks a cache from inside can slow its victims down 300 times. On Mars a watchdog reset the probe when control was late; here it costs work.",
	guide: {
		goal: "See that tasks on other cores can make one late, and that isolation needs space and time together.",
		watchFor: [
			"Does the scheduler hold streamers back while others stream, and control never?",
			"Does anybody bring control forward in its queue, and yield to it?",
			"Does anybody see that control waits for a report which cannot run, and let the lock inherit?",
		],
		ask: ["What did the partition solve, and what not?", "What did isolation cost the streamers?"],
	},
	idea: "Control first, into short queues; streamers one at a time, not beside control; the lock inherits. No measure is enough alone.",
};
