import { letterOf } from "../lib/letters.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import type { ProcessSpec, ProgramPhase, ThreadSpec } from "../sim/scenario/scenario.ts";
import { compute, computeProcess, ordinaryThread } from "./machine.ts";
import { drawKind, drawLengthNs } from "./packets.ts";

/**
 * Kinds of work of the rush hour. Control jobs are due soon; tables need protection, but only where they are
 * shared; streams slow each other down; searches are fast where their data are; a shaky task that crashes takes
 * its whole process with it; and the serial part of a program must be done before its parts can run on all
 * cores. A task is named after the letter of its data, tables first; otherwise S is a stream, X and Y may
 * crash, U is urgent control, P is a program.
 */
export const KINDS = ["control", "table", "stream", "search", "shaky", "program"] as const;
/** One of KINDS. */
export type Kind = (typeof KINDS)[number];
type Draw = (below: number) => number;

/** Number of tables, each with a lock and a counter. */
export const TABLES = 3;
const SEARCHES = 2;
const SANDBOXES = 4;
/** Percentage of table tasks on each table: the first has the hot lock. */
const TABLE_SHARES = [45, 33, 22];
/** One read, change and write of a number of a table; longer with its lock taken and freed. */
const UPDATE_NS = 0.25 * NS_PER_PLAY_S;
const LOCKED_UPDATE_NS = 1.3 * UPDATE_NS;
/** Cost of merging private counts, by table. */
const MERGE_S = [2, 1.5, 1.1];
/** Probability that a shaky and a steady task crash, and the cost of isolating each. */
const SHAKY = { name: "X", chance: 0.4, apartS: 0.3 };
const STEADY = { name: "Y", chance: 0.04, apartS: 1.2 };
/** Time after which a crashed process is back. */
const RESTART_NS = 2 * NS_PER_PLAY_S;
/** Range of the deadline after announcement in seconds of play, by kind. */
const DUE_S: Readonly<Record<Kind, readonly [number, number]>> = {
	control: [7.5, 10],
	table: [22, 45],
	stream: [32, 50],
	search: [22, 45],
	shaky: [22, 45],
	program: [15, 22],
};
/** Priority of a control job; all others have 0. */
const URGENT = 1;

/** Index of the first process of each kind. */
const PROCESS = {
	tables: 0,
	stream: 1,
	search: 2,
	shaky: 2 + SEARCHES,
	sandbox: 3 + SEARCHES,
	program: 3 + SEARCHES + SANDBOXES,
} as const;

/** The processes of the scenario, in the order of PROCESS. */
export function processes(): ProcessSpec[] {
	return [
		computeProcess("Tables"),
		{ ...computeProcess("Stream"), accessesPerUs: 100, missesInFlight: 10, missCurve: { type: "stream" } },
		...Array.from({ length: SEARCHES }, (_, search) => searchProcess(letterOf(TABLES + search))),
		{ ...computeProcess("Risky tasks"), restartNs: RESTART_NS },
		...Array.from({ length: SANDBOXES }, (_, index) => ({
			...computeProcess(`Sandbox ${index + 1}`),
			restartNs: RESTART_NS,
		})),
		computeProcess("Program"),
	];
}

function searchProcess(letter: string): ProcessSpec {
	return {
		...computeProcess(`Search ${letter}`),
		letter,
		workingSetKib: 1_536,
		accessesPerUs: 60,
		missesInFlight: 2,
	};
}

/** `count`: tasks of the packet; `shakyTasks`: shaky ones in all packets up to and including this one. */
type Packet = { readonly count: number; readonly shakyTasks: number; readonly cores: number };

/**
 * The tasks of one packet of that kind. Which search or risk they share is drawn; on which table each of them works,
 * so that tables meet on all cores however packets are dealt.
 */
export function tasksOf(kind: Kind, { count, shakyTasks, cores }: Packet, chance: Draw): ThreadSpec[] {
	const each = (create: (index: number) => ThreadSpec): ThreadSpec[] =>
		Array.from({ length: count }, (_, index) => create(index));
	switch (kind) {
		case "control":
			return [control(chance)];
		case "table":
			return each(() => tableTask(drawKind(chance, TABLE_SHARES), chance));
		case "stream":
			return each(() => streamTask(chance));
		case "search": {
			const search = chance(SEARCHES);
			return each(() => searchTask(search, chance));
		}
		case "shaky": {
			const risk = chance(100) < 60 ? SHAKY : STEADY;
			return each((index) => riskyTask(risk, shakyTasks - index, chance));
		}
		case "program":
			return program(cores, chance);
	}
}

