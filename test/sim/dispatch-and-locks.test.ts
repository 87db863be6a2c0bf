import { describe, expect, test } from "vitest";
import { ordinaryLock } from "#shared/lessons/machine.ts";
import { at } from "#shared/lib/assert.ts";
import { advance } from "#shared/sim/advance.ts";
import { applyCommand } from "#shared/sim/apply-command.ts";
import { causesAt } from "#shared/sim/chip/accounting.ts";
import {
	chipOf,
	compute,
	events,
	finishes,
	NO_MEMORY,
	plainMachine,
	run,
	scenario,
	thread,
} from "./builders.ts";

const lock = { type: "lock", lock: 0 } as const;
const unlock = { type: "unlock", lock: 0 } as const;

describe("dispatch", () => {
	test("[D1] another process costs more than another thread, the same thread nothing", () => {
		const machine = plainMachine(1, { processSwitchNs: 20, threadSwitchNs: 7 });
		const jobs = [[thread(100), thread(100), thread(100, { process: 1 })]];
		const chip = run(scenario({ jobs, machine, processes: [NO_MEMORY, NO_MEMORY] }));
		expect(finishes(chip)).toEqual([120, 227, 347]);
		expect(causesAt(at(chip.cores, 0), chip.nowNs).switch).toBe(47);
	});

	test("[D2] a free core passes over what only waits and starts the first ready thread of its run queue", () => {
		const jobs = [[thread(100), thread(10, { after: [0] }), thread(30)]];
		const chip = chipOf(scenario({ cores: 2, jobs }), { pace: "human", people: [0, 1, 2] });
		advance(chip, 0);
		applyCommand(chip, 0, { type: "plan", thread: 0, core: 0, position: 0 });
		applyCommand(chip, 0, { type: "plan", thread: 1, core: 1, position: 0 });
		applyCommand(chip, 0, { type: "plan", thread: 2, core: 1, position: 1 });
		expect(events(chip, 200, ["started"])).toEqual(["100 started 1 1"]);
		expect(finishes(chip)).toEqual([100, 110, 30]);
	});

	test("[D3] a thread that yields goes to the end of its core's queue and keeps what it has done", () => {
		const chip = chipOf(scenario({ jobs: [[thread(100), thread(50)]] }), { pace: "human", people: [0, 1] });
		advance(chip, 0);
		applyCommand(chip, 1, { type: "plan", thread: 0, core: 0, position: 0 });
		applyCommand(chip, 1, { type: "plan", thread: 1, core: 0, position: 1 });
		advance(chip, 60);
		applyCommand(chip, 1, { type: "yield" });
		advance(chip, 500);
		expect(finishes(chip)).toEqual([150, 110]);
	});
});

