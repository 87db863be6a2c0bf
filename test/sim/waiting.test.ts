import { describe, expect, test } from "vitest";
import { at } from "#shared/lib/assert.ts";
import { rr } from "#shared/policies/textbook/rr.ts";
import { causesAt } from "#shared/sim/chip/accounting.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import type { ChannelSpec, ProgramPhase } from "#shared/sim/scenario/scenario.ts";
import { compute, finishes, plainMachine, run, scenario, thread } from "./builders.ts";

const bar = (chip: Chip, core: number) => causesAt(at(chip.cores, core), chip.nowNs);
const send: ProgramPhase = { type: "send", channel: 0, bytes: 0 };
const receive: ProgramPhase = { type: "receive", channel: 0 };
const repeat = (times: number): ProgramPhase => ({ type: "repeat", from: 0, times });
const pipe = (change: Partial<ChannelSpec>): ChannelSpec[] => [
	{ name: "pipe", capacity: 0, waiting: "block", fixedNs: 0, nsPerByte: 0, ...change },
];

/** Makes one message every 10 ns; takes one every 30. */
const producer = thread([compute(10), send, repeat(6)]);
const consumer = thread([receive, compute(30), repeat(6)]);

describe("bounded channels", () => {
	test("[F12] who sends into a full channel waits until there is room", () => {
		const ends = [0, 4, 1].map((capacity) =>
			finishes(run(scenario({ cores: 2, jobs: [[producer, consumer]], channels: pipe({ capacity }) }))),
		);
		// Without a bound the producer never waits. With one it is so many messages ahead of the consumer.
		expect(ends).toEqual([
			[60, 190],
			[60, 190],
			[130, 190],
		]);
	});

	test("[F12] waiting in the channel's way: a spinning sender keeps its core, a blocked one pays for waking", () => {
		const machine = plainMachine(2, { wakeNs: 1, handOffNs: 0 });
		const jobs = [[producer, consumer]];
		const [spinning, blocking] = (["spin", "block"] as const).map((waiting) =>
			bar(run(scenario({ machine, jobs, channels: pipe({ capacity: 1, waiting }) })), 0),
		);
		expect([spinning?.spin, spinning?.waking]).toEqual([70, 0]);
		expect([blocking?.spin, blocking?.waking]).toEqual([0, 4]);
	});

	test("[F12] the longest waiting sender is let in first, and what it sends arrives once", () => {
		const sender = (before: number) => thread([compute(before), send]);
		const jobs = [[sender(1), sender(3), sender(2), thread([compute(100), receive, compute(10), repeat(3)])]];
		const chip = run(scenario({ cores: 4, jobs, channels: pipe({ capacity: 1 }) }));
		expect(finishes(chip)).toEqual([1, 210, 100, 330]);
		expect(chip.channels).toEqual([{ messages: [], receivers: [], senders: [] }]);
	});

	test("[F12] a spinning sender that is taken off its core queues once", () => {
		const jobs = [[thread([send, send, compute(5)]), thread(70), thread([compute(50), receive, receive])]];
		const channels = pipe({ capacity: 1, waiting: "spin" });
		const made = scenario({ cores: 2, jobs, channels, quantumNs: 10 });
		const chip = run(made, rr);
		expect(chip.threads.map(({ state }) => state)).toEqual(["done", "done", "done"]);
		expect(chip.channels).toEqual([{ messages: [], receivers: [], senders: [] }]);
	});
});

describe("barriers", () => {
	const meeting = (before: number) => thread([compute(before), { type: "barrier", barrier: 0 }, compute(1)]);
	const barriers = (waiting: "spin" | "block") => [{ name: "b", parties: 3, waiting }];

	test("[F13] where threads wait by spinning they keep their cores and pass after a hand-off", () => {
		const machine = plainMachine(3, { handOffNs: 2, wakeNs: 9 });
		const jobs = [[meeting(10), meeting(50), meeting(30)]];
		const chip = run(scenario({ machine, jobs, barriers: barriers("spin") }));
		expect([finishes(chip), [0, 1, 2].map((core) => bar(chip, core).spin)]).toEqual([
			[53, 51, 53],
			[40, 0, 20],
		]);
	});

	test("[F13] a spinner that is taken off its core is counted once, and passes when it comes back", () => {
		const jobs = [[meeting(10), meeting(50), meeting(30)]];
		const chip = run(scenario({ jobs, barriers: barriers("spin"), quantumNs: 20 }), rr);
		expect(chip.threads.map(({ state }) => state)).toEqual(["done", "done", "done"]);
		expect(chip.barriers).toEqual([[]]);
	});
});