/**
 * Tasks in a core's own queue at the start: on a table of its own as long as there are some, and one that may
 * crash.
 */
export function firstTasks(core: number, chance: Draw): ThreadSpec[] {
	const own = (): ThreadSpec => (core < TABLES ? tableTask(core, chance) : streamTask(chance));
	const risk = core % 2 === 0 ? SHAKY : STEADY;
	return [own(), searchTask(core % SEARCHES, chance), riskyTask(risk, core, chance), own()];
}

function dueNs(kind: Kind, chance: Draw): number {
	const [fromS, toS] = DUE_S[kind];
	return drawLengthNs(chance, fromS, toS);
}

function plain(name: string, process: number, workNs: number, deadlineNs: number): ThreadSpec {
	return { ...ordinaryThread(name, process, [compute(workNs)]), deadlineNs };
}

function control(chance: Draw): ThreadSpec {
	const task = plain("U", PROCESS.tables, drawLengthNs(chance, 1.2, 2.5), dueNs("control", chance));
	return { ...task, priority: URGENT };
}

function streamTask(chance: Draw): ThreadSpec {
	return plain("S", PROCESS.stream, drawLengthNs(chance, 1, 2), dueNs("stream", chance));
}

function searchTask(search: number, chance: Draw): ThreadSpec {
	const name = letterOf(TABLES + search);
	return plain(name, PROCESS.search + search, drawLengthNs(chance, 1.2, 2.5), dueNs("search", chance));
}

function tableTask(table: number, chance: Draw): ThreadSpec {
	const times = Math.max(1, Math.floor(drawLengthNs(chance, 1.9, 3.8) / UPDATE_NS));
	const locked: ProgramPhase[] = [
		{ type: "lock", lock: table },
		{ type: "update", counter: table, workNs: LOCKED_UPDATE_NS },
		{ type: "unlock", lock: table },
		{ type: "repeat", from: 0, times },
	];
	const mergeNs = Math.floor((MERGE_S[table] ?? 0) * NS_PER_PLAY_S);
	const process = PROCESS.tables;
	const unlocked: ProgramPhase[] = [
		{ type: "update", counter: table, workNs: UPDATE_NS },
		{ type: "repeat", from: 0, times },
	];
	return {
		...ordinaryThread(letterOf(table), process, locked),
		deadlineNs: dueNs("table", chance),
		wayName: "locked",
		ways: [
			{ name: "unlocked", process, program: unlocked },
			{ name: "private", process, program: [compute(times * UPDATE_NS), compute(mergeNs)] },
		],
	};
}

/** A task that crashes half-way if it does; among others, or isolated in a sandbox, which costs `apartS` to set up. */
function riskyTask(
	{ name, chance: crashes, apartS }: typeof SHAKY,
	number: number,
	chance: Draw,
): ThreadSpec {
	const workNs = drawLengthNs(chance, 1.9, 3.8);
	const halfNs = Math.floor(workNs / 2);
	const program: ProgramPhase[] = [
		compute(halfNs),
		{ type: "crash", chance: crashes },
		compute(workNs - halfNs),
	];
	const apart = [compute(Math.floor(apartS * NS_PER_PLAY_S)), ...program];
	return {
		...ordinaryThread(name, PROCESS.shaky, program),
		deadlineNs: dueNs("shaky", chance),
		wayName: "together",
		ways: [{ name: "apart", process: PROCESS.sandbox + (number % SANDBOXES), program: apart }],
	};
}

/**
 * A serial part, and one part per core that is queued there when the serial part starts and can run when it is
 * done.
 */
function program(cores: number, chance: Draw): ThreadSpec[] {
	const serial = plain("P", PROCESS.program, drawLengthNs(chance, 1.5, 2.5), dueNs("program", chance));
	const parts = Array.from({ length: cores }, (_, home) => ({
		...plain("P", PROCESS.program, drawLengthNs(chance, 1.2, 2.5), dueNs("program", chance)),
		after: [0],
		home,
	}));
	return [{ ...serial, serial: true }, ...parts];
}

/** Name of a table's lock and counter. */
export function tableName(table: number): string {
	return `Table ${letterOf(table)}`;
}