describe("locks", () => {
	const worker = (before: number, hold: number) =>
		thread([compute(before), lock, compute(hold), unlock, compute(10)]);

	test("[L1] a lock is given in the order in which it was asked for", () => {
		const locks = [ordinaryLock("l", "spin")];
		const chip = chipOf(
			scenario({ cores: 3, jobs: [[worker(10, 100), worker(30, 100), worker(20, 100)]], locks }),
		);
		expect(events(chip, 1_000, ["lockTaken"])).toEqual([
			"10 lockTaken 0 0",
			"110 lockTaken 0 2",
			"210 lockTaken 0 1",
		]);
	});

	test("[L2] a spinner keeps its core, a blocked thread frees it and pays for being woken", () => {
		const machine = plainMachine(2, { wakeNs: 5 });
		const jobs = [[worker(0, 100), worker(0, 100), thread(20)]];
		const spin = run(scenario({ machine, jobs, locks: [ordinaryLock("l", "spin")] }));
		expect(finishes(spin)).toEqual([110, 210, 130]);
		expect(spin.cores.map((core) => causesAt(core, spin.nowNs).spin)).toEqual([0, 100]);
		const block = run(scenario({ machine, jobs, locks: [ordinaryLock("l", "block")] }));
		expect(finishes(block)).toEqual([110, 215, 20]);
		expect(block.cores.map((core) => causesAt(core, block.nowNs).waking)).toEqual([0, 5]);
	});

	test("[L3] a spinner that is taken off its core and handed the lock is queued once", () => {
		const locks = [{ ...ordinaryLock("l", "spin"), handOff: "fifo" as const }];
		const jobs = [[worker(0, 100), worker(0, 100), thread(200)]];
		const chip = chipOf(scenario({ cores: 2, jobs, locks }), { pace: "human", people: [0, 1, 2] });
		advance(chip, 0);
		applyCommand(chip, 0, { type: "plan", thread: 0, core: 0, position: 0 });
		applyCommand(chip, 0, { type: "plan", thread: 1, core: 1, position: 0 });
		applyCommand(chip, 0, { type: "plan", thread: 2, core: 1, position: 1 });
		advance(chip, 40);
		applyCommand(chip, 2, { type: "yield" });
		advance(chip, 150);
		expect([at(chip.locks, 0).owner, at(chip.locks, 0).waiters, at(chip.cores, 1).queue]).toEqual([
			1,
			[],
			[1],
		]);
		advance(chip, 1_000);
		expect([finishes(chip), at(chip.locks, 0).owner]).toEqual([[110, 350, 240], -1]);
	});

	test("[L4] handing a lock to a spinner costs the hand-off", () => {
		const machine = plainMachine(2, { handOffNs: 4 });
		const chip = run(
			scenario({
				machine,
				jobs: [[worker(0, 100), worker(0, 100)]],
				locks: [ordinaryLock("l", "spin")],
			}),
		);
		expect(finishes(chip)).toEqual([110, 214]);
	});

	test("[L9] a program may say how it waits; else the lock says, and what a core has set is above both", () => {
		const sleeper = thread([{ ...lock, waiting: "block" }, compute(100), unlock]);
		const made = scenario({
			machine: plainMachine(2, { wakeNs: 5 }),
			jobs: [[worker(0, 100), sleeper, thread(20)]],
			locks: [ordinaryLock("l", "spin")],
		});
		expect(finishes(run(made))).toEqual([110, 205, 20]);
		const spinning = chipOf(made);
		applyCommand(spinning, 2, { type: "spinFor", ns: 1_000 });
		advance(spinning, 1_000);
		expect(finishes(spinning)).toEqual([110, 200, 130]);
	});

	test("[L10] who is handed a lock takes over its core at once; who made way comes right behind it", () => {
		const sleeper = thread([{ ...lock, waiting: "block" }, compute(50), unlock]);
		const jobs = [[worker(0, 100), sleeper, thread(200), thread(10)]];
		const made = scenario({ cores: 2, jobs, locks: [ordinaryLock("l", "spin")] });
		const chip = chipOf(made, { pace: "human", people: [0, 1, 2] });
		advance(chip, 0);
		applyCommand(chip, 0, { type: "plan", thread: 0, core: 0, position: 0 });
		for (const [position, id] of [1, 2, 3].entries())
			applyCommand(chip, 0, { type: "plan", thread: id, core: 1, position });
		advance(chip, 1_000);
		// Thread 2 runs while 1 sleeps, up to 100; 1 is inside up to 150; 2 has 100 left, then 3.
		expect(finishes(chip)).toEqual([110, 150, 250, 260]);
	});

	test("[L11] a spinner makes way for an owner that waits on the same core", () => {
		const jobs = [[worker(0, 100), worker(0, 50)]];
		const made = scenario({ cores: 1, jobs, locks: [ordinaryLock("l", "spin")] });
		const chip = chipOf(made, { pace: "human", people: [0, 1] });
		advance(chip, 0);
		for (const id of [0, 1]) applyCommand(chip, 0, { type: "plan", thread: id, core: 0, position: id });
		advance(chip, 40);
		applyCommand(chip, 1, { type: "yield" });
		advance(chip, 1_000);
		// 1 spins from 40; 0 is back until it frees the lock at 100, and then lets the new owner pass.
		expect(finishes(chip)).toEqual([170, 160]);
	});
});
