import { fixed } from "../base/format.ts";
import type { LessonText } from "../base/lesson-texts.ts";

export const falseSharing: LessonText = {
	brief: [
		"Tasks count in six tables. Packed, eight counters share a cache line. Padded, each has its own, and a table is eight times as large. In tables E and F two cores may overwrite each other’s counts; a lock or an own copy prevents that and takes time.",
		"Goal: do much work. Lost counts do not count.",
	],
	predict:
		"Two cores count as fast as they can in two counters that lie in the same cache line. How many times as fast as one core alone are they together?",
	predictUnit: "times as fast",
	predictWhy:
		"Each waits 5.25 times as long, because the line keeps travelling: two cores together do 2 / 5.25 = 0.38 of what one does alone. Padded apart they do twice as much.",
	headline: ({ value, naive, best }) =>
		`You did ${fixed(value, 0)} s of work that counts. Without care it would have been ${fixed(naive, 0)} s, with the best known ${fixed(best, 0)} s.`,
	questions: [
		{
			ask: ({ sides }) =>
				sides.length < 2
					? "Packed counters share cache lines. What makes a line travel from core to core?"
					: `Packed you did ${fixed(sides[0] ?? 0, 0)} s that count, padded ${fixed(sides[1] ?? 0, 0)} s. What makes a packed line travel?`,
			choices: [
				"Two cores read the same counter",
				"Two cores write to the same line, even to different counters in it",
				"One core writes to a counter very often",
			],
			beliefs: ["Reading together is as bad as writing together", "", "Writing often is slow in itself"],
			why: "Many cores can hold a line that they only read. To write, a core must have the line alone: so it is taken from the other.",
		},
		{
			ask: () => "Two cores update a histogram without a lock. What can go wrong?",
			choices: [
				"Both read the same number, and one update is lost",
				"The program stops with an error",
				"Nothing, if both are equally fast",
			],
			beliefs: ["", "The machine notices races", "Races happen only at different speeds"],
			why: "Reading, adding and writing back are three steps. Whoever writes last overwrites what came in between, and nobody is told. Alone on a table there is nothing to lose: one core per table is the cheapest protection.",
		},
		{
			ask: () => "Why does a table of counters belong on one core, packed or padded?",
			choices: [
				"Padded it makes no difference where it is: each counter has its own line",
				"Only one core can have a table in its cache",
				"Packed, nobody takes its lines away; padded, it is in that core’s cache already",
			],
			beliefs: ["Padding costs nothing", "Caches hold nothing twice", ""],
			why: "Eight counters fit in a line. Padded, a table is eight times as large and fills the cache: a core that changes to another table loads for 3.5 s.",
		},
	],
	sides: { packed: "packed counters", padded: "padded counters" },
	ways: { unlocked: "no lock", locked: "with lock", private: "own copy" },
	code: `long packed[N];  // eight counters in a cache line
struct { alignas(64) long n; } padded[N];  // a line each

void unlocked(long *h) { *h = *h + 1; }  // may lose one
void locked(long *h) { lock(&m);  *h = *h + 1;  unlock(&m); }
void own_copy(long *h) {
	long mine = count_alone();
	lock(&m);  *h += mine;  unlock(&m);
}`,
	leavesOut:
		"Real machines also have atomic instructions, which lose nothing but still make the line travel, and weaker rules for the order in which others see writes. Two cores on a padded table, too, may meet at the same counter.",
	guide: {
		goal: "See that sharing memory is not free: lines travel, updates get lost, and every protection has a price; that of padding is cache.",
		watchFor: [
			"Does the scheduler send packets of one table to the same core?",
			"Padded: do cores finish one table before they change to another?",
			"Do cores protect by habit, or when somebody else is on the table?",
		],
		ask: [
			"On which side did it matter more where a table went, and why?",
			"How would you notice a lost update in a real program?",
		],
	},
	idea: "Keep a table on one core: packed its lines stay there, padded its counters. Protect it only while another core works on it.",
};
