import type { Decision } from "#shared/lessons/lesson.ts";
import { counted, list, number } from "../base/format.ts";

/** The teacher's page on a lesson. */
export const guideWords = {
	title: (lesson: string) => `Teacher’s guide: ${lesson}`,
	link: "Guide",
	print: "Print",
	printHint: "One sheet of A4.",
	working: "Working out the figures …",
	failed: "The figures could not be worked out. Reload the page to try again.",
	minutes: (minutes: number) => `${counted(minutes, "minute", "minutes")} from brief to explain.`,
	chips: (cores: readonly number[]) =>
		`Played on chips of ${list(cores.map((count) => number(count)))} cores.`,
	sides: (sides: string) => `The same seed is played on both sides: ${sides}.`,
	idea: "The idea that wins",
	watchFor: "Watch for",
	ask: "Ask the class",
	level: "Level",
	scoreTitle: "What scores 0 and 100",
	scoreNote: (measure: string, cores: number) =>
		`${measure}, on a chip of ${counted(cores, "core", "cores")} with seed 1: 0 is the naive policy, 100 the best known, both at human pace.`,
	rulesTitle: "One rule alone",
	rulesNote: "The standard round at human pace: what is urgent first, and only this rule beside.",
	rules: {
		"urgent-first": "No other rule",
		throttled: "Cap the streamers",
		dedicated: "A core for control alone",
		inheriting: "Let the lock inherit",
	} as Readonly<Record<string, string>>,
	decisionsTitle: "What there is to decide",
	decision: "Decision",
	seat: "Seat",
	perMinute: "a minute",
	cost: "wrong one costs",
	decisions: {
		deal: "Where a packet goes",
		next: "Which task is next",
		way: "How a task is done",
		mode: "At which clock a core runs",
		take: "Which task a core takes",
		move: "Which waiting task is moved, and to whom",
		steal: "From whom a core steals",
		batch: "How large a batch a core asks for, and of which job",
		front: "Which job of a kind comes first",
	} satisfies Record<Decision["id"], string>,
	seats: { scheduler: "Scheduler", core: "Core" } satisfies Record<Decision["seat"], string>,
	questionsNote:
		"Each class sees its own numbers. These are of a round with seed 1 that is played by the naive policy.",
	belief: (belief: string) => `Believes: ${belief}.`,
} as const;
