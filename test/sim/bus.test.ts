import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BusDemand, queueingAt, solveBusLoad } from "#shared/sim/memory/bus.ts";
import { holds } from "../setup/holds.ts";

/** A core as the bus sees it: its bytes per unit of work, the time that takes without and by queueing, and at least. */
type Taker = { bytes: number; alone: number; dram: number; least: number };

const takers = fc.array(
	fc.record({
		bytes: fc.double({ min: 0, max: 100, noNaN: true }),
		alone: fc.double({ min: 0.1, max: 50, noNaN: true }),
		dram: fc.double({ min: 0, max: 50, noNaN: true }),
		least: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1_000, noNaN: true })),
	}),
	{ minLength: 1, maxLength: 20 },
);
const capacity = fc.double({ min: 0.01, max: 1_000, noNaN: true });

let questions = 0;

function ask(all: readonly Taker[], queueing: number, demand: BusDemand): void {
	questions++;
	demand.bytesPerNs = 0;
	demand.fall = 0;
	for (const { bytes, alone, dram, least } of all) {
		const time = Math.max(alone + dram * queueing, least);
		demand.bytesPerNs += bytes / time;
		if (alone + dram * queueing > least) demand.fall += (bytes * dram) / time / time;
	}
}

/** Demand over capacity, less the load, at this load: 0 where both meet, and never rising. */
function excessAt(all: readonly Taker[], bytesPerNs: number, rho: number): number {
	const demand = { bytesPerNs: 0, fall: 0 };
	ask(all, queueingAt(rho), demand);
	return demand.bytesPerNs / bytesPerNs - rho;
}

describe("the load of the bus", () => {
	test("[M4] lies within 1e-11 of where demand and capacity meet, wherever the search begins", () => {
		holds(
			"bus",
			fc.property(takers, capacity, fc.double({ min: 0, max: 0.999, noNaN: true }), (all, most, last) => {
				const rho = solveBusLoad(most, last, all, ask);
				const slack = 1e-11 * rho;
				if (rho < 1 - 2e-9) expect(excessAt(all, most, rho + slack)).toBeLessThanOrEqual(1e-15);
				expect(excessAt(all, most, Math.max(0, rho - slack))).toBeGreaterThanOrEqual(-1e-15);
			}),
			{ numRuns: 2_000 },
		);
	});

	test("[M4] is found with three questions where things have moved by a per mille", () => {
		const all: Taker[] = [1, 2, 3, 4].map((kind) => ({ bytes: 8 * kind, alone: 2, dram: kind, least: 0 }));
		for (const most of [0.1, 1, 10, 100, 1_000]) {
			const last = solveBusLoad(most, 0, all, ask);
			const moved = all.map((taker) => ({ ...taker, bytes: taker.bytes * 1.001 }));
			questions = 0;
			expect(solveBusLoad(most, last, moved, ask)).toBeGreaterThan(last);
			expect(questions).toBeLessThanOrEqual(3);
		}
	});

	test("[M4] is 0 where nobody asks, and below 1 whatever is asked", () => {
		const greedy = { bytes: 100, alone: 1, dram: 0, least: 0 };
		expect(solveBusLoad(1, 0.5, [{ ...greedy, bytes: 0 }], ask)).toBe(0);
		const full = solveBusLoad(1, 0, [greedy], ask);
		expect(full).toBeGreaterThan(1 - 2e-9);
		expect(full).toBeLessThan(1);
	});
});
