import { describe, expect, test } from "vitest";
import { at } from "#shared/lib/assert.ts";
import { advance } from "#shared/sim/advance.ts";
import { causesAt } from "#shared/sim/chip/accounting.ts";
import type { ProcessSpec, ProgramPhase } from "#shared/sim/scenario/scenario.ts";
import { chipOf, compute, finishes, NO_MEMORY, plainMachine, run, scenario, thread } from "./builders.ts";

const GIB = 1_048_576;

/** Reads a new line 64 times per us, so one page per us, and a line in DRAM costs nothing by itself. */
const reader: ProcessSpec = { ...NO_MEMORY, accessesPerUs: 64, missCurve: { type: "stream" } };
const free = { privateHitNs: 0, sharedHitNs: 0, dramNs: 0 };

describe("DRAM", () => {
	test("[G1] holds the footprint of a process while a thread of it has begun and is not over", () => {
		const processes = ["a", "b", "c"].map((name) => ({ ...NO_MEMORY, name, footprintKib: 6 * GIB }));
		const dies: ProgramPhase = { type: "crash", chance: 1 };
		const jobs = [
			[thread(100)],
			[thread(50, { process: 1 }), thread([compute(70), dies], { process: 1 })],
			[thread(10, { process: 2 })],
		];
		const arrivals = jobs.map((_, job) => ({ type: "at", atNs: [0, 50, 200][job] ?? 0, job }) as const);
		const machine = plainMachine(3, { dramKib: 8 * GIB });
		const end = { type: "horizon", ns: 300 } as const;
		const chip = chipOf(scenario({ machine, processes, jobs, arrivals, end }));
		const shares = [10, 60, 101, 121, 201].map((atNs) => {
			advance(chip, atNs);
			return chip.memory.swappedShare;
		});
		expect(shares).toEqual([0, 1 - 8 / 12, 0, 0, 0]);
		expect(chip.memory.begun).toEqual([0, 0, 1]);
	});

	test("[G2] half of the pages out: every other page that is read must be fetched", () => {
		const paged = (dramKib: number) =>
			run(
				scenario({
					machine: plainMachine(1, { ...free, dramKib, pageFaultNs: 10_000 }),
					processes: [{ ...reader, footprintKib: 8 * GIB }],
					jobs: [[thread(101_000)]],
				}),
			);
		expect([paged(0), paged(8 * GIB), paged(4 * GIB)].map(finishes)).toEqual([
			[101_000],
			[101_000],
			[101_000 + 50 * 10_000],
		]);
		expect(paged(4 * GIB).memory.pageFaults).toBe(50);
		// Three quarters out: three of four.
		expect(paged(2 * GIB).memory.pageFaults).toBe(75);
	});

	test("[G2] what never leaves its caches misses no page, and what says no footprint is never paged", () => {
		const machine = plainMachine(1, { ...free, dramKib: GIB });
		const processes = [{ ...NO_MEMORY, footprintKib: 8 * GIB }, reader];
		const chip = run(
			scenario({ machine, processes, jobs: [[thread(50_000), thread(50_000, { process: 1 })]] }),
		);
		expect([finishes(chip), chip.memory.pageFaults]).toEqual([[50_000, 100_000], 0]);
	});

	test("[G3] the swap device serves one page after the other, and others run meanwhile", () => {
		const machine = plainMachine(2, { ...free, dramKib: GIB, pageFaultNs: 10_000, wakeNs: 100 });
		const processes = [{ ...reader, footprintKib: 2 * GIB }, NO_MEMORY];
		const jobs = [[thread(2_500), thread(2_500), thread(15_000, { process: 1 })]];
		const chip = run(scenario({ machine, processes, jobs }));
		// Both miss their page at 2,000; the second waits for the first. The third thread has a core at once.
		expect(finishes(chip)).toEqual([12_600, 22_600, 17_000]);
		expect(causesAt(at(chip.cores, 0), chip.nowNs).waking).toBe(100);
	});

	test("[G3] more processes keep the core busier until they no longer fit: then it thrashes", () => {
		const interactive = [compute(20_000), { type: "sleep", ns: 60_000, spread: "fixed" }] as const;
		const usefulShare = (count: number) => {
			const processes = Array.from({ length: count }, () => ({ ...reader, footprintKib: 2 * GIB }));
			const program = [...interactive, { type: "repeat", from: 0, times: 0 }] as const;
			const made = scenario({
				machine: plainMachine(1, { ...free, dramKib: 8 * GIB }),
				processes,
				jobs: [processes.map((_, process) => thread(program, { process }))],
				end: { type: "horizon", ns: 20_000_000 },
			});
			return causesAt(at(run(made).cores, 0), 20_000_000).useful / 20_000_000;
		};
		const [one = 0, two = 0, four = 0, five = 0, eight = 0] = [1, 2, 4, 5, 8].map(usefulShare);
		expect([one, two, four]).toEqual([0.25, 0.5, 1].map((share) => expect.closeTo(share, 2)));
		expect(five).toBeLessThan(0.1);
		expect(eight).toBeLessThan(five);
	});
});
