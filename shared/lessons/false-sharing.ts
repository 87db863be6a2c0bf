import { at, numberAt } from "../lib/assert.ts";
import { letterOf } from "../lib/letters.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import { togetherNs } from "../policies/parts/together.ts";
import type { ReadonlyChip, ReadonlyThread } from "../sim/chip/chip.ts";
import type { ProcessSpec, ProgramPhase, Scenario, ThreadSpec } from "../sim/scenario/scenario.ts";
import type { Level } from "./ids.ts";
import type { Lesson, LessonSetup } from "./lesson.ts";
import {
	compute,
	computeProcess,
	letteredProcesses,
	NOTHING_SHARED,
	ordinaryLock,
	ordinaryThread,
	symmetricMachine,
} from "./machine.ts";
import { keptWork } from "./measures.ts";
import { ORDINARY, threeChoices } from "./ordinary.ts";
import { atHome, deckOf, drawLengthNs, drawnFrom, packets, steadily } from "./packets.ts";
import {
	byName,
	dealtTogether,
	eitherOf,
	isElsewhere,
	startedBy,
	startedInWay,
	type Ways,
	waysThat,
} from "./situations.ts";

/**
 * Tasks count in tables. Four tables are arrays of counters. On one side these are packed, eight to a cache
 * line: threads of one table on several cores slow each other down. On the other they are padded to a line
 * each: nobody is in the way, but a table is eight times as large and fills a core's cache, so that a core that
 * changes tables reloads every time. Two tables are histograms on both sides, which threads read, change and
 * write back: updates made in between are lost, unless the threads lock the table or count privately and merge.
 * Every protection costs something, and a thread alone with its table needs none.
 */
const ROUND_S = 90;
const COUNTERS = 4;
const HISTOGRAMS = 2;
/** Tasks of a packet, all of one table except at the start: by deck, so that blind dealing is even. */
const COUNTS = [3, 4];
/** Range of the work of a task, in seconds of play. */
const TASK_S = [2, 4] as const;

type Load = {
	/** Interval between packets for four cores, in seconds of play. */
	readonly gapS: number;
	/** How often each table is in the deck from which packets draw: some are popular. */
	readonly counts: readonly number[];
};

const LOADS: Record<Level, Load> = {
	starter: { gapS: 3.1, counts: [2, 2, 2, 2, 5, 5] },
	standard: { gapS: 3, counts: [2, 2, 2, 2, 5, 5] },
	expert: { gapS: 2.8, counts: [2, 2, 2, 2, 5, 5] },
};

/** A table of 8-byte counters when packed; padded, each counter takes a line and the table fills a core's cache. */
const PACKED_KIB = 320;
const PADDED_KIB = (PACKED_KIB * 64) / 8;
const CACHE_KIB = PADDED_KIB;
const ACCESSES_PER_US = 40;
/** Writes per us of work to packed lines: so many that two threads of a table do less together than one alone. */
const LINE_WRITES_PER_US = 400;
/** Cost of merging private counts, by histogram. */
const MERGE_S = [1, 0.5];
/** One read, change and write of a histogram; longer with its lock taken and freed. */
const UPDATE_NS = 0.25 * NS_PER_PLAY_S;
const LOCKED_UPDATE_NS = 1.3 * UPDATE_NS;
/** Indices of the first and the last of a histogram's three ways. */
const [UNLOCKED, PRIVATE] = [0, 2];
/**
 * A thread that shares a histogram for less than this is as good as alone; for more than the second it clearly
 * shares.
 */
const ALONE_NS = NS_PER_PLAY_S;
const SHARED_NS = 2 * NS_PER_PLAY_S;

/** Teaches shared memory: false sharing (rule M6) and lost updates (rule F7), and what each protection costs. */
export const falseSharing: Lesson = {
	id: "false-sharing",
	title: "Shared memory",
	chipCores: [4],
	...ORDINARY,
	kind: { type: "compared", sides: ["packed", "padded"] },
	createScenario,
	policies: {
		naive: "in-turn",
		expert: "insight:false-sharing",
		random: "guess",
		beginners: ["home-safe", "half-safe"],
		reverse: "scattered",
		constants: ["always:0", "always:1", "always:2"],
		rivals: [],
	},
	measure: keptWork(UPDATE_NS),
	actions: {
		scheduler: ["deal", "unplan", "signal", "window"],
		core: ["plan", "choose", "signal", "window"],
	},
	decisions: [
		{ id: "deal", seat: "scheduler", perMinute: 14, costS: 1.5 },
		{ id: "next", seat: "core", perMinute: 2, costS: 1 },
		{ id: "way", seat: "core", perMinute: 4, costS: 0.7 },
	],
	prediction: { min: 0, max: 4, step: 0.01, truth: togetherOnOneLine(2) },
	questions: threeChoices(1, 0, 2),
	concepts: [
		{
			id: "locality",
			situation: eitherOf(dealtTogether(byName, 10 * NS_PER_PLAY_S), startedBy(isOutOfPlace)),
			question: 2,
		},
		{ id: "race", situation: startedInWay(protectionFor), question: 1 },
	],
};

