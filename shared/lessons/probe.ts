import { amdahlLimit, amdahlSpeedup } from "../analysis/amdahl.ts";
import { sum } from "../lib/statistics.ts";

/** The six concepts a class is asked about before its first lesson and after its last. */
export const CONCEPTS = ["amdahl", "locality", "race", "ipc", "heterogeneity", "isolation"] as const;
/** One of CONCEPTS. */
export type ProbeConcept = (typeof CONCEPTS)[number];

/** The belief behind a wrong answer. Texts are in the dictionaries. */
export type Misconception =
	| "everyCoreCounts"
	| "shareOfCores"
	| "limitReached"
	| "alwaysCold"
	| "alwaysWarm"
	| "loadedOnce"
	| "nothingLost"
	| "lastWins"
	| "bothLost"
	| "onlyBytes"
	| "fixedOnce"
	| "sharedAnyway"
	| "equalShares"
	| "onlyFastest"
	| "allFast"
	| "crashesAlone"
	| "takesAll";

/** `values`: the number it states, or all numbers it calls possible. A choice without a `belief` is right. */
export type ProbeChoice = { readonly values: readonly number[]; readonly belief?: Misconception };
/** One question of the probe, with its choices in the order shown. */
export type ProbeItem = { readonly concept: ProbeConcept; readonly choices: readonly ProbeChoice[] };

/** Facts given in the questions; every answer, right or wrong, is computed from them. */
export const PROBE_FACTS = {
	/** A program with this parallel share, on that many cores. */
	amdahl: { parallelShare: 0.8, cores: 16 },
	/** Tasks A A B B on one core; each takes `workMs`, and loading the data of A or B takes `loadMs`. */
	locality: { tasks: ["A", "A", "B", "B"], workMs: 1, loadMs: 3 },
	/** Threads that each read a counter at 0, add 1, and write it back. */
	race: { threads: 2 },
	/** Messages between processes: a fixed cost per message, and one per kB. */
	ipc: { messages: 100, fixedUs: 20, perKilobyteUs: 1 },
	/** Equal tasks, and how many of them each core does per second. */
	heterogeneity: { tasks: 12, speeds: [2, 1, 1] },
	/** One thread crashes and ends its process with all its threads. */
	isolation: { processes: 2, threadsEach: 4 },
} as const;

/** The questions, the same at both moments; nobody is told the right answers before the second. */
export const PROBE: readonly ProbeItem[] = [
	amdahlItem(PROBE_FACTS.amdahl),
	localityItem(PROBE_FACTS.locality),
	raceItem(PROBE_FACTS.race),
	ipcItem(PROBE_FACTS.ipc),
	heterogeneityItem(PROBE_FACTS.heterogeneity),
	isolationItem(PROBE_FACTS.isolation),
];

/** Index of the right choice. */
export function rightChoice({ choices }: ProbeItem): number {
	return choices.findIndex(({ belief }) => belief === undefined);
}

function amdahlItem({ parallelShare, cores }: typeof PROBE_FACTS.amdahl): ProbeItem {
	return item("amdahl", [
		{ values: [cores], belief: "everyCoreCounts" },
		{ values: [parallelShare * cores], belief: "shareOfCores" },
		{ values: [amdahlSpeedup(parallelShare, cores)] },
		{ values: [amdahlLimit(parallelShare)], belief: "limitReached" },
	]);
}

function localityItem({ tasks, workMs, loadMs }: typeof PROBE_FACTS.locality): ProbeItem {
	const loads = tasks.filter((data, index) => data !== tasks[index - 1]).length;
	const after = (count: number) => tasks.length * workMs + count * loadMs;
	return item("locality", [
		{ values: [after(loads)] },
		{ values: [after(tasks.length)], belief: "alwaysCold" },
		{ values: [after(0)], belief: "alwaysWarm" },
		{ values: [after(1)], belief: "loadedOnce" },
	]);
}

function raceItem({ threads }: typeof PROBE_FACTS.race): ProbeItem {
	const possible = sumsOfRaces(
		Array.from({ length: threads }, () => ({ hasRead: false, value: 0 })),
		0,
	);
	return item("race", [
		{ values: [threads], belief: "nothingLost" },
		{ values: [1], belief: "lastWins" },
		{ values: [0, ...possible], belief: "bothLost" },
		{ values: possible },
	]);
}

function ipcItem({ messages, fixedUs, perKilobyteUs }: typeof PROBE_FACTS.ipc): ProbeItem {
	return item("ipc", [
		{ values: [messages * perKilobyteUs], belief: "onlyBytes" },
		{ values: [messages * (fixedUs + perKilobyteUs)] },
		{ values: [fixedUs + messages * perKilobyteUs], belief: "fixedOnce" },
		{ values: [0], belief: "sharedAnyway" },
	]);
}

function heterogeneityItem({ tasks, speeds }: typeof PROBE_FACTS.heterogeneity): ProbeItem {
	const fastest = Math.max(...speeds);
	const slowest = Math.min(...speeds);
	return item("heterogeneity", [
		{ values: [tasks / speeds.length / slowest], belief: "equalShares" },
		{ values: [tasks / fastest], belief: "onlyFastest" },
		{ values: [tasks / (fastest * speeds.length)], belief: "allFast" },
		{ values: [tasks / sum(speeds)] },
	]);
}

function isolationItem({ processes, threadsEach }: typeof PROBE_FACTS.isolation): ProbeItem {
	return item("isolation", [
		{ values: [processes * threadsEach - 1], belief: "crashesAlone" },
		{ values: [(processes - 1) * threadsEach] },
		{ values: [0], belief: "takesAll" },
	]);
}

/** Numbers are rounded to a thousandth: rounding errors are no part of an answer. */
function item(concept: ProbeConcept, choices: readonly ProbeChoice[]): ProbeItem {
	const round = (value: number) => Math.floor(value * 1_000 + 0.5) / 1_000;
	return { concept, choices: choices.map((choice) => ({ ...choice, values: choice.values.map(round) })) };
}

type Racer = { readonly hasRead: boolean; readonly value: number };

/** Every value the counter can end with, rising, from all orders in which the threads can read and write. */
function sumsOfRaces(racers: readonly Racer[], counter: number): number[] {
	if (racers.length === 0) return [counter];
	const sums = racers.flatMap(({ hasRead, value }, index) =>
		hasRead
			? sumsOfRaces(racers.toSpliced(index, 1), value + 1)
			: sumsOfRaces(racers.with(index, { hasRead: true, value: counter }), counter),
	);
	return [...new Set(sums)].sort((one, other) => one - other);
}
