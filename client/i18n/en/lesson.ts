import type { LockWay } from "#shared/analysis/lock-bench.ts";
import type { ConceptId } from "#shared/lessons/concept.ts";
import type { MeasureId } from "#shared/lessons/measures.ts";
import type { NoScore } from "#shared/result/why-no-score.ts";
import type { Cause } from "#shared/sim/chip/chip.ts";
import { counted, fixed, list, number, percent } from "../base/format.ts";
import type { PartsSaid } from "../base/lesson-texts.ts";

const NO_SCORE: Readonly<Record<NoScore, string>> = {
	nobody: "nobody played there in the first ten seconds.",
	short: "the round was ended before a third of it was played.",
	same: "the naive policy does as well there as the best known.",
};

export const lessonWords = {
	brief: "What this is about",
	dilation: "1 second of play is 1 millisecond of a real chip.",
	coreNumber: (core: number) => `Core ${core}`,
	briefNaive: "As most people play at first",
	briefExpert: "With the rule",
	briefBots:
		"The first 40 seconds of a round, as the bots play it: a row is a core, a colour what its time goes to",
	changeTitle: "What changed: the same round, the same seats",
	changeScore: "Score",
	/** `stars`: that the hints have really cost, which are no more than the score earns. */
	hintsCost: (hints: number, stars: number) =>
		stars === 0
			? `${counted(hints, "hint", "hints")} taken.`
			: `${counted(hints, "hint", "hints")} cost ${counted(stars, "star", "stars")}.`,
	playedShare: (share: string, parts: PartsSaid) =>
		({
			one: `You played ${share} of your seat yourself, a bot the rest.`,
			both: `Of both parts together you played ${share} of your seat yourself, a bot the rest.`,
			second: `In the second part you played ${share} of your seat yourself, a bot the rest.`,
		})[parts],
	notCounted: "So this round does not count: play it yourself for stars.",
	ruleTitle: "The rule",
	briefCores: (cores: number) => counted(cores, "core", "cores"),

	predictTitle: "Your prediction",
	predictBefore: "Commit to a number before you play. Nobody sees it.",
	predictCommit: "Commit",
	predictChange: "Change it",
	predictSkip: "Skip: no prediction",
	predictNone: "You gave no prediction.",
	predictDone: (value: string) => `You said ${value}.`,
	predictOpen: "You can change it until play starts.",
	predictRange: (min: number, max: number) => `Type a number from ${number(min, 1)} to ${number(max, 1)}.`,
	predictSlider: "Slide to a number",
	predictField: "Or type it",
	predictCount: (made: number, of: number) =>
		`${number(made)} of ${counted(of, "student has", "students have")} committed`,

	discussTitle: "Talk about it",
	discussSoon: "Commit to a number first. Then compare it with your neighbour’s.",
	discussNow:
		"Tell your neighbour your number, and why. Whoever is convinced may change theirs until play starts.",

	explainTitle: "What you measured",
	loading: "Working out the result …",
	speedup: "Speed-up",
	cores: "cores",
	chipHead: "Chip",
	chip: (chip: number) => `Chip ${chip + 1}`,
	measured: "measured",
	best: "best known",
	law: (parallelShare: number) => `Amdahl’s law, ${percent(parallelShare)} parallel`,
	ideal: "ideal",
	limit: (limit: number) => `limit ${number(limit)}`,
	table: "Numbers as a table",

	amdahlPlot: "More cores, less gain",
	amdahlPlotNote: (serialShare: number, limit: number) =>
		`${percent(serialShare)} of every program is serial. However many cores there are, ${number(limit)} times is the end.`,
	amdahlAbove: "A dot above the curve means that the chip with one core lost time of its own.",
	predictionTitle: "Your predictions and the truth",
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
	lockBench: "How to wait at a lock, tried",
	lockBenchNote: (cores: number, rounds: number, wakeS: number) =>
		`The same tasks on ${counted(cores, "core", "cores")}, dealt and ordered in the same way, ${counted(rounds, "time", "times")}; only the waiting differs. Waking takes ${fixed(wakeS, 1)} s: less than the long lock is held, more than the short one. Less is better.`,
	lockWay: "Way of waiting",
	lockWays: {
		spin: "always spin: the core waits too",
		sleep: "always sleep: the core goes on with something else",
		byLength: "sleep at the long lock, spin at the short one",
	} satisfies Record<LockWay, string>,

	parallelPlot: "How many cores’ worth of work",
	parallelNote: (limit: number) =>
		`${counted(limit, "core", "cores")} that never wait and never switch would reach ${number(limit)}.`,
	measures: {
		work: { title: "Work done", value: (value: number) => `${fixed(value, 1)} s` },
		onTime: {
			title: "Work done, less what late tasks cost",
			value: (value: number) => `${fixed(value, 1)} s`,
		},
		kept: { title: "Work done that counts", value: (value: number) => `${fixed(value, 1)} s` },
		energy: {
			title: "Energy, and what late tasks cost",
			value: (value: number) => `${number(value, 0)} mJ`,
		},
		lots: { title: "How long a job took, on average", value: (value: number) => `${fixed(value, 1)} s` },
		timely: { title: "Work in time, less mistakes", value: (value: number) => `${fixed(value, 1)} s` },
		jobs: { title: "Programs done", value: (value: number) => fixed(value, 1) },
		turnaround: {
			title: "How long a task took, on average",
			value: (value: number) => `${fixed(value, 1)} s`,
		},
	} satisfies Record<MeasureId, { title: string; value: (value: number) => string }>,
	moreIsBetter: "More is better.",
	lessIsBetter: "Less is better.",
	naive: "naive policy",
	machine: "best known at machine speed",
	codeTitle: "This is the code you just played",
	leavesOutTitle: "What this model leaves out",
	causesTitle: "Where the time went",
	causesNote: "Every nanosecond of every core, by cause. Each bar is 100 %.",
	/** Why a round cannot be looked at again. */
	cannotReplay: {
		notCarried: (version: number) =>
			`Version ${version} of the simulation played this round, and this Coretet does not have it.`,
		missing: (version: number) =>
			`Version ${version} of the simulation, which played this round, did not load. Reload the page to play it again.`,
		damaged: (version: number) =>
			`The file of version ${version} of the simulation, which played this round, is damaged on the server.`,
		refused: (version: number) =>
			`The log of this round is not as version ${version} of the simulation expects it.`,
	},
	asStored: "What came of it is shown as it was stored.",
	momentsTitle: "Worth another look",
	momentsNone: "Nothing went wrong in this round that is worth another look.",
	momentWhen: (from: string, to: string) => `second ${from} to ${to}`,
	momentShow: (second: string) => `Show it in the replay, second ${second}`,
	moments: {
		crash: (workS: string) => `A crash threw ${workS} s of work away.`,
		lostUpdate: (count: number, counter: string) =>
			`${counted(count, "update", "updates")} of ${counter} lost: somebody else wrote in between.`,
		convoy: (waiting: string, lock: string) => `Up to ${waiting} tasks queued for the lock ${lock} at once.`,
		coherence: (share: string) =>
			`The cores spent ${share} of this time waiting for each other’s cache lines.`,
		bus: (share: string) => `The bus was full: the cores waited for memory ${share} of this time.`,
		workWaits: (core: number, lengthS: string) =>
			`Core ${core} stood idle for ${lengthS} s although work waited.`,
	},
	concepts: {
		amdahl: "The serial part",
		balance: "Even load",
		bandwidth: "Memory bandwidth",
		deadlines: "Deadlines",
		granularity: "Size of batches",
		heterogeneity: "Unequal cores",
		inversion: "Priority inversion",
		ipc: "Messages between processes",
		isolation: "Isolation",
		locality: "Keeping data close",
		locks: "Locks",
		planning: "Planning ahead",
		policy: "Order of work",
		race: "Races",
	} satisfies Record<ConceptId, string>,
	evidenceOwn: {
		one: "What you decided in this round",
		both: "What you decided in both parts",
		second: "What you decided in the second part",
	} satisfies Record<PartsSaid, string>,
	ownDecisions: (commands: number) =>
		commands === 0
			? "You gave no command of your own."
			: `You gave ${counted(commands, "command", "commands")} of your own.`,
	evidenceOwnNote: "It is no mark. Nobody sees it but you, and in a class your teacher.",
	evidenceSeen: (times: number) =>
		times === 0 ? "did not decide this" : `decided this ${counted(times, "time", "times")}`,
	evidenceUndecided: "did not decide",
	evidenceUsed: (taken: number, of: number) => `used: ${number(taken)} of ${number(of)}, more than by chance`,
	evidenceNotUsed: (taken: number, of: number) =>
		`${number(taken)} of ${number(of)}, not clearly more than by chance`,
	evidenceExplained: (explained: boolean | null) =>
		explained === null ? "question not answered" : explained ? "explained" : "not yet explained",
	questionsTitle: "Questions",
	right: "Right.",
	wrong: "Not quite.",
	scoreNote:
		"Scale: 0 is the naive policy in every seat, 100 the best known in the seats that people hold, both at human pace. No score is below −20 or above 110.",
	/** `names`: what the chips are called. */
	noScore: (names: readonly string[], why: NoScore) => `No score for ${list(names)}: ${NO_SCORE[why]}`,
	/** Of a lesson with two parts, in the order of the scores. */
	scoreParts: (sides: readonly string[]) => `Scores: ${sides.join(" · ")}.`,
	/** `what`: the measure. */
	headlineOf: (what: string, items: readonly string[]) => `${what}: ${items.join("; ")}.`,
	headlineItem: (name: string, value: string) => `${name} ${value}`,
	headlinePart: (name: string, value: string, naive: string, best: string) =>
		`${name} ${value} (naive policy ${naive}, best known ${best})`,
	headlineSpan: (least: string, most: string, chips: number) =>
		`from ${least} to ${most} on ${counted(chips, "chip", "chips")}`,
	headlineSizes: (sizes: readonly { readonly cores: number; readonly measured: number }[]) =>
		`Times the work of one core: ${sizes.map(({ cores, measured }) => `${counted(cores, "core", "cores")} ${fixed(measured, 2)}`).join("; ")}.`,
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