/**
 * A private copy where others will use the histogram for long (at a lock they would wait for each other), no
 * protection where they will not.
 */
function protectionFor(chip: ReadonlyChip, core: number, thread: ReadonlyThread): Ways | undefined {
	const sharedNs = togetherNs(chip, core, thread);
	if (sharedNs > SHARED_NS) return waysThat(thread, (way) => way === PRIVATE);
	return sharedNs < ALONE_NS ? waysThat(thread, (way) => way === UNLOCKED) : undefined;
}

/** 1 if others write the same lines at present, or if a padded table is not in the core's cache. */
function isOutOfPlace(thread: ReadonlyThread, chip: ReadonlyChip): number {
	const core = thread.state === "running" ? thread.core : thread.queue;
	const { process } = thread.spec;
	const { sharedWritesPerUs, workingSetKib } = at(chip.scenario.processes, process);
	if (sharedWritesPerUs > 0 || workingSetKib === 0) return Number(isElsewhere(chip, core, thread, byName));
	return Number(2 * numberAt(at(chip.cores, core).warmKib, process) < workingSetKib);
}

/**
 * Work of `cores` cores together, relative to one, when all write to one line as fast as they can, 700 times
 * per us: each takes max(1 + c (k - 1) / k, c (k - 1)) times as long, c = writes x line transfer / writes per
 * ownership.
 */
function togetherOnOneLine(cores: number): number {
	const { lineTransferNs, writesPerOwnership } = symmetricMachine(cores);
	const transfer = (0.7 * lineTransferNs) / writesPerOwnership;
	return cores / Math.max(1 + (transfer * (cores - 1)) / cores, transfer * (cores - 1));
}

function createScenario({ cores, seed, level, side }: LessonSetup): Scenario {
	const { gapS, counts } = LOADS[level];
	const machine = symmetricMachine(cores);
	const draw = drawnFrom(deckOf(counts));
	const drawCount = drawnFrom(COUNTS);
	return {
		title: `Shared memory on ${cores} cores`,
		machine: {
			...machine,
			cores: machine.cores.map((core) => ({ ...core, privateKib: CACHE_KIB })),
			l3PartitionsKib: [CACHE_KIB],
		},
		...NOTHING_SHARED,
		coresTake: false,
		processes: [...counters(side === 1), computeProcess("Histograms")],
		locks: Array.from({ length: HISTOGRAMS }, (_, table) => ordinaryLock(letterOf(COUNTERS + table), "spin")),
		counters: Array.from({ length: HISTOGRAMS }, (_, table) => ({ name: letterOf(COUNTERS + table) })),
		...packets(seed, steadily(cores, (gapS * 4) / cores, ROUND_S - 2), (chance, packet) => {
			const tables = packet < cores ? twoOf(() => draw(chance)) : [draw(chance)];
			const tasks = Array.from({ length: drawCount(chance) }, (_, index) =>
				countTask(numberAt(tables, index % tables.length), drawLengthNs(chance, ...TASK_S)),
			);
			return atHome(packet, cores, tasks);
		}),
		end: { type: "horizon", ns: ROUND_S * NS_PER_PLAY_S },
	};
}

/** Draws two different tables. */
function twoOf(draw: () => number): readonly [number, number] {
	const first = draw();
	let second = draw();
	while (second === first) second = draw();
	return [first, second];
}

/** One process per table of counters, so that each table has lines of its own. */
function counters(isPadded: boolean): ProcessSpec[] {
	return letteredProcesses(COUNTERS, {
		workingSetKib: isPadded ? PADDED_KIB : PACKED_KIB,
		accessesPerUs: ACCESSES_PER_US,
		sharedWritesPerUs: isPadded ? 0 : LINE_WRITES_PER_US,
	});
}

function countTask(table: number, workNs: number): ThreadSpec {
	return table < COUNTERS
		? ordinaryThread(letterOf(table), table, [compute(workNs)])
		: histogramTask(table, workNs);
}

function histogramTask(table: number, workNs: number): ThreadSpec {
	const process = COUNTERS;
	const counter = table - COUNTERS;
	const mergeNs = Math.floor((MERGE_S[counter] ?? 0) * NS_PER_PLAY_S);
	const times = Math.max(1, Math.floor(workNs / UPDATE_NS));
	const locked: ProgramPhase[] = [
		{ type: "lock", lock: counter },
		{ type: "update", counter, workNs: LOCKED_UPDATE_NS },
		{ type: "unlock", lock: counter },
		{ type: "repeat", from: 0, times },
	];
	return {
		...ordinaryThread(letterOf(table), process, [
			{ type: "update", counter, workNs: UPDATE_NS },
			{ type: "repeat", from: 0, times },
		]),
		wayName: "unlocked",
		ways: [
			{ name: "locked", process, program: locked },
			{ name: "private", process, program: [compute(times * UPDATE_NS), compute(mergeNs)] },
		],
	};
}
