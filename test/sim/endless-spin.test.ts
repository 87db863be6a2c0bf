import { describe, expect, test } from "vitest";
import { computeProcess, ordinaryLock } from "#shared/lessons/machine.ts";
import { fifo } from "#shared/policies/textbook/fifo.ts";
import { home } from "#shared/policies/textbook/home.ts";
import { priority } from "#shared/policies/textbook/priority.ts";
import { rr } from "#shared/policies/textbook/rr.ts";
import { advance } from "#shared/sim/advance.ts";
import type { ProgramPhase } from "#shared/sim/scenario/scenario.ts";
import { chipOf, compute, finishes, plainMachine, run, scenario, thread } from "./builders.ts";

const lock: ProgramPhase = { type: "lock", lock: 0 };
const unlock: ProgramPhase = { type: "unlock", lock: 0 };
const other: ProgramPhase = { type: "lock", lock: 1 };
const unlockOther: ProgramPhase = { type: "unlock", lock: 1 };
const meet: ProgramPhase = { type: "barrier", barrier: 0 };
const sleep = (ns: number): ProgramPhase => ({ type: "sleep", ns, spread: "fixed" });
const locks = [ordinaryLock("l", "spin")];
const end = { type: "horizon", ns: 2_000 } as const;
const later = (atNs: number) => [
	{ type: "at" as const, atNs: 0, job: 0 },
	{ type: "at" as const, atNs, job: 1 },
];

