import { describe, expect, test } from "vitest";
import { lowerBounds } from "#shared/analysis/bounds.ts";
import { asymmetricSpeedup, dynamicSpeedup, symmetricSpeedup } from "#shared/analysis/hill-marty.ts";
import { ORDER_CHANGES, searchLocally } from "#shared/analysis/local-search.ts";
import { plausible, prpCurve, type Trial } from "#shared/analysis/prp.ts";
import { erlangC, meanWait } from "#shared/analysis/queueing.ts";
import { fitUsl, uslPeak, uslThroughput } from "#shared/analysis/usl.ts";
import { ordinaryLock } from "#shared/lessons/machine.ts";
import { numberAt } from "#shared/lib/assert.ts";
import { list } from "#shared/policies/textbook/list.ts";
import { lpt } from "#shared/policies/textbook/lpt.ts";
import { compute, plainMachine, run, scenario, thread } from "../sim/builders.ts";

const round = (value: number): number => Number(value.toFixed(2));

describe("Hill and Marty", () => {
	test("gives the table of reference figures", () => {
		expect(
			[symmetricSpeedup(0.9, 16, 2), symmetricSpeedup(0.99, 256, 3), symmetricSpeedup(0.5, 64, 64)].map(
				round,
			),
		).toEqual([6.66, 80.18, 8]);
		expect(
			[
				asymmetricSpeedup(0.9, 16, 5),
				asymmetricSpeedup(0.975, 256, 66),
				asymmetricSpeedup(0.5, 256, 197),
			].map(round),
		).toEqual([8.87, 125.02, 23.55]);
		expect([dynamicSpeedup(0.99, 64), dynamicSpeedup(0.5, 16)].map(round)).toEqual([59.81, 6.4]);
	});
});

describe("universal scalability law", () => {
	const law = { alpha: 0.05, beta: 0.001, gamma: 3 };
	const points = [1, 2, 4, 8, 16, 32, 64].map((cores) => ({ cores, throughput: uslThroughput(law, cores) }));

	test("is fitted exactly where it holds", () => {
		const fit = fitUsl(points);
		expect([fit.alpha, fit.beta, fit.gamma].map((value) => Number(value.toFixed(6)))).toEqual([
			0.05, 0.001, 3,
		]);
		expect(uslPeak(fit)).toBeCloseTo(30.82, 2);
	});

	test("is hardly moved by one wrong measurement", () => {
		const wrong = points.map((point) =>
			point.cores === 8 ? { ...point, throughput: point.throughput / 2 } : point,
		);
		const fit = fitUsl(wrong);
		expect(Math.abs(fit.alpha / law.alpha - 1)).toBeLessThan(0.02);
		expect(Math.abs(fit.beta / law.beta - 1)).toBeLessThan(0.02);
	});

	test("never has a negative contention: a line is a line", () => {
		const line = [1, 2, 4, 8].map((cores) => ({ cores, throughput: 2 * cores * (1 + (cores % 3) / 1_000) }));
		const fit = fitUsl(line);
		expect(fit.alpha).toBeGreaterThanOrEqual(0);
		expect(fit.beta).toBeGreaterThanOrEqual(0);
		expect(uslThroughput(fit, 8) / 16).toBeCloseTo(1, 1);
	});
});

describe("queueing", () => {
	test("Erlang's C", () => {
		expect(erlangC(4, 3.2)).toBeCloseTo(0.5964, 4);
		expect([1, 2, 4].map((servers) => round(meanWait(servers, 0.8 * servers)))).toEqual([4, 1.78, 0.75]);
	});
});

describe("lower bounds", () => {
	test("all work, the longest chain, a lock, what only some cores can do: no schedule beats the largest", () => {
		const lock = { type: "lock", lock: 0 } as const;
		const unlock = { type: "unlock", lock: 0 } as const;
		const jobs = [
			[
				thread(30),
				thread(20, { after: [0] }),
				thread([compute(5), lock, compute(25), unlock]),
				thread([lock, compute(30), unlock]),
			],
		];
		const made = scenario({ cores: 2, jobs, locks: [ordinaryLock("l", "block")] });
		const bounds = { workNs: 55, chainNs: 50, levelNs: 55, lockNs: 55, needsNs: 55, leastNs: 55 };
		expect(lowerBounds(made)).toEqual(bounds);
		expect(run(made).nowNs).toBeGreaterThanOrEqual(55);
	});

	test("what all others wait for comes last: 1 + 12 / 3 for a root and twelve before it on three cores", () => {
		const before = Array.from({ length: 12 }, () => thread(10));
		const root = thread(10, { after: before.map((_, id) => id) });
		const made = scenario({ cores: 3, jobs: [[...before, root]] });
		expect(lowerBounds(made)).toMatchObject({ workNs: 130 / 3, chainNs: 20, levelNs: 50, leastNs: 50 });
		expect(run(made).nowNs).toBe(50);
	});

	test("the fastest operating point and the shortest way count, whichever a core or a thread begins with", () => {
		const [core] = plainMachine(1).cores;
		if (core === undefined) throw new Error("no core");
		const slow = {
			...core,
			speed: 0.5,
			points: [0.5, 1].map((speed) => ({ speed, activeMw: core.activeMw })),
		};
		const ways = [{ name: "short", process: 0, program: [compute(60)] }];
		const made = scenario({
			machine: { ...plainMachine(1), cores: [slow] },
			jobs: [[thread(100, { ways })]],
		});
		expect(lowerBounds(made).leastNs).toBe(60);
	});
});

describe("search over list orders", () => {
	test("finds the optimum where longest first does not", () => {
		const lengths = [5, 5, 4, 4, 3, 3, 3];
		const makespan = (order: readonly number[], policy = list): number =>
			run(scenario({ cores: 3, jobs: [order.map((index) => thread(numberAt(lengths, index)))] }), policy)
				.nowNs;
		const inOrder = lengths.map((_, index) => index);
		expect(makespan(inOrder, lpt)).toBe(11);
		const search = (tries: number, seed: number) =>
			searchLocally<readonly number[]>(inOrder, ORDER_CHANGES, tries, seed, makespan);
		expect(search(500, 1).cost).toBe(9);
		expect(search(50, 7)).toEqual(search(50, 7));
	});
});

describe("psychological refractory period", () => {
	/** A bottleneck: the second decision waits for the first. */
	const person = (slower: number): Trial[] =>
		[50, 150, 300, 800].map((soaMs) => ({
			soaMs,
			shownMs: soaMs,
			rt1Ms: 700 + slower,
			rt2Ms: 550 + slower + Math.max(0, 400 - soaMs),
		}));

	test("keeps only plausible trials", () => {
		const trials = [
			...person(0),
			{ soaMs: 50, shownMs: 50, rt1Ms: 90, rt2Ms: 500 },
			{ soaMs: 50, shownMs: 50, rt1Ms: 900, rt2Ms: 600 },
		];
		expect(plausible(trials)).toEqual(person(0));
	});

	test("finds effect and slope whatever the differences between people", () => {
		const curve = prpCurve([person(0), person(180), person(-60)]);
		expect(curve.points.map(({ soaMs, people }) => [soaMs, people])).toEqual([
			[50, 3],
			[150, 3],
			[300, 3],
			[800, 3],
		]);
		expect([curve.effectMs, curve.slope].map(round)).toEqual([350, -1]);
		expect(curve.points.every(({ rt2MarginMs }) => rt2MarginMs < 1e-9)).toBe(true);
		expect(new Set(curve.points.map(({ rt1Ms }) => round(rt1Ms))).size).toBe(1);
	});
});
