import { describe, expect, test } from "vitest";
import { BIG_CORE, ordinaryLock } from "#shared/lessons/machine.ts";
import { at, numberAt } from "#shared/lib/assert.ts";
import { priority } from "#shared/policies/textbook/priority.ts";
import { rr } from "#shared/policies/textbook/rr.ts";
import { advance } from "#shared/sim/advance.ts";
import { applyCommand } from "#shared/sim/apply-command.ts";
import { checksum } from "#shared/sim/chip/checksum.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import type { Command } from "#shared/sim/chip/command.ts";
import { energyOf } from "#shared/sim/chip/energy.ts";
import type { ProcessSpec, ProgramPhase } from "#shared/sim/scenario/scenario.ts";
import { parseScenario } from "#shared/sim/scenario/scenario-file.ts";
import { chipOf, compute, events, NO_MEMORY, plainMachine, refusal, scenario, thread } from "./builders.ts";

/** Applies a command that must be legal and must change the chip. */
function set(chip: Chip, seat: number, command: Command): void {
	const before = checksum(chip);
	expect(applyCommand(chip, seat, command).ok).toBe(true);
	expect(checksum(chip)).not.toBe(before);
}

const horizon = (ns: number) => ({ type: "horizon", ns }) as const;
const stream: ProcessSpec = {
	...NO_MEMORY,
	workingSetKib: 65_536,
	accessesPerUs: 40,
	missesInFlight: 8,
	missCurve: { type: "stream" },
};
const reader: ProcessSpec = {
	...stream,
	missesInFlight: 1,
	workingSetKib: 6_144,
	missCurve: { type: "linear", floor: 0 },
};

