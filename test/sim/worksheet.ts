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
export function simulate({ lines, quantum }: Worksheet, policy: Policy, switching = 0): number[] {
	const machine = plainMachine(1, { processSwitchNs: switching * UNIT, threadSwitchNs: switching * UNIT });
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

/** Any discipline that picks by a key, unit by unit; ties go to the running process, then to the first that arrived. */
export function byKey({ lines }: Worksheet, key: Key, preempts: boolean): number[] {
	const left = lines.map(({ needs }) => needs);
	const ends: number[] = [];
	let running = -1;
	for (let now = 0; left.some((units) => units > 0); now++) {
		const keyOf = (id: number): number => key(at(lines, id), numberAt(left, id));
		const ready = lines.flatMap(({ arrives }, id) => (arrives <= now && numberAt(left, id) > 0 ? [id] : []));
		const best = ready.reduce((first, id) => (first < 0 || keyOf(id) < keyOf(first) ? id : first), -1);
		const goesOn = ready.includes(running) && (!preempts || keyOf(running) <= keyOf(best));
		running = goesOn ? running : best;
		if (running < 0) continue;
		left[running] = numberAt(left, running) - 1;
		if (left[running] === 0) ends[running] = now + 1;
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
