import { PROBE_FACTS } from "#shared/lessons/probe.ts";
import { counted, list, number, percent } from "../base/format.ts";
import type { BeliefWords, ProbeTexts } from "../base/probe-texts.ts";

const { amdahl, locality, race, ipc, heterogeneity, isolation } = PROBE_FACTS;

export const probeTexts: ProbeTexts = {
	amdahl: {
		name: "Amdahl’s law",
		ask: `${percent(amdahl.parallelShare)} of a program can run in parallel. How many times faster is it on ${amdahl.cores} cores than on one?`,
		choice: ([times = 0]) => `${number(times, 1)} times`,
	},
	locality: {
		name: "Locality",
		ask: `One core runs four tasks in the order ${locality.tasks.join(", ")}. Each works ${locality.workMs}\u00a0ms. Before that, the data of its letter must be loaded for ${locality.loadMs}\u00a0ms, unless the task just before used them. How long does it take in all?`,
		choice: ([lengthMs = 0]) => `${number(lengthMs)}\u00a0ms`,
	},
	race: {
		name: "Race",
		ask: `A counter stands at 0. Each of ${race.threads} threads reads it, adds 1 and writes it back, at the same time and without a lock. What can it show afterwards?`,
		choice: (values) =>
			values.length === 1 ? `always ${list(values.map(String))}` : list(values.map(String), "or"),
	},
	ipc: {
		name: "Messages",
		ask: `A message between two processes costs ${ipc.fixedUs}\u00a0µs, and ${ipc.perKilobyteUs}\u00a0µs more for each kB. How long do ${ipc.messages} messages of 1\u00a0kB take?`,
		choice: ([lengthUs = 0]) => `${number(lengthUs)}\u00a0µs`,
	},
	heterogeneity: {
		name: "Unequal cores",
		ask: `A fast core does ${heterogeneity.speeds[0]} tasks a second, two slow cores do ${heterogeneity.speeds[1]} each. How soon can ${heterogeneity.tasks} equal tasks all be done?`,
		choice: ([lengthS = 0]) => counted(lengthS, "second", "seconds"),
	},
	isolation: {
		name: "Isolation",
		ask: `Eight jobs run as threads: ${isolation.threadsEach} in each of ${isolation.processes} processes. One thread crashes. How many of the other seven go on?`,
		choice: ([left = 0]) => (left === 0 ? "none" : number(left)),
	},
};

export const beliefWords: BeliefWords = {
	everyCoreCounts: "Every core makes it as much faster as the one before.",
	shareOfCores: "The parallel share of the cores is the speed-up.",
	limitReached: "The limit for endless cores is reached with a few.",
	alwaysCold: "Every task loads its data anew.",
	alwaysWarm: "Data are always at hand.",
	loadedOnce: "One load is enough for all data.",
	nothingLost: "Adding 1 cannot be interrupted, so nothing is lost.",
	lastWins: "The last one always undoes the others.",
	bothLost: "All of the additions can be lost.",
	onlyBytes: "Only the amount of data costs.",
	fixedOnce: "The fixed cost is paid once.",
	sharedAnyway: "Processes share their memory, so nothing is sent.",
	equalShares: "Every core should get as many tasks as the others.",
	onlyFastest: "Only the fast core should work.",
	allFast: "All cores are as fast as the fastest.",
	crashesAlone: "A thread crashes alone.",
	takesAll: "A crash takes all processes along.",
};

export const probeWords = {
	title: "Six questions",
	before: "Before you start: what do you think already? Guessing is fine, and so is leaving one out.",
	after: "The same questions once more: what do you think now?",
	anonymous: "Nobody sees your answers. The class sees only how many of all were right.",
	submit: "Hand in",
	skip: "Rather not",
	thanks: "Thank you. Your answers are in the sum of the class.",

	askBefore:
		"Ask six questions now and again after the last lesson, and see what the class has learned. Optional and without names.",
	askAfter: "Ask the six questions again to see what the class has learned. Optional and without names.",
	handedIn: (sheets: number) =>
		`${counted(sheets, "student has", "students have")} handed in. Nobody has to.`,

	gainTitle: "What classes have learned",
	gainNote: "Share of right answers to the same six questions before the first and after the last lesson.",
	class: (code: string) => `Class ${code}`,
	sheets: (before: number, after: number) =>
		`${counted(before, "sheet", "sheets")} before, ${number(after)} after`,
	tooFew: (least: number) => `Shown from ${number(least)} sheets on, so that nobody’s answers can be told.`,
	concept: "Concept",
	atBefore: "Before",
	atAfter: "After",
	gain: "Gain",
	points: (points: number) => `${points > 0 ? "+" : ""}${number(points)} percentage points`,
	belief: "Most common mistake last time",
	beliefShare: (belief: string, share: string) => `${belief} (${share})`,
} as const;
