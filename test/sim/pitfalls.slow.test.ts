import { describe, expect, test } from "vitest";
import { at } from "#shared/lib/assert.ts";
import { mean, variance } from "#shared/lib/statistics.ts";
import { fifo } from "#shared/policies/textbook/fifo.ts";
import { rr } from "#shared/policies/textbook/rr.ts";
import { advance } from "#shared/sim/advance.ts";
import type { MissCurve, ProcessSpec } from "#shared/sim/scenario/scenario.ts";
import { chipOf, compute, finishes, NO_MEMORY, plainMachine, run, scenario, thread } from "./builders.ts";

/** What the prototype of this simulation got wrong, in the order of its list. */
describe("pitfalls", () => {
	test("1: work ends by time, not by what is left of it: at any speed it ends, and never late by more than 1 ns", () => {
		for (const speed of [1, 1 / 3, 0.451, 0.1]) {
			const machine = plainMachine(1);
			const cores = machine.cores.map((core) => ({ ...core, speed }));
			const odd = { ...NO_MEMORY, workingSetKib: 37, accessesPerUs: 0.7 };
			const jobs = [[thread(1_000_003), thread([compute(7), compute(1), compute(999_983)], { process: 1 })]];
			const chip = run(
				scenario({ machine: { ...machine, cores }, processes: [NO_MEMORY, odd], jobs, quantumNs: 977 }),
				rr,
			);
			expect(chip.threads.map(({ state, remainingNs }) => [state, remainingNs])).toEqual([
				["done", 0],
				["done", 0],
			]);
			const alone = run(scenario({ machine: { ...machine, cores }, jobs: [[thread(1_000_003)]] }));
			expect(finishes(alone)).toEqual([Math.ceil(1_000_003 / speed)]);
		}
	});

	test("2: the bus is solved where it is all but full: utilisation does not exceed 1, and all of it is used", () => {
		const greedy: ProcessSpec = {
			...NO_MEMORY,
			accessesPerUs: 1_000,
			missesInFlight: 64,
			missCurve: { type: "stream" },
		};
		const machine = plainMachine(64, { bandwidthBytesPerUs: 100 });
		const processes = Array.from({ length: 64 }, () => greedy);
		const jobs = [processes.map((_, process) => thread(600_000_000, { process }))];
		const chip = chipOf(scenario({ machine, processes, jobs, end: { type: "horizon", ns: 1_000_000 } }));
		advance(chip, 900_000);
		expect(chip.memory.busLoad).toBeLessThanOrEqual(1 + 1e-9);
		const carried = chip.cores.reduce((sum, core) => sum + core.carriedPerNs, 0);
		expect(carried / 0.1).toBeGreaterThan(0.999);
		expect(carried / 0.1).toBeLessThanOrEqual(1 + 1e-9);
	});

	test("3: room in a private cache is made by who has not run for longest, not at random: two that fit lose nothing", () => {
		const half = { ...NO_MEMORY, workingSetKib: 256, accessesPerUs: 200 };
		const brief = { ...half, workingSetKib: 200 };
		const turns = (process: number) =>
			thread(
				[compute(200_000), { type: "sleep", ns: 1, spread: "fixed" }, { type: "repeat", from: 0, times: 4 }],
				{
					process,
				},
			);
		// Least recent first: the one that has ended long ago gives way, the two that take turns stay warm.
		const jobs = [[thread(200_000, { process: 2 }), turns(0), turns(1)]];
		const chip = run(scenario({ processes: [half, half, brief], jobs }), fifo);
		expect(at(chip.cores, 0).warmKib).toEqual([256, 256, 0]);
	});

	test("4: a spinner that is taken off its core and then handed the lock is queued once", () => {
		const lock = { type: "lock", lock: 0 } as const;
		const unlock = { type: "unlock", lock: 0 } as const;
		const locks = [
			{
				name: "l",
				waiting: "spin",
				order: "arrival",
				handOff: "barging",
				inherits: false,
				stripes: 1,
				robust: true,
			},
		] as const;
		const user = thread([lock, compute(25), unlock, compute(5)]);
		const chip = chipOf(scenario({ cores: 2, locks, jobs: [[user, user, user, user]], quantumNs: 10 }), {
			policy: rr,
		});
		while (!chip.finished && chip.nowNs < 10_000) {
			advance(chip, chip.nowNs + 1);
			const queued = [...chip.shared, ...chip.cores.flatMap((core) => [...core.queue])];
			expect(new Set(queued).size).toBe(queued.length);
			const { waiters } = at(chip.locks, 0);
			expect(new Set(waiters).size).toBe(waiters.length);
		}
		expect([chip.finished, at(chip.locks, 0).taken]).toEqual([true, 4]);
	});

	test("5: a power law with a small knee hides contention that a straight curve shows", () => {
		const slowdown = (missCurve: MissCurve) => {
			const heavy: ProcessSpec = { ...NO_MEMORY, workingSetKib: 6_144, accessesPerUs: 60, missCurve };
			const nsPerWork = (count: number) => {
				const processes = Array.from({ length: count }, () => heavy);
				const jobs = [processes.map((_, process) => thread(600_000_000, { process }))];
				const made = scenario({ cores: count, processes, jobs, end: { type: "horizon", ns: 200_000_000 } });
				const chip = chipOf(made);
				advance(chip, 150_000_000);
				return at(chip.cores, 0).nsPerWork;
			};
			return nsPerWork(2) / nsPerWork(1);
		};
		const hidden = slowdown({ type: "power", kneeKib: 16, alpha: 0.5, floor: 0 });
		const felt = slowdown({ type: "linear", floor: 0 });
		expect(hidden).toBeLessThan(1.15);
		expect(felt).toBeGreaterThan(1.4);
	});

	test("6: streams of chance do not depend on each other: the mean over 16 seeds holds what four may miss", () => {
		const arrivals = [
			{ type: "process", job: 0, gapNs: 2_000, gaps: "exponential", work: "exponential", count: 4_000 },
		] as const;
		const made = scenario({ jobs: [[thread(1_000)]], arrivals });
		const means = Array.from({ length: 16 }, (_, seed) => {
			const { threads } = run(made, fifo, seed + 1);
			return mean(threads.map(({ finishNs, announcedNs }) => finishNs - announcedNs));
		});
		// M/M/1 at half load: 2 service times in the system.
		expect(Math.abs(mean(means) - 2_000)).toBeLessThan((2.947 * Math.sqrt(variance(means))) / 4);
		expect(new Set(means).size).toBe(16);
	});
});
