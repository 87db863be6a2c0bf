import { describe, expect, test } from "vitest";
import { BIG_CORE, ordinaryLock } from "#shared/lessons/machine.ts";
import { at } from "#shared/lib/assert.ts";
import { mlfq } from "#shared/policies/textbook/mlfq.ts";
import { priority } from "#shared/policies/textbook/priority.ts";
import { rr } from "#shared/policies/textbook/rr.ts";
import { stcf } from "#shared/policies/textbook/stcf.ts";
import { advance } from "#shared/sim/advance.ts";
import { applyCommand } from "#shared/sim/apply-command.ts";
import { causesAt } from "#shared/sim/chip/accounting.ts";
import { checksum } from "#shared/sim/chip/checksum.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import type { Scenario, ThreadSpec } from "#shared/sim/scenario/scenario.ts";
import { chipOf, compute, finishes, plainMachine, run, scenario, thread } from "./builders.ts";

const apart = (times: readonly number[]) => times.map((atNs, job) => ({ type: "at" as const, atNs, job }));
const spinNs = (chip: Chip, core: number) => causesAt(at(chip.cores, core), chip.nowNs).spin;
const lock = { type: "lock", lock: 0 } as const;
const unlock = { type: "unlock", lock: 0 } as const;

describe("a slice's end", () => {
	/** Runs 20 on core 0 from the start, in slices of 10. */
	const owner = thread(20, { cores: [0] });
	/** When `owner` and the last of the others end under round robin, if all of them are there from the start. */
	const endsBeside = (others: readonly ThreadSpec[], change: Pick<Partial<Scenario>, "channels"> = {}) => {
		const jobs = [[owner, ...others]];
		const ends = finishes(run(scenario({ cores: 3, jobs, quantumNs: 10, ...change }), rr));
		return [ends[0], ends.at(-1)];
	};

	test("[D9] whoever arrives at that instant queues before the thread whose slice it was", () => {
		const jobs = [[thread(40)], [thread(40)]];
		const chip = run(scenario({ jobs, arrivals: apart([0, 20]), quantumNs: 20 }), rr);
		expect(finishes(chip)).toEqual([60, 80]);
	});

	test("[D9] so does whoever wakes then, or is released by a core of a higher number", () => {
		const napper = thread([{ type: "sleep", ns: 10, spread: "fixed" }, compute(10)], { cores: [0] });
		const jobs = [[napper, owner]];
		expect(finishes(run(scenario({ jobs, quantumNs: 10 }), rr))).toEqual([20, 30]);
		const released = thread(10, { cores: [0], after: [1] });
		expect(endsBeside([thread(10, { cores: [1] }), released])).toEqual([30, 20]);
	});

	test("[D9] so does whoever is released by a chain of what takes no time", () => {
		const channels = [{ name: "c", fixedNs: 0, nsPerByte: 0, capacity: 0, waiting: "spin" as const }];
		const first = thread(10, { cores: [1] });
		const sender = thread([{ type: "send", channel: 0, bytes: 0 }], { cores: [1], after: [1] });
		const receiver = thread([{ type: "receive", channel: 0 }], { cores: [2] });
		const released = thread(10, { cores: [0], after: [3] });
		expect(endsBeside([first, sender, receiver, released], { channels })).toEqual([30, 20]);
	});

	test("[D9] a spinner has the lock that comes free at that instant, and then makes way", () => {
		for (const handOff of ["fifo", "able", "barging"] as const) {
			const locks = [{ ...ordinaryLock("l", "spin"), handOff }];
			const spinner = thread([compute(1), lock, compute(10), unlock], { cores: [0] });
			const holder = thread([lock, compute(20), unlock], { cores: [1] });
			const jobs = [[holder, spinner, thread(10, { cores: [0] })]];
			const chip = chipOf(scenario({ cores: 2, jobs, locks, quantumNs: 20 }), { policy: rr });
			advance(chip, 20);
			expect([chip.locks[0]?.owner, chip.threads[1]?.state, chip.cores[0]?.thread]).toEqual([1, "ready", 2]);
		}
	});

	test("[D9] who ends or gives up spinning at that instant has not been sliced", () => {
		const done = run(scenario({ jobs: [[thread(20), thread(5)]], quantumNs: 20 }), rr);
		expect([finishes(done), done.threads.map(({ slices }) => slices)]).toEqual([
			[20, 25],
			[0, 0],
		]);
		// Blocking costs 30: the second thread spins that long, in one slice or in three, and never again.
		const machine = plainMachine(2, { processSwitchNs: 20, wakeNs: 10 });
		const taker = [0, 1].map((core) => thread([lock, compute(200), unlock], { cores: [core] }));
		const locks = [ordinaryLock("l", "adaptive")];
		for (const quantumNs of [30, 10]) {
			const other = thread(50, { cores: [1], after: [0] });
			const chip = run(scenario({ machine, jobs: [[...taker, other]], locks, quantumNs }), rr);
			expect(spinNs(chip, 1)).toBe(30);
		}
	});

	test("[D9] [T1] nothing depends on whether time is cut there", () => {
		const jobs = [[thread(40)], [thread(40)], [thread(10, { priority: 1 })]];
		const made = scenario({ jobs, arrivals: apart([0, 20, 40]), quantumNs: 20 });
		const whole = chipOf(made, { policy: priority });
		advance(whole, 100);
		const cut = chipOf(made, { policy: priority });
		for (let toNs = 0; toNs <= 100; toNs += 10) advance(cut, toNs);
		expect(checksum(cut)).toBe(checksum(whole));
	});

	test("[T4] [D7] a core for which something comes just as it would fall asleep is still awake", () => {
		const drowsy = { ...BIG_CORE, sleepAfterNs: 50, wakeLatencyNs: 30 };
		const endOf = (comesAt: number) => {
			const machine = { ...plainMachine(1), cores: [drowsy] };
			return finishes(run(scenario({ machine, jobs: [[thread(10)]], arrivals: apart([comesAt]) })));
		};
		expect([endOf(50), endOf(51)]).toEqual([[60], [91]]);
	});

	test("[D11] used slices are forgotten every 20 quanta, and with them one that ends just then", () => {
		// The second sinks a level at 200, or else the third, of the top level, would overtake it at 210.
		const jobs = [[thread(1_000)], [thread(30)], [thread(10)]];
		const chip = run(scenario({ jobs, arrivals: apart([0, 190, 205]), quantumNs: 10 }), mlfq);
		expect(finishes(chip).slice(1)).toEqual([250, 230]);
	});
});

