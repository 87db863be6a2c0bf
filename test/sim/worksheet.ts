import { at, numberAt } from "#shared/lib/assert.ts";
import { createChance } from "#shared/lib/random.ts";
import type { Policy } from "#shared/sim/chip/policy.ts";
import { finishes, plainMachine, run, scenario, thread } from "./builders.ts";

/**
 * One line of a worksheet on scheduling, in whole units of time; lines are in order of arrival. `due`: its
 * deadline, counted from its arrival. More of `priority` is more urgent.
 */
export type Line = {
	readonly arrives: number;
	readonly needs: number;
	readonly priority: number;
	readonly due: number;
};

/** A worksheet as a student gets it: three to eight processes on one core, and a quantum. */
export type Worksheet = { readonly lines: readonly Line[]; readonly quantum: number };

/** One unit in ns. */
const UNIT = 10;

/** Worksheets drawn from `seed`. */
export function worksheets(count: number, seed: number): Worksheet[] {
	const chance = createChance(seed, 0);
	const drawLine = (): Line => ({
		arrives: chance(16),
		needs: 1 + chance(9),
		priority: chance(4),
		due: 1 + chance(30),
	});
	return Array.from({ length: count }, () => ({
		lines: Array.from({ length: 3 + chance(6) }, drawLine).sort(
			(left, right) => left.arrives - right.arrives,
		),
		quantum: 1 + chance(5),
	}));
}

/** When each process ends on the chip, in units; switching to another one costs `switching`. */
export function simulate({ lines, quantum }: Worksheet, policy: Policy, switching = 0, cores = 1): number[] {
	const machine = plainMachine(cores, {
		processSwitchNs: switching * UNIT,
		threadSwitchNs: switching * UNIT,
	});
	const jobs = lines.map(({ needs, priority, due }) => [
		thread(needs * UNIT, { priority, deadlineNs: due * UNIT }),
	]);
	const arrivals = lines.map(({ arrives }, job) => ({ type: "at" as const, atNs: arrives * UNIT, job }));
	const chip = run(scenario({ machine, jobs, arrivals, quantumNs: quantum * UNIT }), policy);
	return finishes(chip).map((ns) => ns / UNIT);
}

/** Round robin as worksheets do it: whoever arrives while a slice lasts, to its very end, queues before its owner. */
export function roundRobin({ lines, quantum }: Worksheet, switching: number): number[] {
	const left = lines.map(({ needs }) => needs);
	const ends: number[] = [];
	const queue: number[] = [];
	let [now, arrived, last] = [0, 0, -1];
	while (left.some((units) => units > 0)) {
		const next = queue.shift();
		if (next === undefined) now = Math.max(now, at(lines, arrived).arrives);
		else {
			now += (next === last ? 0 : switching) + Math.min(quantum, numberAt(left, next));
			left[next] = Math.max(0, numberAt(left, next) - quantum);
			last = next;
		}
		while (arrived < lines.length && at(lines, arrived).arrives <= now) queue.push(arrived++);
		if (next !== undefined && numberAt(left, next) > 0) queue.push(next);
		else if (next !== undefined) ends[next] = now;
	}
	return ends;
}

/** What a discipline looks at: the line, and the units left of it. The least goes first, and the first of equals. */
type Key = (line: Line, left: number) => number;

/**
 * Any discipline that picks by a key, unit by unit: the best few run, of equals those that run already, and then
 * the first that arrived.
 */
export function byKey({ lines }: Worksheet, key: Key, preempts: boolean, cores = 1): number[] {
	const left = lines.map(({ needs }) => needs);
	const ends: number[] = [];
	let running: number[] = [];
	for (let now = 0; left.some((units) => units > 0); now++) {
		const keyOf = (id: number): number => key(at(lines, id), numberAt(left, id));
		const rank = (id: number): number => (running.includes(id) ? 0 : 1);
		const ready = lines.flatMap(({ arrives }, id) => (arrives <= now && numberAt(left, id) > 0 ? [id] : []));
		ready.sort((one, other) => keyOf(one) - keyOf(other) || rank(one) - rank(other) || one - other);
		const kept = preempts ? [] : running.filter((id) => ready.includes(id));
		running = [...kept, ...ready.filter((id) => !kept.includes(id))].slice(0, cores);
		for (const id of running) {
			left[id] = numberAt(left, id) - 1;
			if (left[id] === 0) ends[id] = now + 1;
		}
	}
	return ends;
}

/**
 * Round robin on several cores with one queue, unit by unit: an idle core takes the first before slices end, and a
 * thread whose slice ends goes behind if anybody is left in the queue.
 */
export function roundRobinOn({ lines, quantum }: Worksheet, cores: number): number[] {
	const left = lines.map(({ needs }) => needs);
	const ends: number[] = [];
	const queue: number[] = [];
	const slots = Array.from({ length: cores }, () => ({ id: -1, used: 0 }));
	for (let now = 0; left.some((units) => units > 0); now++) {
		lines.forEach(({ arrives }, id) => {
			if (arrives === now) queue.push(id);
		});
		const take = (): void => {
			for (const slot of slots) if (slot.id < 0) Object.assign(slot, { id: queue.shift() ?? -1, used: 0 });
		};
		take();
		for (const slot of slots) {
			if (slot.id < 0 || slot.used < quantum) continue;
			if (queue.length > 0) queue.push(slot.id);
			Object.assign(slot, { id: queue.length > 0 ? -1 : slot.id, used: 0 });
		}
		take();
		for (const slot of slots.filter(({ id }) => id >= 0)) {
			slot.used++;
			left[slot.id] = numberAt(left, slot.id) - 1;
			if (left[slot.id] !== 0) continue;
			ends[slot.id] = now + 1;
			slot.id = -1;
		}
	}
	return ends;
}

/**
 * A multi-level feedback queue of three levels, unit by unit: who uses up a slice sinks a level and goes to its
 * end; who is preempted stays at the head of its level and finishes its slice later; every twenty quanta all
 * rise to the top, in the order in which they had queued.
 */
export function feedback({ lines, quantum }: Worksheet): number[] {
	const tasks = lines.map(({ needs }) => ({ left: needs, level: 0, used: 0, queued: -1, end: 0 }));
	let [running, queued] = [-1, 0];
	for (let now = 0; tasks.some(({ left }) => left > 0); now++) {
		const ready = tasks.filter(({ left }, id) => left > 0 && at(lines, id).arrives <= now);
		for (const task of ready) if (task.queued < 0) task.queued = queued++;
		const before = tasks[running];
		if (before !== undefined && before.left > 0 && before.used === quantum) {
			Object.assign(before, { used: 0, level: Math.min(2, before.level + 1), queued: queued++ });
		}
		if (now % (20 * quantum) === 0) for (const task of tasks) task.level = 0;
		const best = [...ready].sort((one, other) => one.level - other.level || one.queued - other.queued)[0];
		const goesOn =
			before !== undefined && before.left > 0 && before.used > 0 && before.level <= (best?.level ?? 2);
		const next = goesOn ? before : best;
		running = next === undefined ? -1 : tasks.indexOf(next);
		if (next === undefined) continue;
		next.left--;
		next.used++;
		if (next.left === 0) next.end = now + 1;
	}
	return tasks.map(({ end }) => end);
}
