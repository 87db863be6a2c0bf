import type { Arrival, Machine, Phase, ProcessSpec, Scenario, ThreadSpec } from "../sim/scenario.ts";
import { NS_PER_PLAY_S } from "../sim/units.ts";
import type { Level } from "./ids.ts";
import type { LessonSetup } from "./lesson.ts";
import {
	BIG_CORE,
	compute,
	computeProcess,
	NOTHING_SHARED,
	ordinaryLock,
	ordinaryThread,
	symmetricMachine,
} from "./machine.ts";
import { drawKind, drawLengthNs, packets } from "./packets.ts";

/**
 * The work of rush hour. Control jobs are due soon; tables want protection, but only where they are shared;
 * streams slow each other down; searches are quick where their data lies; and a task
 * that crashes takes all of its process with it.
 */
const ROUND_S = 300;
const WAVE_S = 20;
/** Packets of a wave come within its first seconds; then there is time to clear up. */
const ARRIVING_S = 14;
/** So much work may wait, and be over that for so long, before the chip goes down. */
const BACKLOG_LIMIT = { workNs: 110 * NS_PER_PLAY_S, forNs: 10 * NS_PER_PLAY_S };
/** A crashed program is back after so long. */
const RESTART_NS = 2 * NS_PER_PLAY_S;
const TABLES = 3;
const SEARCHES = 2;
const SANDBOXES = 4;
/** Reading, changing and writing back one number of a table; with its lock taken and freed it takes longer. */
const UPDATE_NS = 0.25 * NS_PER_PLAY_S;
const LOCKED_UPDATE_NS = 1.6 * UPDATE_NS;
/** What counting privately adds at the end, by table. */
const MERGE_S = [1.4, 1, 0.8];
/** How likely a shaky task and a steady one crash, and what a process of its own costs each. */
const SHAKY = { name: "X", chance: 0.4, apartS: 0.3 };
const STEADY = { name: "Y", chance: 0.04, apartS: 1.2 };
/** Control jobs are due after so many seconds of play, from and to, and all other tasks after so many. */
const CONTROL_DUE_S = [6, 8] as const;
const DUE_S = 30;
/** How urgent a control job is; all others are not. */
const URGENT = 1;

const KINDS = ["control", "table", "stream", "search", "shaky"] as const;
type Kind = (typeof KINDS)[number];
type Draw = (below: number) => number;

type Rush = {
	/** How many packets of each kind come together, in any order, in the order of KINDS. */
	readonly shares: readonly number[];
	/** Packets of the first wave, and how many more each later one has. */
	readonly first: number;
	readonly more: number;
	/** Tasks that a packet has at least in the first wave, and after how many waves it is one more. */
	readonly tasks: number;
	readonly growsAfter: number;
};

const RUSHES: Record<Level, Rush> = {
	starter: { shares: [2, 4, 2, 0, 2], first: 5, more: 0.15, tasks: 3, growsAfter: 5 },
	standard: { shares: [6, 6, 3, 3, 2], first: 6, more: 0.25, tasks: 4, growsAfter: 6 },
	expert: { shares: [6, 6, 4, 2, 2], first: 7, more: 0.3, tasks: 4, growsAfter: 5 },
};

/** Where each kind's processes begin. */
const PROCESS = { tables: 0, stream: 1, search: 2, shaky: 2 + SEARCHES, sandbox: 3 + SEARCHES } as const;

/** Mean work of a task over all kinds, in seconds of play, without locks and copies. */
const MEAN_TASK_S = 1.8;

/** How many cores the last wave of the standard round keeps busy if nothing else takes any time: work per time. */
export function peakLoad(): number {
	const { shares, tasks, growsAfter } = RUSHES.standard;
	const last = ROUND_S / WAVE_S - 1;
	const single = (shares[0] ?? 0) / shares.reduce((sum, share) => sum + share, 0);
	const perPacket = single + (1 - single) * (tasks + Math.floor(last / growsAfter) + 0.5);
	return (packetsOf(RUSHES.standard, last) * perPacket * MEAN_TASK_S) / WAVE_S;
}

