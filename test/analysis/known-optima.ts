import { createChance, shuffled } from "#shared/lib/random.ts";
import type { Scenario } from "#shared/sim/scenario/scenario.ts";
import { plainMachine, scenario, thread } from "../sim/builders.ts";

/** A small scenario, and the makespan that no schedule beats and one reaches, in us. */
export type KnownOptimum = { readonly name: string; readonly made: Scenario; readonly optimumUs: number };

const US = 1_000;

type Task = { readonly us: number; readonly after?: readonly number[]; readonly needs?: string };

function independent(name: string, cores: number, us: readonly number[], optimumUs: number): KnownOptimum {
	return dependent(
		name,
		plainMachine(cores),
		us.map((each) => ({ us: each })),
		optimumUs,
	);
}

function dependent(
	name: string,
	machine: Scenario["machine"],
	tasks: readonly Task[],
	optimumUs: number,
): KnownOptimum {
	const threads = tasks.map(({ us, after = [] }) => thread(us * US, { after }));
	return { name, made: scenario({ machine, jobs: [threads] }), optimumUs };
}

/**
 * The worst that longest processing time first does: 4 m - 1 where 3 m is possible, with two tasks each of 2 m - 1 to
 * m + 1 and three of m (Graham 1969).
 */
export function worstOfLpt(cores: number): KnownOptimum {
	const us: number[] = [];
	for (let each = 2 * cores - 1; each > cores; each--) us.push(each, each);
	return independent(`LPT's worst case on ${cores} cores`, cores, [...us, cores, cores, cores], 3 * cores);
}

/** Cut out of a schedule in which no core is ever idle: `parts` tasks of each core. */
export function packed(cores: number, parts: number, lengthUs: number, seed: number): KnownOptimum {
	const chance = createChance(seed, 0);
	const us = Array.from({ length: cores }, () => cutUp(lengthUs, parts, chance)).flat();
	return independent(
		`${parts} tasks of each of ${cores} cores, ${seed}`,
		cores,
		shuffled(us, chance),
		lengthUs,
	);
}

/** The same on cores of different speeds: what core k runs is as long as its speed allows. */
export function packedUneven(
	speeds: readonly number[],
	parts: number,
	lengthUs: number,
	seed: number,
): KnownOptimum {
	const chance = createChance(seed, 0);
	const us = shuffled(
		speeds.flatMap((speed) => cutUp(lengthUs * speed, parts, chance)),
		chance,
	);
	const plain = plainMachine(speeds.length);
	const cores = plain.cores.map((core, index) => ({ ...core, speed: speeds[index] ?? 1 }));
	const tasks = us.map((each) => ({ us: each }));
	return dependent(`cores of speeds ${speeds.join(", ")}, ${seed}`, { ...plain, cores }, tasks, lengthUs);
}

function cutUp(length: number, parts: number, chance: (below: number) => number): number[] {
	const cuts = new Set([0, length]);
	while (cuts.size < parts + 1) cuts.add(1 + chance(length - 1));
	const places = [...cuts].sort((one, other) => one - other);
	return places.slice(1).map((place, index) => place - (places[index] ?? 0));
}

/**
 * Graham's nine tasks (1969), for which list scheduling gets slower with more cores, shorter tasks or fewer
 * dependencies; 12 on three cores and on four.
 */
export function graham(cores: number): KnownOptimum {
	const us = [3, 2, 2, 2, 4, 4, 4, 4, 9];
	const tasks = us.map((each, id): Task => ({ us: each, after: id === 8 ? [0] : id >= 4 ? [3] : [] }));
	return dependent(`Graham's tasks on ${cores} cores`, plainMachine(cores), tasks, 12);
}

/** And with every task one shorter, where lists that were best get worse: 3 + 8 - 1 is the longest chain. */
export function grahamShortened(): KnownOptimum {
	const us = [2, 1, 1, 1, 3, 3, 3, 3, 8];
	const tasks = us.map((each, id): Task => ({ us: each, after: id === 8 ? [0] : id >= 4 ? [3] : [] }));
	return dependent("Graham's tasks, each one shorter", plainMachine(3), tasks, 10);
}

