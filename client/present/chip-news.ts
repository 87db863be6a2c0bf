import type { ComingView, MachineView } from "./machine-view.ts";

/** Something that happened to what all cores share and is worth a sentence. */
export type ChipNews =
	| { readonly type: "crashed"; readonly process: string; readonly tasks: number }
	| { readonly type: "restarted"; readonly process: string }
	| { readonly type: "late"; readonly count: number }
	| { readonly type: "updatesLost"; readonly count: number }
	| { readonly type: "convoy"; readonly lock: string; readonly waiters: number }
	| { readonly type: "busFull" }
	| { readonly type: "overloaded"; readonly downInS: number }
	| { readonly type: "stuck" }
	| ({ readonly type: "coming" } & ComingView);

/** Bus load from which every access waits. The load must fall below BUS_FREE before it is news again. */
const BUS_FULL = 0.9;
const BUS_FREE = 0.75;
/** This many threads waiting for one lock are a convoy. */
const CONVOY = 3;
/** Minimum seconds of play between two sentences, and between two of the same kind. */
const GAP_S = 2.5;
const SAME_GAP_S = 8;

/** What has been told so far. Belongs to one screen, never to the chip. */
export type NewsMemory = {
	lost: number;
	late: number;
	busFull: boolean;
	overloaded: boolean;
	stuck: boolean;
	/** Name of the wave announced last. */
	coming: string;
	readonly convoys: Set<number>;
	/** Dead threads by process, and the process's name. */
	readonly dead: Map<number, { readonly name: string; readonly tasks: number }>;
	readonly waiting: ChipNews[];
	readonly toldS: Map<ChipNews["type"], number>;
	lastS: number;
};

/** A memory in which everything up to now counts as told. */
export function createNewsMemory(view: MachineView): NewsMemory {
	return {
		lost: view.updates?.lost ?? 0,
		late: view.deadlines?.late ?? 0,
		busFull: (view.bus ?? 0) >= BUS_FULL,
		overloaded: false,
		stuck: view.isStuck,
		coming: "",
		convoys: new Set(),
		dead: new Map(view.crashes?.map(({ process, name, dead }) => [process, { name, tasks: dead }])),
		waiting: [],
		toldS: new Map(),
		lastS: Number.NEGATIVE_INFINITY,
	};
}

/** The most urgent news that has not been told yet; undefined if there is none, or if the last is still fresh. */
export function nextNews(memory: NewsMemory, view: MachineView, nowS: number): ChipNews | undefined {
	notice(memory, view);
	if (nowS - memory.lastS < GAP_S) return undefined;
	const isDue = (type: ChipNews["type"]) =>
		nowS - (memory.toldS.get(type) ?? Number.NEGATIVE_INFINITY) >= SAME_GAP_S;
	const news =
		overload(memory, view) ??
		standstill(memory, view) ??
		takeWaiting(memory) ??
		wave(memory, view) ??
		countedNews(memory, view, isDue) ??
		contention(memory, view, isDue);
	if (news === undefined) return undefined;
	memory.lastS = nowS;
	memory.toldS.set(news.type, nowS);
	return news;
}

/** Keeps crashes and restarts until they have been told. A restart makes its crash old news. */
function notice(memory: NewsMemory, { crashes = [] }: MachineView): void {
	const dead = new Map(crashes.map((crash) => [crash.process, crash]));
	for (const [process, { name }] of memory.dead) {
		if (dead.has(process)) continue;
		memory.dead.delete(process);
		memory.waiting.push({ type: "restarted", process: name });
	}
	for (const { process, name, dead: tasks } of crashes) {
		if (tasks > (memory.dead.get(process)?.tasks ?? 0))
			memory.waiting.push({ type: "crashed", process: name, tasks });
		memory.dead.set(process, { name, tasks });
	}
}

function takeWaiting({ waiting }: NewsMemory): ChipNews | undefined {
	const crash = waiting.findIndex(({ type }) => type === "crashed");
	return crash < 0 ? waiting.shift() : waiting.splice(crash, 1)[0];
}

function countedNews(
	memory: NewsMemory,
	view: MachineView,
	isDue: (type: ChipNews["type"]) => boolean,
): ChipNews | undefined {
	const late = view.deadlines?.late ?? 0;
	if (late > memory.late && isDue("late")) {
		const count = late - memory.late;
		memory.late = late;
		return { type: "late", count };
	}
	const lost = view.updates?.lost ?? 0;
	if (lost <= memory.lost || !isDue("updatesLost")) return undefined;
	const count = lost - memory.lost;
	memory.lost = lost;
	return { type: "updatesLost", count };
}

function contention(
	memory: NewsMemory,
	{ bus = 0, locks = [] }: MachineView,
	isDue: (type: ChipNews["type"]) => boolean,
): ChipNews | undefined {
	for (const { lock, waiters } of locks) if (waiters < CONVOY) memory.convoys.delete(lock);
	if (bus < BUS_FREE) memory.busFull = false;
	const convoy = locks.find(({ lock, waiters }) => waiters >= CONVOY && !memory.convoys.has(lock));
	if (convoy !== undefined && isDue("convoy")) {
		memory.convoys.add(convoy.lock);
		return { type: "convoy", lock: convoy.name, waiters: convoy.waiters };
	}
	if (bus < BUS_FULL || memory.busFull || !isDue("busFull")) return undefined;
	memory.busFull = true;
	return { type: "busFull" };
}

/** Tells as soon as the backlog is over its limit. Nothing is more urgent. */
function overload(memory: NewsMemory, { backlog }: MachineView): ChipNews | undefined {
	const wasOverloaded = memory.overloaded;
	memory.overloaded = backlog?.downInS !== undefined;
	return wasOverloaded || backlog?.downInS === undefined
		? undefined
		: { type: "overloaded", downInS: backlog.downInS };
}

/** Tells once that nothing moves any more. */
function standstill(memory: NewsMemory, { isStuck }: MachineView): ChipNews | undefined {
	const wasStuck = memory.stuck;
	memory.stuck = isStuck;
	return isStuck && !wasStuck ? { type: "stuck" } : undefined;
}

/** Announced waves only. The strip shows all other arrivals, of which there are many. */
function wave(memory: NewsMemory, { coming = [] }: MachineView): ChipNews | undefined {
	const next = coming.find(({ isWave }) => isWave);
	if (next === undefined || next.name === memory.coming) return undefined;
	memory.coming = next.name;
	return { type: "coming", ...next };
}
