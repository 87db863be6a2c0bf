import { describe, expect, test } from "vitest";
import { BIG_CORE, ordinaryLock } from "#shared/lessons/machine.ts";
import { at, numberAt } from "#shared/lib/assert.ts";
import { findPolicy } from "#shared/policies/table.ts";
import { eas } from "#shared/policies/textbook/eas.ts";
import { edf } from "#shared/policies/textbook/edf.ts";
import { fifo } from "#shared/policies/textbook/fifo.ts";
import { lottery } from "#shared/policies/textbook/lottery.ts";
import { mlfq } from "#shared/policies/textbook/mlfq.ts";
import { priority } from "#shared/policies/textbook/priority.ts";
import { rr } from "#shared/policies/textbook/rr.ts";
import { stcf } from "#shared/policies/textbook/stcf.ts";
import { advance } from "#shared/sim/advance.ts";
import { applyCommand } from "#shared/sim/apply-command.ts";
import { causesAt } from "#shared/sim/chip/accounting.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import { energyOf } from "#shared/sim/chip/energy.ts";
import type { ProgramPhase } from "#shared/sim/scenario/scenario.ts";
import { chipOf, compute, finishes, plainMachine, run, scenario, thread } from "./builders.ts";

const bar = (chip: Chip, core: number) => causesAt(at(chip.cores, core), chip.nowNs);
const apart = (gaps: readonly number[]) => gaps.map((atNs, job) => ({ type: "at" as const, atNs, job }));

describe("slices and preemption", () => {
	test("[D4] at the end of its slice a thread makes way for a ready one and queues behind it", () => {
		const jobs = [[thread(30), thread(20)]];
		expect(finishes(run(scenario({ jobs, quantumNs: 10 }), rr))).toEqual([50, 40]);
		expect(finishes(run(scenario({ jobs, quantumNs: 10 }), fifo))).toEqual([30, 50]);
		const alone = run(
			scenario({ machine: plainMachine(1, { threadSwitchNs: 5 }), jobs: [[thread(30)]], quantumNs: 10 }),
			rr,
		);
		expect(bar(alone, 0).switch).toBe(0);
	});

	test("[D4] a spinner makes way too, and spins on when it is back", () => {
		const lock = { type: "lock", lock: 0 } as const;
		const unlock = { type: "unlock", lock: 0 } as const;
		const locks = [ordinaryLock("l", "spin")];
		const jobs = [[thread([lock, compute(25), unlock]), thread([lock, compute(5), unlock])]];
		const chip = run(scenario({ jobs, locks, quantumNs: 10 }), rr);
		expect([finishes(chip), bar(chip, 0).spin]).toEqual([[45, 50], 20]);
	});

	test("[D5] under a policy that preempts a more urgent newcomer takes the core of the least urgent thread", () => {
		const jobs = [[thread(100)], [thread(60)], [thread(10)]];
		const made = scenario({ cores: 2, jobs, arrivals: apart([0, 0, 20]) });
		expect(finishes(run(made, stcf))).toEqual([110, 60, 30]);
		const deadlines = [[thread(50, { deadlineNs: 500 })], [thread(10, { deadlineNs: 20 })]];
		expect(finishes(run(scenario({ jobs: deadlines, arrivals: apart([0, 5]) }), edf))).toEqual([60, 15]);
	});

	test("[D6] a thread runs only where its core can do what it needs, and where it is allowed", () => {
		const machine = plainMachine(3);
		const cores = machine.cores.map((core, id) => (id === 2 ? { ...core, can: ["dsp"] } : core));
		const jobs = [[thread(10, { needs: "dsp" }), thread(10, { needs: "dsp" }), thread(10, { cores: [1] })]];
		for (const policy of ["fifo", "steal", "home", "random", "eas", "lottery"]) {
			const chip = run(scenario({ machine: { ...machine, cores }, jobs }), findPolicy(policy) ?? fifo);
			expect(chip.threads.map(({ core }) => core)).toEqual([2, 2, 1]);
		}
		const played = chipOf(scenario({ machine: { ...machine, cores }, jobs }), {
			pace: "human",
			people: [0, 1, 2, 3],
		});
		advance(played, 0);
		expect(applyCommand(played, 0, { type: "plan", thread: 0, core: 0, position: 0 })).toEqual({
			ok: false,
			reason: "cannotRunThere",
		});
	});

	test("mlfq: who uses up slices sinks, and newcomers go first", () => {
		const jobs = [[thread(100)], [thread(10)]];
		const chip = run(scenario({ jobs, arrivals: apart([0, 30]), quantumNs: 10 }), mlfq);
		expect(finishes(chip)).toEqual([110, 40]);
	});

	test("lottery: shares go by tickets", () => {
		const jobs = [[thread(10_000, { priority: 3 }), thread(10_000, { priority: 1 })]];
		const chip = run(scenario({ jobs, quantumNs: 10, end: { type: "horizon", ns: 8_000 } }), lottery);
		const share = at(chip.threads, 0).doneNs / 8_000;
		expect(Math.abs(share - 0.75)).toBeLessThan(0.05);
	});

	test("affinity: a thread that ran elsewhere is taken only when it has waited long enough", () => {
		const nap: ProgramPhase = { type: "sleep", ns: 10, spread: "fixed" };
		const jobs = [[thread([compute(10), nap, compute(10)]), thread(15), thread(200)]];
		const machine = plainMachine(2, { wakePreempts: false });
		const when = (policy: string) =>
			numberAt(finishes(run(scenario({ machine, jobs }), findPolicy(policy) ?? fifo)), 0);
		// Ready again at 20, when core 0 is taken up to 210 and core 1 is idle.
		expect([when("affinity:5"), when("affinity:1000")]).toEqual([35, 220]);
	});

	test("eas: the little core if the deadline allows it, else the big one", () => {
		const cores = [BIG_CORE, { ...BIG_CORE, kind: "E" as const, speed: 0.451, activeMw: 245 }];
		const jobs = [[thread(1_000, { deadlineNs: 3_000 })], [thread(1_000, { deadlineNs: 1_500 })]];
		const chip = run(scenario({ machine: { ...plainMachine(2), cores }, jobs }), eas);
		expect(chip.threads.map(({ core }) => core)).toEqual([1, 0]);
	});
});

