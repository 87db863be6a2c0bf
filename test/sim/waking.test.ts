import { describe, expect, test } from "vitest";
import { ordinaryLock } from "#shared/lessons/machine.ts";
import { at } from "#shared/lib/assert.ts";
import { home } from "#shared/policies/textbook/home.ts";
import { priority } from "#shared/policies/textbook/priority.ts";
import { rr } from "#shared/policies/textbook/rr.ts";
import { stcf } from "#shared/policies/textbook/stcf.ts";
import { steal } from "#shared/policies/textbook/steal.ts";
import { advance } from "#shared/sim/advance.ts";
import { applyCommand } from "#shared/sim/apply-command.ts";
import type { ProgramPhase, ThreadSpec } from "#shared/sim/scenario/scenario.ts";
import { chipOf, compute, events, finishes, plainMachine, run, scenario, thread } from "./builders.ts";

const sleep = (ns: number): ProgramPhase => ({ type: "sleep", ns, spread: "fixed" });
const lock: ProgramPhase = { type: "lock", lock: 0 };
const unlock: ProgramPhase = { type: "unlock", lock: 0 };
const at0 = (program: number | ProgramPhase[], change: Partial<ThreadSpec> = {}) =>
	thread(program, { home: 0, ...change });
/** Runs 10, sleeps up to 60, runs 10 more. */
const sleeper = at0([compute(10), sleep(50), compute(10)]);

