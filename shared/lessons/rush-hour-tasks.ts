import { letterOf } from "../lib/letters.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import type { ProcessSpec, ProgramPhase, ThreadSpec } from "../sim/scenario/scenario.ts";
import { compute, computeProcess, ordinaryThread } from "./machine.ts";
import { drawKind, drawLengthNs } from "./packets.ts";

/**
 * The kinds of work of rush hour. Control jobs are due soon; tables want protection, but only where they are
 * shared; streams slow each other down; searches are quick where their data lies; a task that crashes takes all
 * of its process with it; and of a program one serial part must be done before its parts can run on all cores.
 * A task's name is the letter of what it works on, tables first; else S for a stream, X and Y for what may crash,
 * U for urgent control, P for a program.
 */
export const KINDS = ["control", "table", "stream", "search", "shaky", "program"] as const;
export type Kind = (typeof KINDS)[number];
type Draw = (below: number) => number;

export const TABLES = 3;
const SEARCHES = 2;
const SANDBOXES = 4;
/** How likely a task is of which table, in percent: the first has the hot lock. */
const TABLE_SHARES = [45, 33, 22];
/** Reading, changing and writing back one number of a table; with its lock taken and freed it takes longer. */
const UPDATE_NS = 0.25 * NS_PER_PLAY_S;
const LOCKED_UPDATE_NS = 1.3 * UPDATE_NS;
/** What counting privately adds at the end, by table. */
const MERGE_S = [2, 1.5, 1.1];
/** How likely a shaky task and a steady one crash, and what a process of its own costs each. */
const SHAKY = { name: "X", chance: 0.4, apartS: 0.3 };
const STEADY = { name: "Y", chance: 0.04, apartS: 1.2 };
/** A crashed program is back after so long. */
const RESTART_NS = 2 * NS_PER_PLAY_S;
/** After how many seconds of play a task is due, from and to, by kind. */
const DUE_S: Readonly<Record<Kind, readonly [number, number]>> = {
	control: [6, 8],
	table: [18, 36],
	stream: [26, 40],
	search: [18, 36],
	shaky: [18, 36],
	program: [12, 18],
};
/** How urgent a control job is; all others are not. */
const URGENT = 1;

/** Where each kind's processes begin. */
const PROCESS = {
	tables: 0,
	stream: 1,
	search: 2,
	shaky: 2 + SEARCHES,
	sandbox: 3 + SEARCHES,
	program: 3 + SEARCHES + SANDBOXES,
} as const;

/** In the order of PROCESS. */
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

/** `count`: tasks of the packet; `shakyTasks`: shaky ones of all packets up to and with this one. */
type Packet = { readonly count: number; readonly shakyTasks: number; readonly cores: number };

export function tasksOf(kind: Kind, { count, shakyTasks, cores }: Packet, chance: Draw): ThreadSpec[] {
	const each = (create: (index: number) => ThreadSpec): ThreadSpec[] =>
		Array.from({ length: count }, (_, index) => create(index));
	switch (kind) {
		case "control":
			return [control(chance)];
		case "table": {
			const table = drawKind(chance, TABLE_SHARES);
			return each(() => tableTask(table, chance));
		}
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

/** What lies in a core's own queue from the start: a table of its own as long as there are some, and what may crash. */
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
	const task = plain("U", PROCESS.tables, drawLengthNs(chance, 1, 2), dueNs("control", chance));
	return { ...task, priority: URGENT };
}

function streamTask(chance: Draw): ThreadSpec {
	return plain("S", PROCESS.stream, drawLengthNs(chance, 0.8, 1.6), dueNs("stream", chance));
}

function searchTask(search: number, chance: Draw): ThreadSpec {
	const name = letterOf(TABLES + search);
	return plain(name, PROCESS.search + search, drawLengthNs(chance, 1, 2), dueNs("search", chance));
}

function tableTask(table: number, chance: Draw): ThreadSpec {
	const times = Math.max(1, Math.floor(drawLengthNs(chance, 1.5, 3) / UPDATE_NS));
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

/** If it crashes it does so half-way; with others, or in a process of its own, whose setting up costs something. */
function riskyTask(
	{ name, chance: crashes, apartS }: typeof SHAKY,
	number: number,
	chance: Draw,
): ThreadSpec {
	const workNs = drawLengthNs(chance, 1.5, 3);
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

/** A serial part, and for every core one part that comes to its own queue when that begins, and can run when it is done. */
function program(cores: number, chance: Draw): ThreadSpec[] {
	const serial = plain("P", PROCESS.program, drawLengthNs(chance, 1.2, 2), dueNs("program", chance));
	const parts = Array.from({ length: cores }, (_, home) => ({
		...plain("P", PROCESS.program, drawLengthNs(chance, 1, 2), dueNs("program", chance)),
		after: [0],
		home,
	}));
	return [{ ...serial, serial: true }, ...parts];
}

export function tableName(table: number): string {
	return `Table ${letterOf(table)}`;
}