describe("modes of the system", () => {
	test("[Q13] a quantum holds from the next slice on", () => {
		const chip = chipOf(scenario({ jobs: [[thread(40), thread(40)]], quantumNs: 10 }), { policy: rr });
		expect(refusal(chip, 1, { type: "quantum", ns: 20 })).toBe("notYourSeat");
		advance(chip, 5);
		set(chip, 0, { type: "quantum", ns: 20 });
		expect(events(chip, 60, ["stopped"])).toEqual([
			"10 stopped 0 0 yielded",
			"30 stopped 1 0 yielded",
			"50 stopped 0 0 yielded",
		]);
		set(chip, 0, { type: "quantum", ns: 0 });
		expect(events(chip, 79, ["stopped"])).toEqual(["70 stopped 1 0 done"]);
	});

	test("[Q14] what is reserved of the L3 is its process's alone, the others share the rest", () => {
		const jobs = [
			[thread(12_000_000), thread(90_000_000, { process: 1 }), thread(90_000_000, { process: 1 })],
		];
		const made = scenario({ cores: 3, processes: [reader, stream], jobs, end: horizon(120_000_000) });
		const [open, kept] = [chipOf(made), chipOf(made)];
		for (const chip of [open, kept]) advance(chip, 3_000_000);
		set(kept, 0, { type: "reserve", process: 0, kib: 6_144 });
		expect(numberAt(kept.memory.l3Kib, 1)).toBeLessThanOrEqual(2_048);
		for (const chip of [open, kept]) advance(chip, 120_000_000);
		expect(numberAt(kept.memory.l3Kib, 0)).toBeGreaterThan(5_000);
		expect(numberAt(kept.memory.l3Kib, 1)).toBeCloseTo(2_048, 6);
		expect(at(kept.threads, 0).finishNs).toBeLessThan(0.9 * at(open.threads, 0).finishNs);
	});

	test("[Q14] no more can be reserved than there is, and it can be given back", () => {
		const machine = { ...plainMachine(1), l3PartitionsKib: [4_096, 1_024] };
		const processes = [reader, reader, { ...reader, l3Partition: 1 }];
		const chip = chipOf(scenario({ machine, processes, jobs: [[thread(9_000)]] }));
		expect(refusal(chip, 0, { type: "reserve", process: 2, kib: 1_025 })).toBe("tooMuch");
		set(chip, 0, { type: "reserve", process: 0, kib: 3_000 });
		expect(refusal(chip, 0, { type: "reserve", process: 1, kib: 1_097 })).toBe("tooMuch");
		set(chip, 0, { type: "reserve", process: 1, kib: 1_096 });
		set(chip, 0, { type: "reserve", process: 0, kib: 0 });
		expect(chip.memory.l3Parts).toEqual([
			{ sizeKib: 3_000, members: [0] },
			{ sizeKib: 1_024, members: [2] },
			{ sizeKib: 1_096, members: [1] },
		]);
		expect(refusal(chip, 0, { type: "reserve", process: 3, kib: 1 })).toBe("noSuchProcess");
		expect(refusal(chip, 1, { type: "reserve", process: 0, kib: 1 })).toBe("notYourSeat");
	});

	test("[Q15] a cap on the bus holds from now on", () => {
		const jobs = [[thread(50_000_000)]];
		const chip = chipOf(scenario({ processes: [stream], jobs, end: horizon(3_000_000) }));
		advance(chip, 1_000_000);
		// What is carried is counted up to now with every such change.
		set(chip, 0, { type: "cap", process: 0, bytesPerUs: 400 });
		const before = chip.memory.carriedBytes;
		expect(before).toBeGreaterThan(1_200 * 1_000);
		advance(chip, 2_000_000);
		set(chip, 0, { type: "cap", process: 0, bytesPerUs: 0 });
		expect(chip.memory.carriedBytes - before).toBeCloseTo(400 * 1_000, -3);
		advance(chip, 3_000_000);
		expect(chip.memory.carriedBytes).toBeCloseTo(2 * before + 400_000, -4);
		expect(chip.finished).toBe(true);
		const other = chipOf(scenario({ processes: [stream], jobs }));
		expect(refusal(other, 0, { type: "cap", process: 1, bytesPerUs: 1 })).toBe("noSuchProcess");
		expect(refusal(other, 1, { type: "cap", process: 0, bytesPerUs: 1 })).toBe("notYourSeat");
	});

	const critical = (ns: number): ProgramPhase[] => [
		{ type: "lock", lock: 0 },
		compute(ns),
		{ type: "unlock", lock: 0 },
	];

	test("[Q16] a lock's way of waiting holds for who waits from now on, in all its stripes", () => {
		const locks = [ordinaryLock("l", "spin"), { ...ordinaryLock("striped", "spin"), stripes: 2 }];
		const jobs = [
			[
				thread(critical(100)),
				thread(critical(100)),
				thread(critical(100)),
				thread([compute(20), ...critical(100)]),
			],
		];
		const chip = chipOf(scenario({ cores: 4, locks, jobs }));
		advance(chip, 10);
		const spinning = chip.cores.filter(({ activity }) => activity === "spinning").length;
		expect(spinning).toBeGreaterThan(0);
		set(chip, 0, { type: "lockMode", lock: 0, waiting: "block" });
		advance(chip, 50);
		expect(chip.cores.filter(({ activity }) => activity === "spinning")).toHaveLength(spinning);
		expect(at(chip.threads, 3).state).toBe("blocked");
		expect(chip.locks.map(({ spec }) => spec.waiting)).toEqual(["block", "spin", "spin"]);
		set(chip, 0, { type: "lockMode", lock: 1, waiting: "adaptive" });
		expect(chip.locks.map(({ spec }) => spec.waiting)).toEqual(["block", "adaptive", "adaptive"]);
		expect(refusal(chip, 0, { type: "lockMode", lock: 2, waiting: "spin" })).toBe("noSuchLock");
		expect(refusal(chip, 1, { type: "lockMode", lock: 0, waiting: "spin" })).toBe("notYourSeat");
	});

	test("[Q16] inheritance helps the owner at once", () => {
		const jobs = [
			[thread(critical(100), { priority: 1 })],
			[thread(critical(10), { priority: 9 })],
			[thread(500, { priority: 5 })],
		];
		const arrivals = [0, 20, 30].map((atNs, job) => ({ type: "at", atNs, job }) as const);
		const made = scenario({ locks: [ordinaryLock("l", "block")], jobs, arrivals });
		const [without, helped] = [chipOf(made, { policy: priority }), chipOf(made, { policy: priority })];
		for (const chip of [without, helped]) advance(chip, 40);
		expect(refusal(helped, 0, { type: "inherit", lock: 1, on: true })).toBe("noSuchLock");
		expect(refusal(helped, 1, { type: "inherit", lock: 0, on: true })).toBe("notYourSeat");
		set(helped, 0, { type: "inherit", lock: 0, on: true });
		for (const chip of [without, helped]) advance(chip, 1_000);
		expect([at(without.threads, 1).finishNs, at(helped.threads, 1).finishNs]).toEqual([610, 120]);
	});
});

