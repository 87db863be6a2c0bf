import type { Phase, ProcessSpec, Scenario, ThreadSpec } from "../sim/scenario.ts";
import { NS_PER_PLAY_S } from "../sim/units.ts";
import type { Level } from "./ids.ts";
import type { Lesson, LessonSetup } from "./lesson.ts";
import {
	compute,
	computeProcess,
	NOTHING_SHARED,
	ordinaryLock,
	ordinaryThread,
	symmetricMachine,
} from "./machine.ts";
import { keptWork } from "./measures.ts";
import { atHome, drawKind, drawLengthNs, packets, steadily } from "./packets.ts";
import {
	byName,
	dealtTogether,
	eitherOf,
	isElsewhere,
	startedApart,
	startedInWay,
	waysThat,
} from "./situations.ts";

/**
 * Shared memory: tasks that count in tables. Three tables are counters in one cache line: threads of one table
 * slow each other down unless the counters are padded apart. Three are histograms that threads read, change and
 * write back: what another wrote in between is lost, unless they lock the table or count privately and merge.
 * Every protection costs something, and who is alone with a table needs none.
 */
const ROUND_S = 90;
const COUNTERS = 3;
const HISTOGRAMS = 3;

type Load = {
	/** A packet every so many seconds of play for four cores, and how many tasks each has at least. */
	readonly gapS: number;
	readonly tasks: number;
	/** How much of the work goes to each table, in per cent: some are popular. */
	readonly shares: readonly number[];
};

const LOADS: Record<Level, Load> = {
	starter: { gapS: 3, tasks: 3, shares: [34, 0, 16, 34, 0, 16] },
	standard: { gapS: 2.6, tasks: 3, shares: [22, 16, 12, 22, 16, 12] },
	expert: { gapS: 2.3, tasks: 3, shares: [17, 17, 16, 17, 17, 16] },
};

/** Writes per us of work to the shared line: two threads of a table run at half speed, four at a quarter. */
const LINE_WRITES_PER_US = 250;
/** What padding a table costs at the start, or counting privately at the end, by table. */
const CARE_S = [1.2, 0.8, 0.4, 1.2, 0.8, 0.4];
/** One read, change and write of a histogram; with its lock taken and freed it takes longer. */
const UPDATE_NS = 0.25 * NS_PER_PLAY_S;
const LOCKED_UPDATE_NS = 1.5 * UPDATE_NS;

export const falseSharing: Lesson = {
	id: "false-sharing",
	title: "Shared memory",
	minutes: 8,
	chipCores: [4],
	leastChips: 1,
	botSeats: [],
	sides: [],
	createScenario,
	players: {
		bot: { scheduler: "insight:false-sharing", core: "insight:false-sharing" },
		naive: "in-turn",
		insight: "insight:false-sharing",
		random: "guess",
		constants: ["always:0", "always:1", "always:2"],
		rivals: [],
	},
	measure: keptWork(UPDATE_NS),
	actions: {
		scheduler: ["deal", "plan", "unplan", "signal", "window"],
		core: ["plan", "choose", "steal", "signal", "window"],
	},
	decisions: [
		{ id: "deal", seat: "scheduler", perMinute: 12, costS: 1 },
		{ id: "next", seat: "core", perMinute: 4, costS: 0.5 },
		{ id: "way", seat: "core", perMinute: 14, costS: 0.7 },
	],
	prediction: { min: 0, max: 4, step: 0.01, truth: togetherOnOneLine(2) },
	questions: [
		{ choices: 3, right: 1 },
		{ choices: 3, right: 0 },
		{ choices: 3, right: 2 },
	],
	concepts: [
		{
			id: "locality",
			situation: eitherOf(dealtTogether(byName, 2.5 * NS_PER_PLAY_S), startedApart(byName)),
			question: 0,
		},
		{
			id: "race",
			situation: startedInWay((chip, core, thread) => {
				const isShared = isElsewhere(chip, core, thread, byName);
				return waysThat(thread, (way) => way > 0 === isShared);
			}),
			question: 1,
		},
	],
};

/**
 * How many times the work of one core `cores` do together that write to one line as fast as they can, 700 times
 * per us: each takes max(1 + c (k - 1) / k, c (k - 1)) times as long, c = writes x line transfer / writes per ownership.
 */
function togetherOnOneLine(cores: number): number {
	const { lineTransferNs, writesPerOwnership } = symmetricMachine(cores);
	const transfer = (0.7 * lineTransferNs) / writesPerOwnership;
	return cores / Math.max(1 + (transfer * (cores - 1)) / cores, transfer * (cores - 1));
}

function createScenario({ cores, seed, level }: LessonSetup): Scenario {
	const { gapS, tasks, shares } = LOADS[level];
	return {
		title: `Shared memory on ${cores} cores`,
		machine: symmetricMachine(cores),
		...NOTHING_SHARED,
		processes: [...counters(LINE_WRITES_PER_US), ...counters(0), computeProcess("Histograms")],
		locks: Array.from({ length: HISTOGRAMS }, (_, table) =>
			ordinaryLock(tableName(COUNTERS + table), "spin"),
		),
		counters: Array.from({ length: HISTOGRAMS }, (_, table) => ({ name: tableName(COUNTERS + table) })),
		...packets(seed, steadily(cores, (gapS * 4) / cores, ROUND_S - 2), (chance, packet) => {
			const table = drawKind(chance, shares);
			const length = tasks + chance(3);
			const create = (): ThreadSpec => countTask(table, drawLengthNs(chance, 1.5, 3.5));
			return atHome(packet, cores, Array.from({ length }, create));
		}),
		end: { type: "horizon", ns: ROUND_S * NS_PER_PLAY_S },
	};
}

function tableName(table: number): string {
	return String.fromCharCode(65 + table);
}

/** Each table of counters a process, so that it has its own cache line. */
function counters(sharedWritesPerUs: number): ProcessSpec[] {
	return Array.from({ length: COUNTERS }, (_, table) => ({
		...computeProcess(tableName(table)),
		sharedWritesPerUs,
	}));
}

function countTask(table: number, workNs: number): ThreadSpec {
	const careNs = Math.floor((CARE_S[table] ?? 0) * NS_PER_PLAY_S);
	return table < COUNTERS ? counterTask(table, workNs, careNs) : histogramTask(table, workNs, careNs);
}

function counterTask(table: number, workNs: number, careNs: number): ThreadSpec {
	return {
		...ordinaryThread(tableName(table), table, [compute(workNs)]),
		wayName: "packed",
		ways: [{ name: "padded", process: COUNTERS + table, program: [compute(careNs), compute(workNs)] }],
	};
}

function histogramTask(table: number, workNs: number, careNs: number): ThreadSpec {
	const process = 2 * COUNTERS;
	const counter = table - COUNTERS;
	const times = Math.max(1, Math.floor(workNs / UPDATE_NS));
	const locked: Phase[] = [
		{ type: "lock", lock: counter },
		{ type: "update", counter, workNs: LOCKED_UPDATE_NS },
		{ type: "unlock", lock: counter },
		{ type: "repeat", from: 0, times },
	];
	return {
		...ordinaryThread(tableName(table), process, [
			{ type: "update", counter, workNs: UPDATE_NS },
			{ type: "repeat", from: 0, times },
		]),
		wayName: "unlocked",
		ways: [
			{ name: "locked", process, program: locked },
			{ name: "private", process, program: [compute(times * UPDATE_NS), compute(careNs)] },
		],
	};
}