describe("spinning for ever", () => {
	const owner = thread([lock, compute(100), unlock, compute(10)], { priority: 1 });
	const urgent = thread([lock, compute(20), unlock], { priority: 2 });

	test("[L17] a spinner that has taken the core of the owner sleeps until the lock is free", () => {
		const made = scenario({ jobs: [[owner], [urgent]], arrivals: later(10), locks, end });
		expect(finishes(run(made, priority))).toEqual([130, 120]);
	});

	test("[L17] of cores that all spin while the owner waits in the shared queue one comes free", () => {
		const made = scenario({ cores: 2, jobs: [[owner], [urgent, urgent]], arrivals: later(10), locks, end });
		expect(finishes(run(made, priority))).toEqual([110, 120, 140]);
	});

	test("[L17] a core that spins at something else makes room for an owner that waits there", () => {
		const spinner = thread([compute(5), lock, compute(10), unlock, meet], { home: 0 });
		const sleeper = thread([lock, compute(10), sleep(20), compute(10), unlock], { home: 1 });
		const jobs = [[spinner, sleeper, thread([meet], { home: 1 })]];
		const barriers = [{ name: "b", parties: 2, waiting: "spin" as const }];
		const machine = plainMachine(2, { wakePreempts: false, wakeNs: 7 });
		// The sleeper is awake at 37, and its core with it; the spinner goes on at 47 without a wake-up.
		expect(finishes(run(scenario({ machine, jobs, locks, barriers, end })))).toEqual([57, 47, 64]);
	});

	test("[L17] also where the owner waits for another owner, and other cores have work without end", () => {
		const on0 = (program: ProgramPhase[], priority: number) => thread(program, { priority, cores: [0] });
		const last = on0([other, compute(100), unlockOther], 1);
		const middle = on0([lock, other, compute(5), unlockOther, unlock], 2);
		const first = on0([lock, compute(5), unlock], 3);
		const busy = thread(5_000, { priority: 9, cores: [1] });
		const jobs = [[busy, last], [middle], [first]];
		const arrivals = [0, 10, 20].map((atNs, job) => ({ type: "at" as const, atNs, job }));
		const two = [...locks, ordinaryLock("m", "spin")];
		const made = scenario({ cores: 2, jobs, arrivals, locks: two, end });
		expect(finishes(run(made, priority)).slice(1)).toEqual([100, 105, 110]);
	});

	test("[L17] a spinner spins on if another core will come free for the owner", () => {
		const busy = thread(60, { priority: 5, cores: [1] });
		const made = scenario({ cores: 2, jobs: [[owner, busy], [urgent]], arrivals: later(10), locks, end });
		// The owner is pushed off at 10, and core 1 has it from 60 to 160.
		expect(finishes(run(made, priority))).toEqual([160, 60, 170]);
	});

	test("[L17] slices do not go round and round among spinners while the owner waits for its turn", () => {
		const spinners = [1, 2].map(() => thread([lock, compute(20), unlock], { home: 0 }));
		const made = scenario({ jobs: [[owner], spinners], arrivals: later(5), locks, quantumNs: 10, end });
		expect(run(made, rr).threadsDone).toBe(3);
	});

	test("[L18] threads meet at a spinning barrier, and pass messages spinning, on one core too", () => {
		const jobs = [[10, 50, 30].map((before) => thread([compute(before), meet, compute(1)]))].flat();
		const barriers = [{ name: "b", parties: 3, waiting: "spin" as const }];
		expect(finishes(run(scenario({ jobs: [jobs], barriers, end }), home))).toEqual([91, 92, 93]);
		const channels = [{ name: "c", waiting: "spin" as const, capacity: 1, fixedNs: 0, nsPerByte: 0 }];
		const receiver = thread([
			{ type: "receive", channel: 0 },
			compute(10),
			{ type: "repeat", from: 0, times: 3 },
		]);
		const sender = thread([
			compute(5),
			{ type: "send", channel: 0, bytes: 0 },
			{ type: "repeat", from: 0, times: 3 },
		]);
		expect(run(scenario({ jobs: [[receiver, sender]], channels, end }), home).threadsDone).toBe(2);
	});

	test("[L18] a lock that nobody will free keeps no others from their work", () => {
		const processes = [computeProcess("a"), computeProcess("b")];
		const dying = thread([lock, compute(50), { type: "crash", chance: 1 }], { process: 1 });
		const made = scenario({
			processes,
			jobs: [[dying, thread([lock]), thread(100)]],
			locks: [{ ...ordinaryLock("l", "spin"), robust: false }],
			end,
		});
		expect(finishes(run(made))[2]).toBe(150);
	});

	test("[L18] one that would only spin, too, is no reason to make way for ever", () => {
		const jobs = [[thread([compute(5), sleep(20), meet], { home: 0 }), thread([meet], { home: 0 })]];
		const barriers = [{ name: "b", parties: 3, waiting: "spin" as const }];
		const chip = run(scenario({ jobs, barriers, end }));
		expect(chip.threads.map(({ state }) => state)).toEqual(["spinning", "ready"]);
	});

	test("[L18] [F13] while another will come back by itself a spinner keeps its core", () => {
		const jobs = [[thread([meet, compute(1)]), thread([sleep(100), meet]), thread(30)]];
		const barriers = [{ name: "b", parties: 2, waiting: "spin" as const }];
		const homes = jobs.map((threads) =>
			threads.map((each, index) => ({ ...each, home: index === 1 ? 1 : 0 })),
		);
		const late = thread([compute(20), sleep(100), meet], { home: 0 });
		expect(finishes(run(scenario({ cores: 2, jobs: homes, barriers, end })))).toEqual([101, 100, 131]);
		const one = [[late, ...(homes[0] ?? []).filter((_, index) => index !== 1)]];
		// The sleeper takes its core back at 120.
		expect(finishes(run(scenario({ jobs: one, barriers, end })))).toEqual([120, 121, 151]);
	});

	test("[L17] nor where the owner sleeps at a lock that is free for a ready thread", () => {
		const first = thread([lock, sleep(10), unlock, other, compute(10), unlockOther]);
		const woken = thread([lock, compute(10), unlock]);
		const owner = thread([other, lock, compute(10), unlock, unlockOther]);
		const two = [ordinaryLock("l", "block"), ordinaryLock("m", "spin")];
		for (const policy of [fifo, priority, home])
			expect(run(scenario({ jobs: [[first, woken, owner]], locks: two, end }), policy).threadsDone).toBe(3);
	});

	test("[L19] who waits for an owner does not push it off, however urgent: not what it inherits from either", () => {
		const inner = thread([other, sleep(30), compute(50), unlockOther], { home: 0 });
		const outer = thread([lock, other, compute(10), unlockOther, unlock], { home: 0, priority: 3 });
		const two = [{ ...ordinaryLock("l", "block"), inherits: true }, ordinaryLock("m", "spin")];
		const made = scenario({ jobs: [[inner, outer]], locks: two, end });
		const human = chipOf(made, { pace: "human" });
		advance(human, 2_000);
		expect(finishes(human)).toEqual([80, 90]);
		expect(finishes(run(made, priority))).toEqual([80, 90]);
	});

	test("[L19] nor anybody else: the most urgent thread that can go on does", () => {
		const asleep = thread([other, sleep(200), unlockOther], { home: 0 });
		const inside = thread([lock, compute(50), unlock, compute(10)], { home: 0 });
		const urgent = thread([other, compute(10), unlockOther], { priority: 3 });
		const middle = thread(20, { priority: 1 });
		const two = [ordinaryLock("l", "block"), ordinaryLock("m", "spin")];
		const arrivals = [0, 10, 20].map((atNs, job) => ({ type: "at" as const, atNs, job }));
		const jobs = [[asleep, inside], [urgent], [middle]];
		expect(finishes(run(scenario({ jobs, arrivals, locks: two, end }), priority))).toEqual([
			200, 80, 210, 40,
		]);
	});

	test("[L19] who waits at a barrier pushes off nobody at each of its slices", () => {
		const first = thread([meet, compute(10)], { priority: 1 });
		const mate = thread([compute(10), meet, compute(10)], { home: 0 });
		const barriers = [{ name: "b", parties: 2, waiting: "spin" as const }];
		for (const threadSwitchNs of [0, 3]) {
			const machine = plainMachine(1, { threadSwitchNs });
			const made = scenario({ machine, jobs: [[first, mate]], barriers, quantumNs: 5, end });
			expect(run(made, priority).threadsDone).toBe(2);
		}
	});

	test("[L5] an adaptive spinner blocks also where its slices are shorter than its spell", () => {
		const owner = thread([lock, compute(60), unlock]);
		const waiter = thread([lock, unlock, compute(10)], { home: 0 });
		const adaptive = [ordinaryLock("l", "adaptive")];
		const machine = plainMachine(1, { wakeNs: 60 });
		const jobs = [[owner], [waiter]];
		const made = scenario({ machine, jobs, arrivals: later(10), locks: adaptive, quantumNs: 50, end });
		// From 50 on the waiter spins for 60 in two slices; the owner then does its last 10.
		expect(finishes(run(made, rr))).toEqual([120, 190]);
	});
});
