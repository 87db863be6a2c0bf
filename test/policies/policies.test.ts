import { describe, expect, test } from "vitest";
import { mean } from "#shared/lib/statistics.ts";
import { createHumanPaced, restricted } from "#shared/policies/parts/human-paced.ts";
import { POLICIES, policyById } from "#shared/policies/table.ts";
import { fifo } from "#shared/policies/textbook/fifo.ts";
import { home } from "#shared/policies/textbook/home.ts";
import { lpt } from "#shared/policies/textbook/lpt.ts";
import { random } from "#shared/policies/textbook/random.ts";
import { sjf } from "#shared/policies/textbook/sjf.ts";
import { steal } from "#shared/policies/textbook/steal.ts";
import type { Chip, Thread } from "#shared/sim/chip/chip.ts";
import type { Policy } from "#shared/sim/chip/policy.ts";
import { compute, finishes, run, scenario, thread } from "../sim/builders.ts";

const meanTurnaround = (lengths: readonly number[], policy = fifo): number => {
	const chip = run(scenario({ jobs: [lengths.map((length) => thread(length))] }), policy);
	return mean(finishes(chip));
};

test("[D4] who orders its own queue keeps to the turns of slices: a spinner never keeps the lock's owner away", () => {
	const locks = [
		{
			name: "l",
			waiting: "spin",
			order: "arrival",
			handOff: "barging",
			inherits: false,
			stripes: 1,
			robust: true,
		} as const,
	];
	const program = (workNs: number) => [
		{ type: "lock", lock: 0 } as const,
		compute(workNs),
		{ type: "unlock", lock: 0 } as const,
	];
	const jobs = [[thread(program(25))], [thread(program(5), { priority: 1 })]];
	const insistent = createHumanPaced("insistent", {
		deal: () => 0,
		rank: (_chip, _core, { spec }) => -spec.priority,
	});
	const arrivals = [0, 1].map((job) => ({ type: "at" as const, atNs: job, job }));
	const end = { type: "horizon" as const, ns: 1_000 };
	expect(finishes(run(scenario({ jobs, locks, arrivals, quantumNs: 10, end }), insistent))).toEqual([25, 30]);
});

test("a way goes with the deal of a policy that says so, unless it may choose none", () => {
	const choice = { ways: [{ name: "other", process: 0, program: [compute(20)] }] };
	const jobs = [[thread(10, choice), thread(10, choice), thread(10)]];
	const dealer = createHumanPaced("dealer", { deal: () => 0, dealtWay: (_chip, core) => core + 1 });
	const waysOf = (policy: Policy) => run(scenario({ jobs }), policy).threads.map(({ way }) => way);
	expect(waysOf(dealer)).toEqual([1, 1, 0]);
	expect(waysOf(restricted(dealer, (act) => act !== "choose"))).toEqual([0, 0, 0]);
});

describe("policies, held against textbook results", () => {
	test("fifo: 10, 10, 10 turn around in 20; 100, 10, 10 in 110 (OSTEP)", () => {
		expect([meanTurnaround([10, 10, 10]), meanTurnaround([100, 10, 10])]).toEqual([20, 110]);
	});

	test("sjf: 100, 10, 10 turn around in 50 (OSTEP)", () => {
		expect(meanTurnaround([100, 10, 10], sjf)).toBe(50);
	});

	test("list scheduling: m (m - 1) unit tasks before one of m take 2 m - 1 (Graham)", () => {
		const makespan = (cores: number) => {
			const lengths = [...Array.from({ length: cores * (cores - 1) }, () => 1), cores];
			return run(scenario({ cores, jobs: [lengths.map((length) => thread(length))] })).nowNs;
		};
		expect([3, 4, 8].map(makespan)).toEqual([5, 7, 15]);
	});

	test("lpt: its worst case takes 4/3 - 1/(3m) of the optimum (Graham)", () => {
		const makespan = (cores: number) => {
			const pairs = Array.from({ length: cores - 1 }, (_, index) => 2 * cores - 1 - index).flatMap(
				(length) => [length, length],
			);
			const jobs = [[...pairs, cores, cores, cores].map((length) => thread(length))];
			return run(scenario({ cores, jobs }), lpt).nowNs;
		};
		expect([2, 3, 4].map(makespan)).toEqual([7, 11, 15]);
	});

	test("home: dealt round robin and never moved, so one queue may be long while others are empty", () => {
		const jobs = [[100, 1, 100, 1].map((length) => thread(length))];
		expect(run(scenario({ cores: 2, jobs }), home).nowNs).toBe(200);
	});

	test("steal: a core with nothing left takes from the longest queue", () => {
		const jobs = [[100, 1, 100, 1].map((length) => thread(length))];
		expect(run(scenario({ cores: 2, jobs }), steal).nowNs).toBe(102);
	});

	test("random: another seed, another order; all the work is done", () => {
		const jobs = [Array.from({ length: 12 }, (_, index) => thread(index + 1))];
		const orders = [1, 2].map((seed) => finishes(run(scenario({ jobs }), random, seed)));
		expect(orders[0]).not.toEqual(orders[1]);
		expect(orders.map((order) => Math.max(...order))).toEqual([78, 78]);
	});

	test("the table names every policy once", () => {
		expect(new Set(POLICIES.map(({ id }) => id)).size).toBe(POLICIES.length);
		expect(() => policyById("best")).toThrow("no policy best");
	});
});

test("a policy is handed a chip in which nothing can be written, however deep", () => {
	type Handed = Parameters<Policy["pick"]>[0];
	// Held by the compiler: a part of the chip that could be written would make one of these `true`.
	const isChipWritable: Handed extends Chip ? true : false = false;
	const isThreadWritable: Handed["threads"][number] extends Thread ? true : false = false;
	const isQueueWritable: Handed["cores"][number]["queue"] extends number[] ? true : false = false;
	expect([isChipWritable, isThreadWritable, isQueueWritable]).toEqual([false, false, false]);
});