describe("preemption", () => {
	const urgent = thread(20, { priority: 5 });

	test("[D8] who is preempted by a more urgent thread goes on before its equals", () => {
		const jobs = [[thread(80)], [thread(80)], [urgent]];
		const chip = run(scenario({ jobs, arrivals: apart([0, 30, 50]) }), priority);
		expect(finishes(chip)).toEqual([100, 180, 70]);
	});

	test("[D8] so it does in its core's run queue, and whatever the rule of the shared queue", () => {
		const home = [thread(80, { home: 0 }), thread(80, { home: 0 })];
		const own = run(scenario({ jobs: [home, [urgent]], arrivals: apart([0, 50]) }), priority);
		expect(finishes(own)).toEqual([100, 180, 70]);
		for (const order of ["arrival", "longestFirst", "shortestFirst"] as const) {
			const jobs = [[thread(80)], [thread(80)], [urgent]];
			const chip = chipOf(scenario({ jobs, arrivals: apart([0, 30, 50]) }), { policy: priority });
			advance(chip, 0);
			applyCommand(chip, 0, { type: "order", order });
			advance(chip, 60);
			expect(chip.shared).toEqual([0, 1]);
		}
	});

	test("[D8] it finishes its slice first, and is not preempted but goes behind if that is over", () => {
		const ends = (comesAt: number) => {
			const jobs = [[thread(40)], [thread(40)], [urgent]];
			const made = scenario({ jobs, arrivals: apart([0, 0, comesAt]), quantumNs: 20 });
			return finishes(run(made, priority));
		};
		// From 35 to 55 the urgent one runs; the second has used 15 of its slice, and goes on for 5.
		expect(ends(35)).toEqual([80, 100, 55]);
		// At 40 the second's slice is over: the first is next.
		expect(ends(40)).toEqual([80, 100, 60]);
	});

	test("[D10] equals go in order of queueing, and whoever runs keeps its core against an equal", () => {
		const jobs = [[thread(60)], [thread(40)], [thread(40)]];
		// At 20 the first has 40 left as well.
		const made = scenario({ jobs, arrivals: apart([0, 20, 20]) });
		expect(finishes(run(made, stcf))).toEqual([60, 100, 140]);
	});
});