export function createRush({ cores, seed, level }: LessonSetup): Scenario {
	const rush = RUSHES[level];
	const times = arrivalTimes(rush);
	const kinds: Kind[] = [];
	const deck: Kind[] = [];
	let shakyTasks = 0;
	const { jobs, arrivals } = packets(
		seed,
		times.map(({ atS }) => atS),
		(chance, packet) => {
			if (deck.length === 0) deck.push(...deckOf(rush));
			const [kind = "control"] = deck.splice(chance(deck.length), 1);
			kinds.push(kind);
			const count = rush.tasks + Math.floor((times[packet]?.wave ?? 0) / rush.growsAfter) + chance(2);
			if (kind === "shaky") shakyTasks += count;
			return tasksOf(kind, count, shakyTasks, chance);
		},
	);
	return {
		title: `Rush hour on ${cores} cores`,
		machine: machineOf(cores),
		...NOTHING_SHARED,
		processes: processes(),
		locks: Array.from({ length: TABLES }, (_, table) => ordinaryLock(tableName(table), "spin")),
		counters: Array.from({ length: TABLES }, (_, table) => ({ name: tableName(table) })),
		jobs,
		arrivals: arrivals.map((arrival, packet) => withNotice(arrival, times[packet], kinds[packet])),
		end: { type: "horizon", ns: ROUND_S * NS_PER_PLAY_S, backlogLimit: BACKLOG_LIMIT },
	};
}

/** Every so many packets each kind comes as often as its share says: seeds differ in order, not in luck. */
function deckOf({ shares }: Rush): Kind[] {
	return KINDS.flatMap((kind, index) => Array.from({ length: shares[index] ?? 0 }, () => kind));
}

type Time = { readonly atS: number; readonly wave: number; readonly isFirst: boolean };

function packetsOf({ first, more }: Rush, wave: number): number {
	return Math.floor(first + more * wave);
}

/** Fixed times: the first two packets of a wave together, the others evenly after them. */
function arrivalTimes(rush: Rush): Time[] {
	return Array.from({ length: ROUND_S / WAVE_S }, (_, wave) => {
		const count = packetsOf(rush, wave);
		return Array.from({ length: count }, (_unused, place) => ({
			atS: WAVE_S * wave + (ARRIVING_S * Math.max(0, place - 1)) / (count - 1),
			wave,
			isFirst: place === 0,
		}));
	}).flat();
}

/** What is said of a packet beforehand: the wave that it begins, else what of it wants care. */
function withNotice(arrival: Arrival, time: Time | undefined, kind: Kind | undefined): Arrival {
	if (arrival.type !== "at" || time === undefined || kind === undefined) return arrival;
	if (time.isFirst && time.wave > 0) return { ...arrival, notice: `Wave ${time.wave + 1}` };
	const notice = NOTICES[kind];
	return notice === undefined ? arrival : { ...arrival, notice };
}

const NOTICES: Readonly<Partial<Record<Kind, string>>> = {
	control: "Control",
	stream: "Stream",
	shaky: "Shaky",
};

function machineOf(cores: number): Machine {
	const core = { ...BIG_CORE, privateKib: 2_048, points: [FULL, SAVING] };
	return {
		...symmetricMachine(cores),
		cores: Array.from({ length: cores }, () => core),
		bandwidthBytesPerUs: 4_000,
	};
}

/** Power of an A73 at 2,362 and 1,421 MHz. */
const FULL = { speed: 1, activeMw: BIG_CORE.activeMw };
const SAVING = { speed: 0.602, activeMw: 500 };