describe("waking", () => {
	test("[F17] a thread that wakes takes its core back, and who had it goes on right after", () => {
		expect(finishes(run(scenario({ jobs: [[sleeper, at0(100), at0(100)]] })))).toEqual([70, 120, 220]);
		const human = chipOf(scenario({ jobs: [[sleeper, at0(100), at0(100)]] }), { pace: "human" });
		advance(human, 1_000);
		expect(finishes(human)).toEqual([70, 120, 220]);
	});

	test("[F17] whatever it waited for: a device, a message, a barrier", () => {
		const io = at0([compute(10), { type: "io", device: 0, ns: 50, spread: "fixed" }, compute(10)]);
		const devices = [{ name: "disk" }];
		expect(finishes(run(scenario({ jobs: [[io, at0(100)]], devices })))).toEqual([70, 120]);
		const channels = [{ name: "c", waiting: "block" as const, capacity: 0, fixedNs: 0, nsPerByte: 0 }];
		const receiver = at0([compute(10), { type: "receive", channel: 0 }, compute(10)]);
		const sender = thread([compute(60), { type: "send", channel: 0, bytes: 0 }], { home: 1 });
		expect(finishes(run(scenario({ cores: 2, jobs: [[receiver, at0(100), sender]], channels })))).toEqual([
			70, 120, 60,
		]);
		const meet: ProgramPhase = { type: "barrier", barrier: 0 };
		const barriers = [{ name: "b", parties: 2, waiting: "block" as const }];
		const met = [at0([compute(10), meet, compute(10)]), at0(100), thread([compute(60), meet], { home: 1 })];
		expect(finishes(run(scenario({ cores: 2, jobs: [met], barriers })))).toEqual([70, 120, 60]);
	});

	test("[F17] nobody is pushed off inside a lock, but right after it", () => {
		const owner = at0([compute(20), lock, compute(60), unlock, compute(20)]);
		const chip = run(scenario({ jobs: [[sleeper, owner]], locks: [ordinaryLock("l", "block")] }));
		expect(finishes(chip)).toEqual([100, 120]);
	});

	test("[F17] a less urgent thread takes nothing back from a more urgent one", () => {
		const jobs = [[sleeper, at0(100, { priority: 1 })]];
		expect(finishes(run(scenario({ jobs })))).toEqual([120, 110]);
		expect(finishes(run(scenario({ jobs }), priority))).toEqual([120, 110]);
		const urgent = [[at0(sleeper.program as ProgramPhase[], { priority: 2 }), at0(100, { priority: 1 })]];
		expect(finishes(run(scenario({ jobs: urgent }), priority))).toEqual([70, 120]);
	});

	test("[F17] nor does a spinner count as inside, even with a lock of its own", () => {
		const holder = thread([lock, compute(200), unlock], { home: 1 });
		const spinner = at0([{ type: "lock", lock: 1 }, lock, unlock, { type: "unlock", lock: 1 }]);
		const locks = [ordinaryLock("l", "spin"), ordinaryLock("m", "spin")];
		expect(finishes(run(scenario({ cores: 2, jobs: [[sleeper, spinner, holder]], locks })))[0]).toBe(70);
	});

	test("[F17] of two that wake at once the more urgent has the core first", () => {
		const naps = (ns: number, priority: number) => at0([compute(10), sleep(ns), compute(10)], { priority });
		expect(finishes(run(scenario({ jobs: [[naps(70, 0), naps(60, 1), at0(100)]] })))).toEqual([100, 90, 140]);
	});

	test("[F17] one that ran elsewhere last has nothing to take back from the core where it waits", () => {
		const stolen = thread([compute(10), sleep(20), compute(10)]);
		const jobs = [[thread(200), thread(5), stolen], [thread(100, { cores: [1] })]];
		const arrivals = [0, 10].map((atNs, job) => ({ type: "at" as const, atNs, job }));
		// 2 waits on core 0 and is stolen by core 1 at 5 and at 115. At 35, awake, it waits for core 0.
		expect(finishes(run(scenario({ cores: 2, jobs, arrivals }), steal))).toEqual([200, 5, 125, 115]);
	});

	test("[F17] under a policy that preempts its own measure decides, and equals do not make way", () => {
		const jobs = [[sleeper, at0(100)]];
		expect(finishes(run(scenario({ jobs }), priority))).toEqual([120, 110]);
		// At 60 the sleeper has 10 left and the other 50; then 10 against 5.
		expect(finishes(run(scenario({ jobs }), stcf))).toEqual([70, 120]);
		expect(finishes(run(scenario({ jobs: [[sleeper, at0(55)]] }), stcf))).toEqual([75, 65]);
	});

	test("[F17] a thread that came from the shared queue takes back the core it ran on, unless another is idle", () => {
		const napper = thread([compute(10), sleep(50), compute(10)]);
		expect(finishes(run(scenario({ jobs: [[napper, thread(100)]] })))).toEqual([70, 120]);
		// From 10 on it is the first core that runs the third, and the second one that is idle from 40 on.
		const jobs = [[napper, thread(40), thread(100)]];
		expect(finishes(run(scenario({ cores: 2, jobs })))).toEqual([70, 40, 110]);
		// Neither core is idle, and only the first is its own.
		const busy = [[napper, thread(200), thread(100)]];
		expect(finishes(run(scenario({ cores: 2, jobs: busy })))).toEqual([70, 200, 120]);
	});

	test("[F17] nor does it push off who is inside a lock, and then waits where any core finds it", () => {
		const napper = thread([compute(10), sleep(50), compute(10)]);
		const owner = thread([lock, compute(100), unlock, compute(50)]);
		const jobs = [[napper, thread(80), owner]];
		const made = scenario({ cores: 2, jobs, locks: [ordinaryLock("l", "block")] });
		expect(finishes(run(made))).toEqual([90, 80, 160]);
		const alone = scenario({ jobs: [[napper, owner]], locks: [ordinaryLock("l", "block")] });
		expect(finishes(run(alone))).toEqual([120, 170]);
	});

	test("[F17] a thread that is dealt to another core has none to take back", () => {
		const elsewhere = { ...home, place: (chip: { nowNs: number }) => (chip.nowNs === 0 ? 0 : 1) };
		const moved = scenario({ cores: 2, jobs: [[sleeper, at0(100)]] });
		expect(finishes(run(moved, elsewhere))).toEqual([70, 110]);
		// A policy that deals it to its own core leaves it there.
		expect(finishes(run(scenario({ jobs: [[sleeper, at0(100)]] }), home))).toEqual([70, 120]);
	});

	test("[F17] [F18] who makes way keeps its place: in front of its queue, behind all that woke, and they take turns", () => {
		const naps = (ns: number) => at0([compute(10), sleep(ns), compute(10)]);
		const chip = chipOf(scenario({ jobs: [[naps(70), naps(60), at0(100), at0(10)]] }));
		expect(events(chip, 1_000, ["started"])).toEqual([
			"0 started 0 0",
			"10 started 1 0",
			"20 started 2 0",
			"80 started 0 0",
			"90 started 1 0",
			"100 started 2 0",
			"140 started 3 0",
		]);
	});

	test("[F18] who came from the shared queue goes back to where it was there", () => {
		const jobs = [[sleeper], [thread(100), thread(30)]];
		// From 10 the second runs, first of the shared queue; at 60 it goes back there, in front of the third.
		const chip = run(scenario({ jobs }));
		expect(finishes(chip)).toEqual([70, 120, 150]);
	});

	test("[F19] a switch in progress is finished first", () => {
		const machine = plainMachine(1, { threadSwitchNs: 7 });
		const early = at0([compute(10), sleep(3), compute(10)]);
		// 1 is switched to from 10 to 17, though 0 wakes at 13; then 0 is switched to, and 1 again.
		expect(finishes(run(scenario({ machine, jobs: [[early, at0(100)]] })))).toEqual([34, 141]);
	});

	test("[F19] who has been planned or moved since it woke waits like any other", () => {
		const owner = at0([compute(20), lock, compute(60), unlock, compute(20)]);
		const locks = [ordinaryLock("l", "block")];
		const chip = chipOf(scenario({ jobs: [[sleeper, owner]], locks }), { pace: "human", people: [0, 1] });
		advance(chip, 65);
		expect(at(chip.threads, 0).isWoken).toBe(true);
		applyCommand(chip, 0, { type: "plan", thread: 0, core: 0, position: 0 });
		advance(chip, 1_000);
		expect(finishes(chip)).toEqual([120, 110]);
	});

	test("[F18] with slices too: who makes way has the rest of its slice when it is back", () => {
		const chip = chipOf(scenario({ jobs: [[sleeper, at0(100), at0(100)]], quantumNs: 40 }), { policy: rr });
		expect(events(chip, 200, ["started"])).toEqual([
			"0 started 0 0",
			"10 started 1 0",
			"50 started 2 0",
			"60 started 0 0",
			"70 started 2 0",
			"100 started 1 0",
			"140 started 2 0",
			"180 started 1 0",
			"200 started 2 0",
		]);
	});

	test("[F17] two that wake each other without end take turns, each when it has something to do", () => {
		const channels = ["there", "back"].map((name) => ({
			name,
			waiting: "block" as const,
			capacity: 0,
			fixedNs: 0,
			nsPerByte: 0,
		}));
		const one = at0([
			{ type: "send", channel: 0, bytes: 0 },
			compute(5),
			{ type: "receive", channel: 1 },
			{ type: "repeat", from: 0, times: 10 },
		]);
		const other = at0([
			{ type: "receive", channel: 0 },
			{ type: "send", channel: 1, bytes: 0 },
			compute(5),
			{ type: "repeat", from: 0, times: 10 },
		]);
		expect(Math.max(...finishes(run(scenario({ jobs: [[one, other]], channels }))))).toBe(100);
	});
});
