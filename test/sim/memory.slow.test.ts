import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { at, numberAt } from "#shared/lib/assert.ts";
import { home } from "#shared/policies/textbook/home.ts";
import { advance } from "#shared/sim/advance.ts";
import { causesAt } from "#shared/sim/chip/accounting.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import type { Machine, ProcessSpec } from "#shared/sim/scenario/scenario.ts";
import { holds } from "../setup/holds.ts";
import { chipOf, NO_MEMORY, plainMachine, run, scenario, thread } from "./builders.ts";
import { mostKib } from "./invariants.ts";
import { randomScenario } from "./random-scenario.ts";

const streamer: ProcessSpec = {
	...NO_MEMORY,
	accessesPerUs: 200,
	missesInFlight: 10,
	missCurve: { type: "stream" },
};
const rabbit: ProcessSpec = { ...NO_MEMORY, workingSetKib: 6_144, accessesPerUs: 60, missesInFlight: 2 };

/** One endless thread per process, each on a core of its own, run until everything has settled. */
function settled(processes: readonly ProcessSpec[], change: Partial<Machine> = {}): Chip {
	const machine = plainMachine(processes.length, change);
	const jobs = [processes.map((_, process) => thread(600_000_000, { process }))];
	const chip = chipOf(scenario({ machine, processes, jobs, end: { type: "horizon", ns: 500_000_000 } }));
	advance(chip, 400_000_000);
	return chip;
}

const rateOf = (chip: Chip, core: number): number => 1 / at(chip.cores, core).nsPerWork;

describe("shared cache", () => {
	test("[M1] a full L3 is shared in proportion to what each process brings in", () => {
		const chip = settled([{ ...streamer, accessesPerUs: 400 }, streamer]);
		const [first, second] = chip.cores.map((core) => core.fillPerNs);
		const [big, small] = chip.memory.l3Kib;
		expect((big ?? 0) / (small ?? 1)).toBeCloseTo((first ?? 0) / (second ?? 1), 6);
		expect((big ?? 0) + (small ?? 0)).toBeCloseTo(8_192, 0);
	});

	test("[M2] what a process brings in takes nothing from another part of the L3", () => {
		const alone = rateOf(settled([rabbit]), 0);
		const split = { l3PartitionsKib: [7_168, 1_024] };
		expect(alone / rateOf(settled([rabbit, streamer]), 0)).toBeGreaterThan(2);
		expect(alone / rateOf(settled([rabbit, { ...streamer, l3Partition: 1 }], split), 0)).toBeCloseTo(1, 4);
	});

	test("[M3] the L3 never holds more than its size, nor more of a process than its working set", () => {
		holds(
			"L3 size",
			fc.property(randomScenario, fc.nat(), (made, seed) => {
				const chip = run(made, home, seed);
				const { l3Kib } = chip.memory;
				const sizes = made.machine.l3PartitionsKib;
				const sizeKib = sizes.reduce((sum, kib) => sum + kib, 0);
				expect(l3Kib.reduce((sum, kib) => sum + kib, 0)).toBeLessThanOrEqual(sizeKib * (1 + 1e-9));
				l3Kib.forEach((kib, process) => {
					const partKib = numberAt(sizes, at(made.processes, process).l3Partition);
					expect(kib).toBeLessThanOrEqual(mostKib(chip, process, partKib));
				});
			}),
		);
	});
});

describe("bus", () => {
	test("[M4] queueing for the bus makes n streams n times as fast only while it is not full", () => {
		const one = rateOf(settled([streamer]), 0);
		const speedups = [2, 4, 8].map(
			(count) => (count * rateOf(settled(Array.from({ length: count }, () => streamer)), 0)) / one,
		);
		for (const [index, closedForm] of [1.812, 2.893, 3.8].entries())
			expect(numberAt(speedups, index) / closedForm).toBeCloseTo(1, 2);
	});

	test("[M5] a capped process never takes more of the bus than its cap, all its threads together", () => {
		const capped = { ...streamer, bandwidthCapBytesPerUs: 1_200 };
		const jobs = [[thread(600_000_000), thread(600_000_000)]];
		for (const cores of [1, 2]) {
			const chip = chipOf(
				scenario({ cores, processes: [capped], jobs, end: { type: "horizon", ns: 1_000_000 } }),
			);
			advance(chip, 900_000);
			expect(chip.cores.reduce((sum, core) => sum + core.fillPerNs, 0)).toBeCloseTo(1.2, 9);
		}
	});
});

describe("write-back", () => {
	const writer = { ...streamer, writeShare: 0.5 };

	test("[M10] what is changed goes back over the bus: more is carried, nothing more is brought in", () => {
		const [reads, writes] = [streamer, writer].map((process) =>
			run(scenario({ processes: [process], jobs: [[thread(400_000)]] })),
		);
		expect((writes?.memory.carriedBytes ?? 0) / (reads?.memory.carriedBytes ?? 1)).toBeCloseTo(1.5, 5);
		expect(writes?.memory.l3Kib[0]).toBeCloseTo(reads?.memory.l3Kib[0] ?? 0, 2);
	});

	test("[M10] half of all lines written back: two writers queue for the bus as three readers do", () => {
		const loadOf = (chip: Chip) => chip.memory.busLoad;
		// The same demand: three readers at the speed that the two writers have.
		const writers = settled([writer, writer]);
		const readers = settled([streamer, streamer, streamer]);
		expect(loadOf(writers)).toBeCloseTo(loadOf(readers), 9);
		expect(rateOf(writers, 0)).toBeCloseTo(rateOf(readers, 0), 9);
	});

	test("[M10] what is written back counts against a cap", () => {
		const capped = settled([{ ...writer, bandwidthCapBytesPerUs: 1_200 }]);
		expect(at(capped.cores, 0).carriedPerNs).toBeCloseTo(1.2, 9);
	});
});

describe("coherence", () => {
	test("[M6] k threads that write one line each take max(T + c (k - 1) / k, c (k - 1)) per unit of work", () => {
		const packed = { ...NO_MEMORY, sharedWritesPerUs: 700 };
		const slowdowns = [1, 2, 4, 8].map((cores) => {
			const jobs = [Array.from({ length: cores }, () => thread(1_000_000))];
			const chip = chipOf(scenario({ cores, processes: [packed], jobs }));
			advance(chip, 1_000);
			return at(chip.cores, 0).nsPerWork;
		});
		expect(slowdowns).toEqual([1, 5.25, 15.75, 36.75]);
	});

	test("[M8] every miss brings its line in, also those of a thread that stops before the next refresh", () => {
		const jobs = [[0, 1, 2].map((process) => thread(1_000_000, { process }))];
		const chip = run(scenario({ processes: [streamer, streamer, streamer], jobs }));
		const missesPerNs = streamer.accessesPerUs / 1000;
		expect(chip.memory.carriedBytes).toBeCloseTo(3_000_000 * missesPerNs * 64, 0);
	});

	test("[M7] what the caches, the bus and other writers cost is booked apart", () => {
		const jobs = [[thread(400_000), thread(400_000)]];
		const busy = run(scenario({ cores: 2, processes: [{ ...streamer, sharedWritesPerUs: 700 }], jobs }));
		const bar = causesAt(at(busy.cores, 0), busy.nowNs);
		for (const cause of ["useful", "cacheStall", "busStall", "coherenceStall"] as const)
			expect(bar[cause]).toBeGreaterThan(1_000);
	});
});