/** In the order of PROCESS. */
function processes(): ProcessSpec[] {
	return [
		computeProcess("Tables"),
		{ ...computeProcess("Stream"), accessesPerUs: 100, missesInFlight: 10, missCurve: { type: "stream" } },
		...Array.from({ length: SEARCHES }, (_, search) => ({
			...computeProcess(`Search ${letter(TABLES + search)}`),
			workingSetKib: 1_536,
			accessesPerUs: 60,
			missesInFlight: 2,
		})),
		{ ...computeProcess("Risky tasks"), restartNs: RESTART_NS },
		...Array.from({ length: SANDBOXES }, (_, index) => ({
			...computeProcess(`Sandbox ${index + 1}`),
			restartNs: RESTART_NS,
		})),
	];
}

function tasksOf(kind: Kind, count: number, shakyTasks: number, chance: Draw): ThreadSpec[] {
	const each = (create: (index: number) => ThreadSpec): ThreadSpec[] =>
		Array.from({ length: count }, (_, index) => create(index));
	switch (kind) {
		case "control":
			return [control(chance)];
		case "table": {
			const table = drawKind(chance, [45, 33, 22]);
			return each(() => tableTask(table, drawLengthNs(chance, 1.5, 3)));
		}
		case "stream":
			return each(() => plain("S", PROCESS.stream, drawLengthNs(chance, 0.8, 1.6)));
		case "search": {
			const search = chance(SEARCHES);
			return each(() => plain(letter(TABLES + search), PROCESS.search + search, drawLengthNs(chance, 1, 2)));
		}
		case "shaky": {
			const risk = chance(100) < 60 ? SHAKY : STEADY;
			return each((index) => riskyTask(risk, shakyTasks - index, drawLengthNs(chance, 1.5, 3)));
		}
	}
}

function plain(name: string, process: number, workNs: number): ThreadSpec {
	return { ...ordinaryThread(name, process, [compute(workNs)]), deadlineNs: DUE_S * NS_PER_PLAY_S };
}

function control(chance: Draw): ThreadSpec {
	const [fromS, toS] = CONTROL_DUE_S;
	return {
		...plain("U", PROCESS.tables, drawLengthNs(chance, 1, 2)),
		priority: URGENT,
		deadlineNs: drawLengthNs(chance, fromS, toS),
	};
}

function tableTask(table: number, workNs: number): ThreadSpec {
	const times = Math.max(1, Math.floor(workNs / UPDATE_NS));
	const locked: Phase[] = [
		{ type: "lock", lock: table },
		{ type: "update", counter: table, workNs: LOCKED_UPDATE_NS },
		{ type: "unlock", lock: table },
		{ type: "repeat", from: 0, times },
	];
	const mergeNs = Math.floor((MERGE_S[table] ?? 0) * NS_PER_PLAY_S);
	const process = PROCESS.tables;
	const unlocked: Phase[] = [
		{ type: "update", counter: table, workNs: UPDATE_NS },
		{ type: "repeat", from: 0, times },
	];
	return {
		...ordinaryThread(letter(table), process, locked),
		deadlineNs: DUE_S * NS_PER_PLAY_S,
		wayName: "locked",
		ways: [
			{ name: "unlocked", process, program: unlocked },
			{ name: "private", process, program: [compute(times * UPDATE_NS), compute(mergeNs)] },
		],
	};
}

/** If it crashes it does so half-way; with others, or in a process of its own, whose setting up costs something. */
function riskyTask({ name, chance, apartS }: typeof SHAKY, number: number, workNs: number): ThreadSpec {
	const halfNs = Math.floor(workNs / 2);
	const program: Phase[] = [compute(halfNs), { type: "crash", chance }, compute(workNs - halfNs)];
	const apart = [compute(Math.floor(apartS * NS_PER_PLAY_S)), ...program];
	return {
		...ordinaryThread(name, PROCESS.shaky, program),
		deadlineNs: DUE_S * NS_PER_PLAY_S,
		wayName: "together",
		ways: [{ name: "apart", process: PROCESS.sandbox + (number % SANDBOXES), program: apart }],
	};
}

/** Tasks carry the letter of what they work on, tables first; S streams, X and Y may crash, U is urgent. */
function letter(index: number): string {
	return String.fromCharCode(65 + index);
}

function tableName(table: number): string {
	return `Table ${letter(table)}`;
}
