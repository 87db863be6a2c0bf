import { fixed, percent } from "../base/format.ts";
import type { LessonText } from "../base/lesson-texts.ts";

export const loadBalancing: LessonText = {
	brief: [
		"Tasks come in bursts, dealt to cores in advance. A letter stands for data that the task finds there; others need none. A waiting task can go elsewhere, but there it first loads its data, for up to 2.1 s.",
		"Goal: tasks should take as little time as possible from their arrival to their end, on average.",
	],
	predict:
		"Tasks arrive by chance and keep four cores busy for 80 % of the time. With a queue at each core a task takes 5.00 times as long as its own work. How many times with one queue for all?",
	predictUnit: "times as long",
	predictWhy:
		"With four queues one core may be idle while a task waits for another: 1\u00a0/\u00a0(1\u00a0−\u00a00.8) = 5.00. From one queue each free core takes the next task: 1.75. Same cores, same work.",
	headline: ({ value, naive, best }) =>
		`Your tasks took ${fixed(value, 1)} s from arrival to end, on average. Helping only when nothing is left would have made it ${fixed(naive, 1)} s, the best known ${fixed(best, 1)} s.`,
	questions: [
		{
			ask: ({ share }) =>
				`Idle while work waited: ${percent(share("idleWorkWaits"))} of your cores’ time. What prevents that best?`,
			choices: [
				"Dealing every core the same number of tasks in advance",
				"Moving waiting tasks to cores that run out of work",
				"A fifth core",
			],
			beliefs: ["Equal numbers are equal work", "", "More cores always help most"],
			why: "Nobody knows in advance how long tasks take and when they come. Who looks while it runs can even out what no plan foresees.",
		},
		{
			ask: () =>
				"A task takes 1 s. In its own queue 0.4 s of work is before it. Another core is idle, but there the task would load its data for 0.6 s. What is best for it?",
			choices: [
				"Leave it: it is done sooner where its data are",
				"Move it: no core should ever be idle",
				"It makes no difference",
			],
			beliefs: [
				"",
				"An idle core is always worse than a cold cache",
				"Loading and waiting always take equally long",
			],
			why: "At home it is done after 0.4 + 1 = 1.4 s, elsewhere after 0.6 + 1 = 1.6 s. A move pays when it saves more waiting than its data cost to load.",
		},
		{
			ask: () => "Which waiting task is best moved away from a long queue?",
			choices: [
				"The longest: it makes the most room",
				"Any: a move costs the same, so they are all as good",
				"One without data: elsewhere it has nothing to load",
			],
			beliefs: [
				"Only the length of a task matters",
				"What is moved does not matter, only how much waits where",
				"",
			],
			why: "Moving work costs next to nothing, moving data does: the task loads them anew and pushes out what others keep there. Only when nothing else is left does a long wait make up for that.",
		},
	],
	sides: {},
	ways: {},
	code: `struct task *next(struct core *me) {
	if (me->queue.length > 0)
		return pop_first(&me->queue);    // its data are here
	struct core *victim = longest_queue();
	struct task *last = peek_last(&victim->queue);
	if (last == NULL || wait(last) < reload(last, me))
		return NULL;                     // sooner done where it is
	return pop_last(&victim->queue);     // steal it
}`,
	leavesOut:
		"Real queues have locks of their own: looking at all of them takes time, so real cores ask only a few, and seldom. Even Linux has for years left cores idle while others had queues, by mistakes in just these rules.",
	guide: {
		goal: "See that work dealt in advance leaves cores idle beside long queues, and that moving it while it runs pays, though not at any price.",
		watchFor: [
			"Which core runs dry first, and how long does it take until somebody helps?",
			"Does the scheduler look at what it moves, or take whatever it finds?",
		],
		ask: [
			"When was it better to leave a task where it was?",
			"Who should move work: one scheduler, or the cores themselves?",
		],
	},
	idea: "Nobody idles while others queue: move what has no data to load, and data only where waiting costs more.",
};