/**
 * Tasks of one length in an in-tree, every one of which is waited for by the one that its `before` names: as long as
 * the highest level, or the tasks above some level take (Hu 1961).
 */
export function inTree(cores: number, waitedBy: readonly number[], optimum: number): KnownOptimum {
	const count = waitedBy.length;
	// Threads wait only for those before them: the root comes last.
	const tasks = Array.from({ length: count }, (_, place): Task => {
		const id = count - 1 - place;
		return {
			us: 10,
			after: waitedBy.flatMap((other, each) => (other === id && each !== id ? [count - 1 - each] : [])),
		};
	});
	return dependent(`an in-tree of ${count} on ${cores} cores`, plainMachine(cores), tasks, 10 * optimum);
}

/** One chain beside tasks that fill the other cores just as long. */
export function chainBeside(cores: number, links: number, us: number, seed: number): KnownOptimum {
	const chance = createChance(seed, 0);
	const chain = Array.from({ length: links }, (_, id): Task => ({ us, after: id === 0 ? [] : [id - 1] }));
	const others = Array.from({ length: cores - 1 }, () => cutUp(links * us, 3, chance)).flat();
	const tasks = [...chain, ...others.map((each) => ({ us: each }))];
	return dependent(`a chain beside tasks on ${cores} cores, ${seed}`, plainMachine(cores), tasks, links * us);
}

/** Jobs that come one after the other, cut out of a schedule in which no core is idle from the first arrival on. */
export function arriving(cores: number, seed: number): KnownOptimum {
	const chance = createChance(seed, 0);
	const lengthUs = 60;
	const tasks = Array.from({ length: cores }, () => {
		let startUs = 0;
		return cutUp(lengthUs, 4, chance).map((us) => {
			const beganUs = startUs;
			startUs += us;
			return { us, atNs: chance(beganUs + 1) * US };
		});
	}).flat();
	const ordered = shuffled(tasks, chance);
	return {
		name: `arrivals on ${cores} cores, ${seed}`,
		made: scenario({
			machine: plainMachine(cores),
			jobs: ordered.map(({ us }) => [thread(us * US)]),
			arrivals: ordered.map(({ atNs }, job) => ({ type: "at", atNs, job })),
		}),
		optimumUs: lengthUs,
	};
}

/** Draws independent tasks, and finds their optimum by trying every deal of them to the cores. */
export function solved(cores: number, count: number, seed: number): KnownOptimum {
	const chance = createChance(seed, 0);
	const us = Array.from({ length: count }, () => 1 + chance(30));
	return independent(`${count} tasks on ${cores} cores, ${seed}`, cores, us, leastMakespan(us, cores));
}

/** Branch and bound: each task on each core in turn, unless that is no better than the best so far. */
function leastMakespan(us: readonly number[], cores: number): number {
	const longestFirst = [...us].sort((one, other) => other - one);
	const loads = Array.from({ length: cores }, () => 0);
	let best = us.reduce((sum, each) => sum + each, 0);
	const place = (task: number): void => {
		const length = longestFirst[task];
		if (length === undefined) {
			best = Math.max(...loads);
			return;
		}
		loads.forEach((load, core) => {
			// Cores with equal loads are alike.
			if (load + length >= best || loads.indexOf(load) < core) return;
			loads[core] = load + length;
			place(task + 1);
			loads[core] = load;
		});
	};
	place(0);
	return best;
}

/** Twenty and more, each kind of them twice or more. */
export const KNOWN_OPTIMA: readonly KnownOptimum[] = [
	...[2, 3, 4, 5, 6, 7].map(worstOfLpt),
	packed(4, 3, 60, 1),
	packed(5, 3, 50, 2),
	packed(4, 4, 40, 3),
	packedUneven([1, 0.5], 4, 40, 4),
	packedUneven([1, 1, 0.5, 0.25], 3, 80, 5),
	graham(3),
	graham(4),
	grahamShortened(),
	inTree(2, [0, 0, 0, 1, 1, 2, 2, 3, 4], 5),
	inTree(3, [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5], 5),
	chainBeside(3, 6, 10, 6),
	chainBeside(4, 5, 12, 7),
	arriving(2, 8),
	arriving(3, 9),
	solved(3, 9, 10),
	solved(4, 11, 11),
	solved(5, 12, 12),
];
