import { fixed, percent } from "../base/format.ts";
import type { LessonText } from "../base/lesson-texts.ts";

export const locks: LessonText = {
	brief: [
		"A letter on a task is a lock that it needs for a while. Only one task at a time can be inside a lock. A task that finds its lock taken waits there, and its core with it.",
		"Goal: tasks should take as little time as possible from their arrival to their end, on average.",
	],
	predict:
		"Eight cores work. One fifth of the time of every task is inside the same lock. How many times as fast as one core can they be together?",
	predictUnit: "times as fast",
	predictWhy:
		"Inside the lock there is room for one. If it is never free, one task leaves it per fifth of its time: 5 times as fast, however many cores there are.",
	headline: ({ value, naive, best }) =>
		`A task took ${fixed(value, 1)} s from its arrival to its end. Dealt in turn it would have been ${fixed(naive, 1)} s, with the best known ${fixed(best, 1)} s.`,
	questions: [
		{
			ask: ({ share }) =>
				`Your cores spun at locks for ${percent(share("spin"))} of the time. What would have made that less?`,
			choices: [
				"More cores",
				"Tasks of the same lock one after the other on one core",
				"Starting all tasks of the same lock at once, to get them done",
			],
			beliefs: ["More cores always help", "", "Side by side is always faster than one after the other"],
			why: "Two tasks of one lock side by side do the work of one, and the second core spins. One after the other they need one core, and the other core is free for something else.",
		},
		{
			ask: () =>
				"Somebody holds a lock and is taken off the core. What happens to those who wait for the lock?",
			choices: [
				"They get the lock",
				"Nothing: they work on",
				"They wait until the holder has run on and given the lock back",
			],
			beliefs: ["A lock belongs to who runs", "Waiting costs nothing", ""],
			why: "A lock belongs to who took it, also while that one does not run. So keep what is inside a lock short, and do not stop in there.",
		},
		{
			ask: () => "A lock is held for a very short time. How should others wait for it?",
			choices: ["By spinning", "By sleeping", "It makes no difference"],
			beliefs: ["", "Sleeping costs nothing", "Waiting is waiting"],
			why: "To fall asleep and to be woken takes longer than the lock is held. For long waits it is the other way round: spinning keeps a core from useful work.",
		},
	],
	sides: {},
	ways: {},
	code: `void task(Lock *lock) {
	for (int part = 0; part < parts; part++) {
		compute();                   // beside all others
		spin_until_free(lock);       // the core only waits
		change_shared_data();
		unlock_it(lock);
	}
}
// speed-up <= (outside + inside) / inside, with any number of cores`,
	leavesOut:
		"Here a whole task needs the same lock. Real programs take several, and may wait for each other in a circle: a deadlock. Locks for many readers are left out too.",
	guide: {
		goal: "See that a lock is a serial part; afterwards, on a bench, that spinning suits short waits and sleeping long ones.",
		watchFor: [
			"Does the scheduler keep the tasks of one lock on one core?",
			"How much of the time do cores spin?",
			"Do cores start something without a lock while the lock is taken?",
		],
		ask: ["Which core spun most, and who held the lock?", "What does this have in common with Amdahl’s law?"],
	},
	idea: "Tasks of the same lock one after the other, on one core.",
};
