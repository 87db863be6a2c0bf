import type { Cause } from "#shared/sim/chip.ts";
import { counted, fixed, number, percent } from "../format.ts";
import type { LessonTexts } from "../lesson-texts.ts";

export const lessonTexts: LessonTexts = {
	"parallel-work": {
		brief: [
			"Your chip has four cores and a scheduler. Batches of unequal tasks arrive, and the next batch waits for the last task of this one.",
			"The scheduler deals tasks out. Cores plan ahead and steal from each other. A core without work is lost time.",
		],
		picture:
			"A scheduler deals tasks of different lengths to four cores; one core still works while three wait.",
		predict: "25 tasks of equal length run on 4 cores. How many times faster is that than on 1 core?",
		predictUnit: "times faster",
		questions: [
			{
				ask: ({ usefulShare }) =>
					`Your cores did useful work for ${percent(usefulShare)} of the time. What would raise that most?`,
				choices: [
					"More tasks in every batch that are equally long",
					"A fifth core",
					"Starting the longest tasks first, so that all cores finish together",
				],
				why: "A batch is over when its last task is. A long task started late leaves the other cores waiting.",
			},
			{
				ask: () => "Why are 25 equal tasks on 4 cores not 4 times faster?",
				choices: [
					"In the last of 7 steps only one core has a task",
					"Four cores disturb each other",
					"Switching between tasks takes too long",
				],
				why: "24 tasks fill six full steps. The 25th needs a seventh step alone: 25 / 7 = 3.57.",
			},
			{
				ask: ({ speedup }) =>
					`Your chip was ${fixed(speedup, 2)} times as fast as one core. What can 4 cores never be?`,
				choices: ["Slower than one core", "More than 4 times as fast as one core", "Busy all the time"],
				why: "Four cores do four seconds of work in a second at most. Anything waiting or switching takes away from that.",
			},
		],
	},
	amdahl: {
		brief: [
			"Every program starts with a serial part, which only one core can run. Then twelve parts can run side by side.",
			"Chips with 1, 2, 4 and 8 cores play the same 90 seconds. Keep every core fed, and get the next serial part started early.",
		],
		picture:
			"On one core the serial part and the parallel parts run one after the other. On four cores the parallel parts shrink, the serial part does not.",
		predict:
			"90 % of a program can run in parallel. How many times faster is it on 1,024 cores than on 1 core?",
		predictUnit: "times faster",
		questions: [
			{
				ask: ({ cores, speedup }) =>
					`Your chip with ${counted(cores, "core", "cores")} did ${fixed(speedup, 2)} times the work of 1 core. What held it back most?`,
				choices: [
					"Its cores were slower",
					"The serial part, during which the other cores wait",
					"There were not enough parallel parts",
				],
				why: "While a serial part runs, one core works and all the others wait, however many there are.",
			},
			{
				ask: () =>
					"6/7 of this program can run in parallel. What is the most that any number of cores can reach?",
				choices: ["6 times", "As much as there are cores", "7 times"],
				why: "The serial seventh always remains. With endless cores only it takes time: 1 / (1/7) = 7.",
			},
			{
				ask: () => "A program is 90 % parallel and runs on 1,024 cores. What helps most?",
				choices: ["Making the serial part half as long", "1,024 more cores", "Cores that switch faster"],
				why: "With half the serial part it is 19.7 times as fast as on one core. With twice the cores it is only 9.96 times.",
			},
		],
	},
};

export const lessonWords = {
	brief: "What this is about",
	dilation: "1 second of play is 1 millisecond of a real chip.",
	coreNumber: (core: number) => `Core ${core}`,
	batchDone: "batch done",
	pictureKey: { serial: "serial part", work: "parallel part", task: "task", wait: "waits" },

	predictTitle: "Your prediction",
	predictBefore: "Commit to a number before you play. Nobody sees it.",
	predictCommit: "Commit",
	predictChange: "Change it",
	predictDone: (value: string) => `You said ${value} times.`,
	predictOpen: "You can change it until play starts.",
	predictRange: (min: number, max: number) => `Type a number from ${number(min)} to ${number(max)}.`,
	predictSlider: "Slide to a number",
	predictField: "Or type it",
	predictCount: (made: number, of: number) =>
		`${number(made)} of ${counted(of, "student has", "students have")} committed`,

	explainTitle: "What you measured",
	loading: "Working out the result …",
	speedup: "Speed-up",
	cores: "cores",
	chipHead: "Chip",
	chip: (chip: number) => `Chip ${chip + 1}`,
	chipCores: (chip: number, cores: number) => `Chip ${chip + 1} · ${counted(cores, "core", "cores")}`,
	measured: "measured",
	best: "best known",
	law: "Amdahl’s law, p = 6/7",
	ideal: "ideal",
	limit: (limit: number) => `limit ${number(limit)}`,
	table: "Numbers as a table",

	amdahlHeadline: (cores: number, speedup: number, law: number) =>
		`${counted(cores, "core", "cores")} did ${fixed(speedup, 2)} times the work of one. Amdahl’s law says ${fixed(law, 2)}.`,
	amdahlPlot: "More cores, less gain",
	amdahlPlotNote: "One seventh of every program is serial. However many cores there are, 7 times is the end.",
	amdahlAbove: "A dot above the curve means that the chip with one core lost time of its own.",
	predictionTitle: "Your predictions and the truth",
	predictionAmdahl:
		"90 % parallel on 1,024 cores is 9.91 times faster. The limit for any number of cores is 10, so the 10.9 that one can read is impossible.",
	predictionParallel: "25 equal tasks on 4 cores need 7 steps: 25 / 7 = 3.57 times faster.",
	limitPlot: "90 % parallel, ever more cores",
	impossible: (value: string) => `${value}: impossible`,
	predictionNone: "Nobody made a prediction.",
	predictionMine: (value: string) => `You: ${value}`,
	predictionTruth: (value: string) => `Theory: ${value}`,
	predictionSummary: (count: number, median: string, truth: string) =>
		count === 1
			? `One prediction, ${median}; theory says ${truth}.`
			: `${number(count)} predictions, the middle one ${median}; theory says ${truth}.`,
	scheduleTitle: "25 tasks on 4 cores",
	scheduleNote: "Six full steps, and a seventh for the last task alone.",

	parallelHeadline: (speedup: number, cores: number) =>
		`Together you were ${fixed(speedup, 2)} times as fast as one core. The limit of ${counted(cores, "core", "cores")} is ${number(cores)}.`,
	parallelPlot: "How many cores’ worth of work",
	parallelNote: (limit: number) =>
		`${counted(limit, "core", "cores")} that never wait and never switch would reach ${number(limit)}.`,
	causesTitle: "Where the time went",
	causesNote: "Every nanosecond of every core, by cause. Each bar is 100 %.",
	questionsTitle: "Three questions",
	right: "Right.",
	wrong: "Not quite.",
	scoreNote: "Score: 0 is the naive policy, 100 the best known at human pace.",
} as const;

/** Causes of core time, as the bars name them. */
export const causeWords: Record<Cause, string> = {
	useful: "Useful work",
	cacheStall: "Cache stall",
	busStall: "Bus stall",
	coherenceStall: "Coherence stall",
	spin: "Spinning on a lock",
	ipc: "Messages",
	delegating: "Delegating",
	switch: "Context switch",
	waking: "Waking",
	idleWorkWaits: "Idle, work waits",
	idleSerial: "Idle, serial part runs",
	idleBlocked: "Idle, all work blocked",
	idleNothing: "Idle, nothing left",
	asleep: "Asleep",
};
