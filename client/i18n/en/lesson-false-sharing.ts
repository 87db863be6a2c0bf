import { fixed, percent } from "../format.ts";
import type { LessonText } from "../lesson-texts.ts";

export const falseSharing: LessonText = {
	brief: [
		"Your tasks count in six tables. Two cores on one table get in each other’s way: their cache line travels back and forth, or one overwrites what the other counted.",
		"Padding, locks and private copies protect, but cost time. The scheduler can also keep a table on one core.",
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
			ask: ({ share }) =>
				`Your cores waited for cache lines for ${percent(share("coherenceStall"))} of the time. What makes a line travel?`,
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
			why: "Reading, adding and writing back are three steps. Whoever writes last overwrites what came in between, and nobody is told.",
		},
		{
			ask: () => "When is it best to protect a table?",
			choices: [
				"Always: safe is safe",
				"Never: protection costs time",
				"When another core works on the same table at the same time",
			],
			beliefs: ["Protection is free", "Lost updates do not matter", ""],
			why: "Alone on a table there is nobody to wait for and nothing to lose. Keeping a table on one core is the cheapest protection.",
		},
	],
	sides: {},
	ways: { packed: "packed", padded: "padded", unlocked: "no lock", locked: "with lock", private: "own copy" },
	code: `struct { long a, b; } packed;          // one cache line
struct { alignas(64) long a, b; } padded;  // a line each

void unlocked(long *h) { *h = *h + 1; }    // may lose one
void locked(long *h) {
	lock(&mutex);  *h = *h + 1;  unlock(&mutex);
}
void own_copy(long *h) {
	long mine = count_alone();
	lock(&mutex);  *h += mine;  unlock(&mutex);
}`,
	leavesOut:
		"Real machines also have atomic instructions, which lose nothing but still make the line travel, and weaker rules for the order in which others see writes.",
	guide: {
		goal: "See that sharing memory is not free: lines travel, updates get lost, and every protection has a price.",
		watchFor: [
			"Does the scheduler send packets of one table to the same core?",
			"Do cores protect by habit, or when somebody else is on the table?",
		],
		ask: [
			"Which protection was the cheapest, and when?",
			"How would you notice a lost update in a real program?",
		],
	},
	insight: "Keep a table on one core; protect it only while another core works on it.",
};