describe("locks of other kinds", () => {
	const lock = { type: "lock", lock: 0 } as const;
	const unlock = { type: "unlock", lock: 0 } as const;
	const worker = (before: number, hold: number, change = {}) =>
		thread([compute(before), lock, compute(hold), unlock], change);

	test("[L5] an adaptive lock spins for as long as blocking costs, then blocks", () => {
		const machine = plainMachine(2, { processSwitchNs: 20, wakeNs: 10 });
		const adaptive = (hold: number) =>
			run(
				scenario({
					machine,
					jobs: [[worker(0, hold), worker(0, 5)]],
					locks: [ordinaryLock("l", "adaptive")],
				}),
			);
		const [short, long] = [adaptive(25), adaptive(200)];
		expect([bar(short, 1).spin, bar(short, 1).waking]).toEqual([25, 0]);
		expect([bar(long, 1).spin, bar(long, 0).waking]).toEqual([30, 10]);
	});

	test("[L6] a lock that goes by priority is given to the most urgent waiter", () => {
		const locks = [{ ...ordinaryLock("l", "spin"), order: "priority" as const }];
		const jobs = [[worker(0, 100), worker(10, 10, { priority: 1 }), worker(20, 10, { priority: 2 })]];
		expect(finishes(run(scenario({ cores: 3, jobs, locks })))).toEqual([100, 120, 110]);
	});

	test("[L7] the owner of an inheriting lock runs with the priority of who waits for it", () => {
		const locks = [{ ...ordinaryLock("l", "block"), inherits: true }];
		const jobs = [
			[worker(0, 100, { priority: 1 })],
			[worker(0, 10, { priority: 3 })],
			[thread(1_000, { priority: 2 })],
		];
		const arrivals = apart([0, 50, 60]);
		const respond = (inherits: boolean) =>
			numberAt(
				finishes(
					run(scenario({ jobs, arrivals, locks: locks.map((spec) => ({ ...spec, inherits })) }), priority),
				),
				1,
			);
		expect([respond(true), respond(false)]).toEqual([110, 1_110]);
	});

	test("[L12] at human pace who has an inheriting lock takes its core from who is less urgent", () => {
		// The holder is away for a while; a task in between has its core when it comes back.
		const away: ProgramPhase[] = [lock, { type: "sleep", ns: 20, spread: "fixed" }, compute(30), unlock];
		const jobs = [
			[thread(away, { home: 0 }), thread(1_000, { home: 0, priority: 1 })],
			[thread([lock, compute(10), unlock], { home: 1, priority: 2 })],
		];
		const respond = (inherits: boolean) => {
			const locks = [{ ...ordinaryLock("l", "block"), inherits }];
			const chip = chipOf(scenario({ cores: 2, jobs, arrivals: apart([0, 10]), locks }), { pace: "human" });
			advance(chip, 10_000);
			return finishes(chip)[2];
		};
		expect([respond(true), respond(false)]).toEqual([60, 1_040]);
	});

	test("[L8] a lock of several stripes lets as many in at once; each taking draws its stripe", () => {
		const loop: ProgramPhase[] = [lock, compute(10), unlock, { type: "repeat", from: 0, times: 0 }];
		const taken = (stripes: number) =>
			run(
				scenario({
					cores: 4,
					jobs: [[thread(loop), thread(loop), thread(loop), thread(loop)]],
					locks: [{ ...ordinaryLock("l", "spin"), stripes }],
					end: { type: "horizon", ns: 100_000 },
				}),
			).locks.reduce((sum, stripe) => sum + stripe.taken, 0);
		expect(taken(1)).toBeLessThanOrEqual(10_001);
		expect(taken(16) / taken(1)).toBeGreaterThan(3);
	});
});

describe("sleep and energy", () => {
	const drowsy = { ...BIG_CORE, activeMw: 100, idleMw: 10, sleepMw: 1, sleepAfterNs: 50, wakeLatencyNs: 30 };
	const made = scenario({
		machine: { ...plainMachine(1), cores: [drowsy] },
		jobs: [[thread(100)], [thread(100)]],
		arrivals: apart([0, 400]),
	});

	test("[D7] a core that has been idle for long enough sleeps, and wakes slowly", () => {
		const chip = run(made);
		expect(finishes(chip)).toEqual([100, 530]);
		expect([bar(chip, 0).asleep, bar(chip, 0).idleNothing, bar(chip, 0).waking]).toEqual([250, 50, 30]);
	});

	test("[E1] energy is power times time, by what each core was doing", () => {
		const chip = run(made);
		expect(energyOf(chip, chip.nowNs)).toBe(230 * 100 + 50 * 10 + 250 * 1);
	});
});
