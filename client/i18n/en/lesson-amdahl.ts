import { amdahlSpeedup } from "#shared/analysis/amdahl.ts";
import { counted, fixed, percent } from "../base/format.ts";
import type { LessonText } from "../base/lesson-texts.ts";

export const amdahl: LessonText = {
	brief: [
		"Programs start with a serial part, for one core alone. Then its parts run side by side, except in a line. When all are done, the next starts.",
		"With two or four cores, a core plans what is ready or follows its own part; the scheduler plans anything.",
		"Goal: finish as many programs as you can in 90 seconds.",
	],
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
			beliefs: ["More cores must be slower ones", "", "Any number of parts is too few"],
			why: "While a serial part runs, one core works and all the others wait, however many there are.",
		},
		{
			ask: ({ parallelShare }) =>
				`${percent(parallelShare)} of this program can run in parallel. What is the most that any number of cores can reach?`,
			choices: [
				"The parallel share divided by the serial share",
				"As much as there are cores",
				"1 divided by the serial share",
			],
			beliefs: ["The limit compares the two shares", "More cores always help in proportion", ""],
			why: "The serial share always remains. With endless cores only it takes time: the limit is 1 / (1 - p).",
		},
		{
			ask: () => "A program is 90 % parallel and runs on 1,024 cores. What helps most?",
			choices: ["Making the serial part half as long", "1,024 more cores", "Cores that switch faster"],
			beliefs: ["", "More cores always help in proportion", "Switching is what limits parallel programs"],
			why: "With half the serial part it is 19.7 times as fast as on one core. With twice the cores it is only 9.96 times.",
		},
	],
	predictWhy:
		"90 % parallel on 1,024 cores is 9.91 times faster. The limit for any number of cores is 10, so the 10.9 that one can read is impossible.",
	headline: ({ cores, speedup, parallelShare }) =>
		`${counted(cores, "core", "cores")} did ${fixed(speedup, 2)} times the work of one. Amdahl’s law says ${fixed(amdahlSpeedup(parallelShare, cores), 2)}.`,
	sides: {},
	ways: {},
	code: `read_input();                   // serial: one core works
#pragma omp parallel for
for (int part = 0; part < parts; part++)
	compute(part);          // parallel: as many cores as parts
// speed-up = 1 / ((1 - p) + p / cores)`,
	leavesOut:
		"The parallel parts are perfectly independent. Real programs also lose time talking to each other, and that grows with the cores.",
	guide: {
		goal: "Measure that the serial part limits what more cores can bring, and meet the limit 1 / (1 - p).",
		watchFor: [
			"What do the other cores do while the serial part runs?",
			"Do all cores end together, so that the next serial part can start?",
		],
		ask: [
			"Where would you spend effort: on more cores or on the serial part?",
			"Why is 10.9 times impossible?",
		],
	},
	idea: "First the parts that others wait for in a line: the sooner all end, the sooner the next serial part starts.",
};
