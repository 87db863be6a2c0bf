import { describe, expect, test } from "vitest";
import { at } from "#shared/lib/assert.ts";
import { advance } from "#shared/sim/advance.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import type { Machine, ProcessSpec, ProgramPhase } from "#shared/sim/scenario/scenario.ts";
import { chipOf, compute, finishes, NO_MEMORY, plainMachine, run, scenario, thread } from "./builders.ts";

const prefetch = (kib: number): ProgramPhase => ({ type: "prefetch", kib });
/** Works on 512 KiB, but so slowly that it warms nothing by itself. */
const slow: ProcessSpec = { ...NO_MEMORY, workingSetKib: 512, accessesPerUs: 0.001 };
const eager: ProcessSpec = { ...NO_MEMORY, workingSetKib: 512, accessesPerUs: 40 };
const streamer: ProcessSpec = {
	...NO_MEMORY,
	accessesPerUs: 200,
	missesInFlight: 10,
	missCurve: { type: "stream" },
};
/** On a bus that is never full ten lines of 64 bytes take one access to DRAM. */
const WIDE: Partial<Machine> = { bandwidthBytesPerUs: 1_000_000_000 };
const DRAM_NS = (256 * 1_024 * 90) / 640;
const L3_NS = (256 * 1_024 * 15) / 640;

function runFor(
	ns: number,
	program: readonly ProgramPhase[],
	process: ProcessSpec,
	change: Partial<Machine> = WIDE,
): Chip {
	const jobs = [[thread([...program, compute(10_000_000)])]];
	const end = { type: "horizon", ns: 9_000_000 } as const;
	const machine = plainMachine(1, change);
	const chip = chipOf(scenario({ machine, processes: [process], jobs, end }));
	advance(chip, ns);
	return chip;
}
const warm = (chip: Chip): number => chip.cores[0]?.warmKib[0] ?? 0;

describe("prefetching", () => {
	test("[M11] brings in as many lines as may be in flight, for as long as an access takes each", () => {
		expect(warm(runFor(DRAM_NS + 30_000, [prefetch(256)], slow))).toBeCloseTo(256, 0);
		// Half of the time, half of the lines: what is brought is booked at the ticks.
		expect(warm(runFor(25_000, [prefetch(256)], slow))).toBeCloseTo((256 * 25_000) / DRAM_NS, 0);
		const twice = { ...WIDE, prefetchLines: 20 };
		expect(warm(runFor(DRAM_NS / 2 + 1, [prefetch(256)], slow, twice))).toBeCloseTo(256, 0);
	});

	test("[M11] takes what the L3 has from there, without the bus", () => {
		const chip = runFor(400_000, [prefetch(256)], slow);
		const carried = chip.memory.carriedBytes;
		expect([chip.memory.l3Kib[0], carried / 1024].map((kib) => Math.round(kib ?? 0))).toEqual([256, 256]);
		const core = at(chip.cores, 0);
		// Its private cache is lost; what the L3 has is half of the working set.
		core.warmKib[0] = 0;
		core.prefetch.leftKib = 512;
		chip.memory.isStale = true;
		chip.tickNs = 400_000;
		advance(chip, 400_000 + L3_NS + DRAM_NS + 50_000);
		expect(warm(chip)).toBeCloseTo(512, 0);
		expect((chip.memory.carriedBytes - carried) / 1024).toBeCloseTo(256, -1);
	});

	test("[M11] goes on into the L3 when the private cache is full, up to the working set", () => {
		const big = { ...slow, workingSetKib: 4_096 };
		const chip = runFor(1_000_000, [prefetch(0)], big);
		expect([warm(chip), chip.memory.l3Kib[0]].map((kib) => Math.round(kib ?? 0))).toEqual([512, 4_096]);
		expect(at(chip.cores, 0).prefetch.leftKib).toBe(0);
	});

	test("[M12] takes its room on the bus: a neighbour that streams is slower for as long", () => {
		const machine = plainMachine(2);
		const jobs = [
			[thread(5_000_000), thread([compute(100_000), prefetch(512), compute(5_000_000)], { process: 1 })],
		];
		const end = { type: "horizon", ns: 1_000_000 } as const;
		const chip = chipOf(scenario({ machine, processes: [streamer, slow], jobs, end }));
		const speeds = [90_000, 140_000, 900_000].map((atNs) => {
			advance(chip, atNs);
			return 1 / at(chip.cores, 0).nsPerWork;
		});
		const [before = 0, during = 0, later = 0] = speeds;
		expect(during / before).toBeLessThan(0.9);
		expect(later / before).toBeCloseTo(1, 3);
	});

	test("[M12] stays within the cap of its process", () => {
		const capped = { ...slow, bandwidthCapBytesPerUs: 1_200, writeShare: 0.5 };
		const chip = runFor(50_000, [prefetch(512)], capped, {});
		expect(at(chip.cores, 0).carriedPerNs).toBeCloseTo(1.2, 9);
		expect(warm(chip)).toBeCloseTo((1.2 / 1.5) * (50_000 / 1_024), 0);
	});

	test("[M13] saves misses later: who prefetches is done sooner, for no more lines; a stream gains nothing", () => {
		const runWith = (process: ProcessSpec, program: readonly ProgramPhase[]) =>
			run(scenario({ processes: [process], jobs: [[thread([...program, compute(1_000_000)])]] }));
		const [cold, prefetched] = [runWith(eager, []), runWith(eager, [prefetch(0)])];
		const [coldNs = 0] = finishes(cold);
		expect(finishes(prefetched)[0]).toBeLessThan(coldNs * 0.9);
		const ratio = prefetched.memory.carriedBytes / cold.memory.carriedBytes;
		expect(Math.abs(ratio - 1)).toBeLessThan(0.05);
		const [stream, helped] = [runWith(streamer, []), runWith(streamer, [prefetch(512)])];
		expect(helped.nowNs).toBeGreaterThan(stream.nowNs);
	});

	test("[M13] whenever a thread gets a core, where its process says so; another process ends it", () => {
		const own = { ...slow, prefetchKib: 128 };
		const jobs = [[thread(100_000), thread(100_000, { process: 1 })]];
		const chip = run(scenario({ machine: plainMachine(1, WIDE), processes: [own, slow], jobs }));
		expect(chip.cores[0]?.warmKib.map(Math.round)).toEqual([128, 0]);
		const short = run(
			scenario({
				machine: plainMachine(1, WIDE),
				processes: [slow, slow],
				jobs: [[thread([prefetch(256), compute(10_000)]), thread(100_000, { process: 1 })]],
			}),
		);
		expect(short.cores[0]?.warmKib[0]).toBeCloseTo((256 * 10_000) / DRAM_NS, 0);
		expect(short.cores[0]?.warmKib[1]).toBeLessThan(1);
	});
});
