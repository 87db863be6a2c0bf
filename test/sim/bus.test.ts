import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BusDemand, solveBusWait } from "#shared/sim/memory/bus.ts";
import { holds } from "../setup/holds.ts";
import { finishes, NO_MEMORY, plainMachine, run, scenario, thread } from "./builders.ts";

/** A core as the bus sees it: per unit of work its bytes, its time without waiting, the accesses that wait, and its least time. */
type Taker = { bytes: number; alone: number; waits: number; least: number };

const takers = fc.array(
	fc.record({
		bytes: fc.oneof(fc.constant(0), fc.double({ min: 1e-12, max: 100, noNaN: true })),
		alone: fc.double({ min: 0.1, max: 50, noNaN: true }),
		waits: fc.double({ min: 1e-6, max: 1, noNaN: true }),
		least: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1_000, noNaN: true })),
	}),
	{ minLength: 1, maxLength: 20 },
);
const bandwidth = fc.double({ min: 0.01, max: 1_000, noNaN: true });
const latency = fc.oneof(fc.constantFrom(0, 1e-9, 0.01), fc.double({ min: 0.1, max: 10_000, noNaN: true }));
const lastWait = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e9, noNaN: true }));

let questions = 0;

function ask(all: readonly Taker[], demand: BusDemand): void {
	const { waitNs } = demand;
	questions++;
	demand.bytesPerNs = 0;
	demand.fall = 0;
	for (const { bytes, alone, waits, least } of all) {
		const time = Math.max(alone + waits * waitNs, least);
		demand.bytesPerNs += bytes / time;
		if (alone + waits * waitNs > least) demand.fall += (bytes * waits) / time / time;
	}
}

/** Demand over capacity, less the load at which accesses wait that long: 0 where both meet, and never rising. */
function excessAt(all: readonly Taker[], bytesPerNs: number, latencyNs: number, waitNs: number): number {
	const demand = { waitNs, bytesPerNs: 0, fall: 0 };
	ask(all, demand);
	const load = latencyNs === 0 ? 1 : (2 * waitNs) / (latencyNs + 2 * waitNs);
	return demand.bytesPerNs / bytesPerNs - load;
}

function solve(capacity: number, dramNs: number, lastNs: number, all: readonly Taker[]): number {
	const found = { busWaitNs: lastNs };
	solveBusWait({ bandwidthBytesPerUs: capacity * 1_000, dramNs }, found, all, ask);
	return found.busWaitNs;
}

describe("the wait for the bus", () => {
	test("[M4] [M14] is within a millionth of where demand and capacity meet, wherever the search begins", () => {
		holds(
			"bus",
			fc.property(takers, bandwidth, latency, lastWait, (all, capacity, latencyNs, lastNs) => {
				questions = 0;
				const waitNs = solve(capacity, latencyNs, lastNs, all);
				expect(questions).toBeLessThan(100);
				const [shorter, longer] = [waitNs * (1 - 1e-6) - 1e-12, waitNs * (1 + 1e-6) + 1e-12];
				expect(excessAt(all, capacity, latencyNs, longer)).toBeLessThanOrEqual(1e-15);
				if (shorter > 0) expect(excessAt(all, capacity, latencyNs, shorter)).toBeGreaterThanOrEqual(-1e-15);
			}),
			{ numRuns: 2_000 },
		);
	});

	test("[M4] is found with three questions where things have moved by a per mille", () => {
		const all: Taker[] = [1, 2, 3, 4].map((kind) => ({ bytes: 8 * kind, alone: 2, waits: kind, least: 0 }));
		for (const capacity of [0.1, 1, 10, 100, 1_000]) {
			for (const latencyNs of [0.5, 1, 90]) {
				const last = solve(capacity, latencyNs, 0, all);
				const moved = all.map((taker) => ({ ...taker, bytes: taker.bytes * 1.001 }));
				questions = 0;
				expect(solve(capacity, latencyNs, last, moved)).toBeGreaterThan(last);
				expect(questions).toBeLessThanOrEqual(3);
			}
		}
	});

	test("[M4] is 0 where nobody asks; without latency also where all fits", () => {
		const greedy = { bytes: 100, alone: 1, waits: 1, least: 0 };
		expect(solve(1, 90, 5, [{ ...greedy, bytes: 0 }])).toBe(0);
		for (const lastNs of [0, 1e-9, 1, 1e9]) expect(solve(101, 0, lastNs, [greedy])).toBeCloseTo(0, 12);
	});
});

/** To the nanosecond, to which the end of a phase is rounded up. */
function expectTimes(got: readonly number[], expected: readonly number[]): void {
	expect(got.length).toBe(expected.length);
	got.forEach((ns, index) => {
		expect(Math.abs(ns - (expected[index] ?? 0))).toBeLessThanOrEqual(1);
	});
}

describe("[M14] a bus of 10 GB/s", () => {
	/** 0.5 ms of work that reads 20 MB. */
	const stream = { ...NO_MEMORY, accessesPerUs: 625, missCurve: { type: "stream" as const } };
	const timesOf = (count: number, dramNs: number, change = {}): number[] => {
		const machine = plainMachine(count, { bandwidthBytesPerUs: 10_000, dramNs });
		const jobs = [Array.from({ length: count }, () => thread(500_000))];
		return finishes(run(scenario({ machine, processes: [{ ...stream, ...change }], jobs })));
	};

	test("[M14] without latency carries 20 MB in 2 ms, and twice as much in 4, however many misses are in flight", () => {
		for (const missesInFlight of [1, 10, 64]) {
			expectTimes(timesOf(1, 0, { missesInFlight }), [2_000_000]);
			expectTimes(timesOf(2, 0, { missesInFlight }), [4_000_000, 4_000_000]);
		}
		expectTimes(timesOf(1, 0, { writeShare: 0.5 }), [3_000_000]);
	});

	test("[M14] of little latency takes little longer: 2 ms are where latency goes to 0", () => {
		const [first = 0, second = 0, third = 0] = [1e-9, 0.01, 0.1].map((dramNs) => timesOf(1, dramNs)[0]);
		expectTimes([first], [2_000_000]);
		expect(second / 2e6 - 1).toBeGreaterThan(0);
		expect(second / 2e6 - 1).toBeLessThan(0.005);
		expect(third).toBeGreaterThan(second);
	});
});
