import { at, numberAt } from "../lib/assert.ts";
import { createChance } from "../lib/random.ts";
import { NONE, type ReadonlyChip } from "../sim/chip/chip.ts";
import { mayRun } from "../sim/chip/may-run.ts";
import type { Chance } from "../sim/chip/policy.ts";
import { type Change, ORDER_CHANGES, searchLocally } from "./local-search.ts";

/**
 * A schedule in which only work, speeds, arrivals and dependencies count: in `order` each thread is put on its core
 * of `cores`, by id (NONE: where it ends first), as soon as that and all that it waits for allow.
 */
export type ListSchedule = { readonly order: readonly number[]; readonly cores: readonly number[] };

/** What counts of a thread. */
type Task = {
	readonly workNs: number;
	readonly arrivalNs: number;
	/** Ids of the threads that it waits for. */
	readonly after: readonly number[];
	/** Ids of the cores that may run it. */
	readonly able: readonly number[];
};

/** Lays a schedule out: the time of its last end, how unevenly the cores end, and start and core by thread. */
type Laid = {
	readonly lastNs: number;
	readonly costNs: number;
	readonly startNs: readonly number[];
	readonly cores: readonly number[];
};

/** Searches from as many first schedules: the longest chains first, and that order shuffled more and more. */
const STARTS = 24;
const TRIES_MAX = 2_000;
/** Steps of one thread at one core, in all searches together: a tenth of a second. */
const STEPS_MAX = 1_500_000;
/** Weight of how unevenly the cores end: a schedule may so get better before its makespan does. */
const BALANCE = 0.05;

/**
 * The shortest schedule that a search finds for the threads of `chip`, a finished run: every thread has its core, and
 * the order is that of the starts. Ends at once if one takes `leastNs`. Deterministic in `seed`.
 */
export function bestListSchedule(chip: ReadonlyChip, leastNs: number, seed: number): ListSchedule {
	const tasks = tasksOf(chip);
	const speeds = chip.cores.map(({ spec }) => spec.speed);
	const chance = createChance(seed, 1);
	const tries = Math.min(TRIES_MAX, Math.floor(STEPS_MAX / STARTS / (tasks.length * speeds.length)));
	let order = longestChainFirst(tasks);
	let best = layOut({ order, cores: [] }, tasks, speeds);
	for (let start = 0; start < STARTS && !isLeast(best); start++) {
		const first = { order, cores: layOut({ order, cores: [] }, tasks, speeds).cores };
		searchLocally(first, changesOf(tasks, speeds.length), tries, seed + start, (schedule) => {
			if (isLeast(best)) return Number.POSITIVE_INFINITY;
			const laid = layOut(schedule, tasks, speeds);
			if (laid.lastNs < best.lastNs) best = laid;
			return laid.costNs;
		});
		for (let swap = 0; swap <= start; swap++) order = swapTwo(order, chance) ?? order;
	}
	const { startNs, cores } = best;
	return {
		order: order.toSorted((one, other) => numberAt(startNs, one) - numberAt(startNs, other) || one - other),
		cores,
	};

	function isLeast({ lastNs }: Laid): boolean {
		return lastNs - leastNs < 1;
	}
}

function tasksOf({ threads, jobs, cores }: ReadonlyChip): Task[] {
	return threads.map((thread) => {
		const { announcedNs, threads: siblings } = at(jobs, thread.job);
		return {
			workNs: thread.taskWorkNs,
			arrivalNs: announcedNs,
			after: thread.spec.after.map((index) => numberAt(siblings, index)),
			able: cores.filter((core) => mayRun(core, thread)).map(({ id }) => id),
		};
	});
}

function longestChainFirst(tasks: readonly Task[]): readonly number[] {
	const chainNs = tasks.map(({ workNs }) => workNs);
	// Threads wait only for those before them.
	for (let id = tasks.length - 1; id >= 0; id--)
		for (const before of at(tasks, id).after)
			chainNs[before] = Math.max(numberAt(chainNs, before), at(tasks, before).workNs + numberAt(chainNs, id));
	return tasks
		.map((_, id) => id)
		.sort((one, other) => numberAt(chainNs, other) - numberAt(chainNs, one) || one - other);
}

function layOut({ order, cores }: ListSchedule, tasks: readonly Task[], speeds: readonly number[]): Laid {
	const endNs: number[] = tasks.map(() => NONE);
	const startNs: number[] = tasks.map(() => 0);
	const freeNs: number[] = speeds.map(() => 0);
	const chosen: number[] = tasks.map(() => NONE);
	const lay = (id: number): void => {
		if (numberAt(endNs, id) !== NONE) return;
		const { workNs, arrivalNs, after, able } = at(tasks, id);
		let readyNs = arrivalNs;
		for (const before of after) {
			lay(before);
			readyNs = Math.max(readyNs, numberAt(endNs, before));
		}
		const given = cores[id] ?? NONE;
		let [core, bestNs] = [NONE, Number.POSITIVE_INFINITY];
		for (const each of able) {
			const beginNs = Math.max(readyNs, numberAt(freeNs, each));
			const doneNs = beginNs + workNs / numberAt(speeds, each);
			if (each !== given && (given !== NONE || doneNs >= bestNs)) continue;
			[core, bestNs] = [each, doneNs];
			startNs[id] = beginNs;
		}
		chosen[id] = core;
		endNs[id] = bestNs;
		freeNs[core] = bestNs;
	};
	for (const id of order) lay(id);
	let [lastNs, squares] = [0, 0];
	for (const ns of freeNs) {
		lastNs = Math.max(lastNs, ns);
		squares += ns * ns;
	}
	return { lastNs, costNs: lastNs + BALANCE * Math.sqrt(squares / speeds.length), startNs, cores: chosen };
}

function changesOf(tasks: readonly Task[], cores: number): Change<ListSchedule>[] {
	const isAble = (id: number, core: number): boolean => core === NONE || at(tasks, id).able.includes(core);
	const swapCores = (from: ListSchedule, one: number, other: number): ListSchedule | undefined => {
		const [left, right] = [numberAt(from.cores, one), numberAt(from.cores, other)];
		if (left === right || !isAble(one, right) || !isAble(other, left)) return undefined;
		const changed = [...from.cores];
		[changed[one], changed[other]] = [right, left];
		return { ...from, cores: changed };
	};
	return [
		...ORDER_CHANGES.map(
			(change): Change<ListSchedule> =>
				({ order, cores }, chance) => {
					const changed = change(order, chance);
					return changed && { order: changed, cores };
				},
		),
		(from, chance) => {
			const [id, core] = [chance(tasks.length), chance(cores + 1) - 1];
			if (!isAble(id, core)) return undefined;
			const changed = [...from.cores];
			changed[id] = core;
			return { ...from, cores: changed };
		},
		(from, chance) => swapCores(from, chance(tasks.length), chance(tasks.length)),
		// Both places at once: each thread takes the other's turn on the other's core.
		(from, chance) => {
			const [one, other] = [chance(tasks.length), chance(tasks.length)];
			const swapped = swapCores(from, one, other);
			const order = from.order.map((id) => (id === one ? other : id === other ? one : id));
			return swapped && { ...swapped, order };
		},
	];
}

function swapTwo(order: readonly number[], chance: Chance): readonly number[] | undefined {
	return at(ORDER_CHANGES, 1)(order, chance);
}
