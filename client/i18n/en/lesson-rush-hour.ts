import { fixed } from "../base/format.ts";
import type { LessonText } from "../base/lesson-texts.ts";

export const rushHour: LessonText = {
	brief: [
		"Everything at once, in growing waves: urgent (U), tables (A–C), searches (D, E), streams (S), what may crash (X, Y), programs with a serial part (P).",
		"Goal: work done in time. Late urgent jobs and lost updates cost. With too much backlog for 10 s your chip goes down. Hold out 5 minutes!",
	],
	predict:
		"In the last wave 9 packets with 3.3 tasks of 2.25 s each come every 20 s, on average. How many cores does that keep busy, if nothing else takes any time?",
	predictUnit: "cores",
	predictWhy:
		"9 × 3.3 × 2.25 s = 67 s of work in 20 s: 3.3 cores’ worth. Your chip has four: less than one is left for waiting for memory and locks, for copies, crashes and late decisions. Whoever wastes more goes down.",
	headline: ({ value, naive, best }) =>
		`Your chip did ${fixed(value, 0)} s of work that counts. Dealing in turn gets ${fixed(naive, 0)} s, the best known policy ${fixed(best, 0)} s.`,
	questions: [
		{
			ask: () => "More work comes than the cores can do. What happens to the queue?",
			choices: [
				"It settles at some length",
				"It grows for as long as that lasts",
				"It stays short if everybody works hard",
			],
			beliefs: ["A queue always finds a balance", "", "Effort replaces capacity"],
			why: "What comes in and does not go out stays. Only less waste, or leaving out what is too late anyway, helps.",
		},
		{
			ask: () => "A task is already too late, another one can still be done in time. Which first?",
			choices: [
				"The late one: it has waited longest",
				"Whichever is longer",
				"The one that can still be in time",
			],
			beliefs: ["First come, first served is always fair and good", "Long tasks must start early", ""],
			why: "Nothing is gained by doing the late one now, and the other would be late too. So one late task makes the next one late.",
		},
		{
			ask: () => "Two streams fill the memory bus. What does a third core do for them?",
			choices: [
				"Next to nothing: all of them wait for the bus",
				"Half as much again",
				"It makes them twice as fast",
			],
			beliefs: ["", "Cores add up, whatever they wait for", "More cores always help in proportion"],
			why: "The bus is the bottleneck. A third stream only makes each of them slower; other work would have used the core.",
		},
	],
	sides: {},
	ways: {
		locked: "with lock",
		unlocked: "no lock",
		private: "own copy",
		together: "together",
		apart: "own process",
	},
	code: `deal(packet):                 // scheduler
	urgent?        -> to the front, where something ends first
	else the packet that is due first and not yet too late:
	stream? -> the core that streams already
	else    -> the shortest queue
next(queue):                  // core
	urgent first, hopelessly late last, else by deadline
way(task):
	table:  somebody else on it ? own_copy : no_lock
	may crash often ? own_process : together`,
	leavesOut:
		"Real systems turn work away before they drown (admission control), add machines, and have many more kinds of urgency. Here everything that arrives must be done.",
	guide: {
		goal: "Use all insights together under pressure, and see what overload does.",
		watchFor: [
			"Does the scheduler deal urgent jobs before everything else?",
			"Does anybody look who else is at a table before choosing a way?",
			"Does anybody leave out what is hopelessly late?",
			"Does a serial part start early, so that its parts can run everywhere?",
		],
		ask: [
			"What brought your chip down?",
			"What would you do differently on the same seed? Play it again and see.",
		],
	},
	idea: "Urgent first, hopeless last; streams on one core; protect only what is shared.",
};
