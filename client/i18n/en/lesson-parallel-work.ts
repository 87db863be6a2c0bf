import { counted, fixed, number, percent } from "../base/format.ts";
import type { LessonText } from "../base/lesson-texts.ts";

export const parallelWork: LessonText = {
	brief: [
		"Tasks of different lengths come in batches. Some stand in a line: one starts when the one before is done. The next batch comes when this one is done.",
		"A core plans what is ready or follows its own task; the scheduler plans anything.",
		"Goal: finish as many batches as you can before time is up.",
	],
	predict: "25 tasks of equal length run on 4 cores. How many times faster is that than on 1 core?",
	predictUnit: "times faster",
	questions: [
		{
			ask: ({ share }) =>
				`Your cores did useful work for ${percent(share("useful"))} of the time. What would raise that most?`,
			choices: [
				"More tasks in every batch that are equally long",
				"A fifth core",
				"Starting what most work waits for first, so that all cores finish together",
			],
			beliefs: ["Equal tasks are all that counts, not when they start", "More cores always help most", ""],
			why: "A batch is over when its last task is. A line of tasks needs its time however many cores there are; begun late, it leaves the others waiting.",
		},
		{
			ask: () => "Why are 25 equal tasks on 4 cores not 4 times faster?",
			choices: [
				"In the last of 7 steps only one core has a task",
				"Four cores disturb each other",
				"Switching between tasks takes too long",
			],
			beliefs: [
				"",
				"Cores disturb each other even without sharing anything",
				"Switching costs as much as working",
			],
			why: "24 tasks fill six full steps. The 25th needs a seventh step alone: 25 / 7 = 3.57.",
		},
		{
			ask: ({ speedup }) =>
				`Your chip was ${fixed(speedup, 2)} times as fast as one core. What can 4 cores never be?`,
			choices: ["Slower than one core", "More than 4 times as fast as one core", "Busy all the time"],
			beliefs: ["Several cores could be slower on independent work", "", "Busy means fast"],
			why: "Four cores do four seconds of work in a second at most. Anything waiting or switching takes away from that.",
		},
	],
	predictWhy: "25 equal tasks on 4 cores need 7 steps: 25 / 7 = 3.57 times faster.",
	headline: ({ speedup, cores }) =>
		`Together you were ${fixed(speedup, 2)} times as fast as one core. The limit of ${counted(cores, "core", "cores")} is ${number(cores)}.`,
	sides: {},
	ways: {},
	code: `#pragma omp parallel for schedule(dynamic, 1)
for (int task = 0; task < tasks; task++)
	run(task);          // a free core takes the next task
// here every core waits for the last one`,
	leavesOut:
		"Tasks never touch memory here, so cores do not disturb each other; interrupts and the work of the operating system itself cost nothing.",
	guide: {
		goal: "See that several cores are faster only as long as each has work, and that the last task decides when a batch ends.",
		watchFor: [
			"Idle cores at the end of a batch: who still works, and on what?",
			"Do the cores plan ahead, or does every task end with a pause?",
		],
		ask: ["Which task should have started first?", "What would a fifth core have changed?"],
	},
	idea: "Start what the longest line waits for first, so that all cores finish together.",
};