describe("modes of a core", () => {
	const waits = (waiting: "spin" | "block", spinForNs: number): string[] => {
		const critical: ProgramPhase[] = [{ type: "lock", lock: 0 }, compute(100), { type: "unlock", lock: 0 }];
		const jobs = [[thread(critical), thread(critical)]];
		const chip = chipOf(scenario({ cores: 2, locks: [ordinaryLock("l", waiting)], jobs }));
		expect(refusal(chip, 0, { type: "spinFor", ns: 30 })).toBe("notYourSeat");
		if (spinForNs >= 0) set(chip, 2, { type: "spinFor", ns: spinForNs });
		advance(chip, 0);
		return events(chip, 99, ["stopped"]);
	};

	test("[Q17] a core's threads spin as long as it says, then block, whatever the lock says", () => {
		expect(waits("spin", -1)).toEqual([]);
		expect(waits("spin", 30)).toEqual(["30 stopped 1 1 blocked"]);
		expect(waits("block", 30)).toEqual(["30 stopped 1 1 blocked"]);
		expect(waits("block", 120)).toEqual([]);
		// Blocked in the very first instant, before we look.
		expect(waits("spin", 0)).toEqual([]);
		expect(waits("block", -1)).toEqual([]);
	});

	test("[Q18] a core falls asleep after the time that was set, at once if it has been idle for longer", () => {
		const chip = chipOf(scenario({ cores: 2, jobs: [[thread(9_000)]] }));
		advance(chip, 100);
		expect(refusal(chip, 1, { type: "sleepAfter", core: 1, ns: 50 })).toBe("notYourSeat");
		expect(refusal(chip, 0, { type: "sleepAfter", core: 2, ns: 50 })).toBe("noSuchCore");
		set(chip, 2, { type: "sleepAfter", core: 1, ns: 500 });
		advance(chip, 499);
		expect(at(chip.cores, 1).isAsleep).toBe(false);
		set(chip, 0, { type: "sleepAfter", core: 1, ns: 0 });
		advance(chip, 600);
		expect(at(chip.cores, 1).isAsleep).toBe(false);
		set(chip, 0, { type: "sleepAfter", core: 1, ns: 50 });
		advance(chip, 601);
		expect(at(chip.cores, 1).isAsleep).toBe(true);
	});

	const points = [
		{ speed: 1, activeMw: 1_000 },
		{ speed: 0.5, activeMw: 200 },
	];
	const clocked = [0, 1].map(() => ({ ...BIG_CORE, activeMw: 1_000, idleMw: 0, points }));

	test("[Q19] an operating point takes effect at once, and its energy is booked at its power", () => {
		for (const processes of [[NO_MEMORY], [{ ...stream, accessesPerUs: 1 }]]) {
			const machine = { ...plainMachine(2), cores: clocked };
			const chip = chipOf(scenario({ machine, processes, jobs: [[thread(100_000)]], end: horizon(500_000) }));
			advance(chip, 40_000);
			const doneNs = at(chip.cores, 0).bookedNs;
			set(chip, 1, { type: "clock", core: 0, point: 1 });
			expect(energyOf(chip, 40_000)).toBeCloseTo(40_000 * 1_000, 3);
			expect(doneNs).toBeLessThanOrEqual(40_000);
			advance(chip, 60_000);
			expect(energyOf(chip, 60_000)).toBeCloseTo(40_000 * 1_000 + 20_000 * 200, 3);
			set(chip, 0, { type: "clock", core: 0, point: 0 });
			advance(chip, 70_000);
			expect(energyOf(chip, 70_000)).toBeCloseTo(50_000 * 1_000 + 20_000 * 200, 3);
			advance(chip, 500_000);
			if (processes[0] === NO_MEMORY) expect(at(chip.threads, 0).finishNs).toBe(110_000);
		}
	});

	test("[Q19] a core clocks itself, the scheduler any, and only to points that it has", () => {
		const machine = { ...plainMachine(2), cores: [...clocked, BIG_CORE] };
		const chip = chipOf(scenario({ machine, jobs: [[thread(100)]] }));
		expect(refusal(chip, 1, { type: "clock", core: 1, point: 1 })).toBe("notYourSeat");
		expect(refusal(chip, 0, { type: "clock", core: 0, point: 2 })).toBe("noSuchPoint");
		expect(refusal(chip, 0, { type: "clock", core: 2, point: 0 })).toBe("noSuchPoint");
		expect(refusal(chip, 0, { type: "clock", core: 3, point: 0 })).toBe("noSuchCore");
	});

	test("a file's core begins at one of its points", () => {
		const cores = [{ speed: 0.8, points: [{ speed: 1, activeMw: 1_572 }] }];
		const jobs = [{ name: "j", threads: [{ name: "t", program: [{ type: "compute", workNs: 1 }] }] }];
		const arrivals = [{ type: "at", atNs: 0, job: 0 }];
		expect(parseScenario({ title: "p", machine: { cores }, jobs, arrivals, end: { type: "done" } })).toEqual({
			ok: false,
			reason: [expect.stringMatching(/^machine\.cores\[0\]\.points: expected one with the core's own speed/)],
		});
	});
});
