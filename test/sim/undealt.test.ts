import { describe, expect, test } from "vitest";
import { at } from "#shared/lib/assert.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { advance, runToEnd } from "#shared/sim/advance.ts";
import { applyCommand, mayCommand } from "#shared/sim/apply-command.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import { type ChipParts, chipOf, compute, events, refusal, scenario, thread } from "./builders.ts";

const S = NS_PER_PLAY_S;

/** Three threads, undealt, and cores that may not take them. */
function undealt(change: ChipParts = {}, jobs = [[thread(3 * S), thread(3 * S), thread(3 * S)]]): Chip {
	const made = scenario({ cores: 2, jobs, coresTake: false });
	const chip = chipOf(made, { pace: "human", people: [0, 1, 2], ...change });
	advance(chip, 0);
	return chip;
}

describe("where the scheduler deals", () => {
	test("[Q21] no core plans or takes anything out of the shared queue; the scheduler deals it", () => {
		const chip = undealt();
		expect(refusal(chip, 1, { type: "plan", thread: 0, core: 0, position: 0 })).toBe("schedulerDeals");
		expect(refusal(chip, 1, { type: "take", core: 0 })).toBe("schedulerDeals");
		applyCommand(chip, 0, { type: "take", core: 0 });
		applyCommand(chip, 0, { type: "deal", job: 0, core: 0 });
		expect([at(chip.cores, 0).thread, at(chip.cores, 0).queue]).toEqual([0, [1, 2]]);
	});

	test("[Q21] what has been dealt is the cores' to order, to give back and to steal", () => {
		const chip = undealt();
		applyCommand(chip, 0, { type: "deal", job: 0, core: 0 });
		applyCommand(chip, 1, { type: "plan", thread: 2, core: 0, position: 0 });
		applyCommand(chip, 2, { type: "steal", from: 0 });
		expect([at(chip.cores, 0).queue, at(chip.cores, 1).thread]).toEqual([[2], 1]);
		applyCommand(chip, 1, { type: "unplan", thread: 2 });
		expect(refusal(chip, 1, { type: "plan", thread: 2, core: 0, position: 0 })).toBe("schedulerDeals");
	});

	test("[Q21] elsewhere a core plans from the shared queue, and at machine pace policies pick", () => {
		const chip = chipOf(scenario({ jobs: [[thread(S), thread(S)]] }), { pace: "human", people: [0, 1] });
		advance(chip, 0);
		expect(applyCommand(chip, 1, { type: "take", core: 0 }).ok).toBe(true);
		const jobs = [[thread(10), thread(20), thread(30)]];
		const ends = [true, false].map((coresTake) => {
			const machine = chipOf(scenario({ cores: 2, jobs, coresTake }));
			runToEnd(machine);
			return machine.threads.map(({ finishNs }) => finishNs);
		});
		expect(ends[0]).toEqual([10, 20, 40]);
		expect(ends[1]).toEqual(ends[0]);
	});

	test("[Q23] or looks ahead: a core takes what is ready and what follows its own thread, the scheduler anything", () => {
		const line = [
			thread(S),
			thread(S, { after: [0] }),
			thread(S),
			thread(S, { after: [2] }),
			thread(S, { after: [0, 2] }),
		];
		const made = scenario({ cores: 2, jobs: [line], coresLookAhead: false });
		const chip = chipOf(made, { pace: "human", people: [0, 1, 2] });
		advance(chip, 0);
		const plan = (seat: number, thread: number, core = seat - 1) =>
			mayCommand(chip, seat, { type: "plan", thread, core, position: 0 });
		expect([0, 1, 2, 3].map((thread) => plan(1, thread))).toEqual([true, false, true, false]);
		applyCommand(chip, 1, { type: "plan", thread: 0, core: 0, position: 0 });
		applyCommand(chip, 2, { type: "plan", thread: 2, core: 1, position: 0 });
		expect([1, 3, 4].map((thread) => plan(1, thread))).toEqual([true, false, false]);
		expect(refusal(chip, 1, { type: "plan", thread: 3, core: 0, position: 0 })).toBe("schedulerDeals");
		expect([1, 3, 4].map((thread) => plan(0, thread, 0))).toEqual([true, true, true]);
		const free = chipOf(scenario({ cores: 2, jobs: [line] }), { pace: "human", people: [0, 1, 2] });
		advance(free, 0);
		applyCommand(free, 2, { type: "plan", thread: 2, core: 1, position: 0 });
		expect(applyCommand(free, 1, { type: "plan", thread: 3, core: 0, position: 0 }).ok).toBe(true);
	});

	test("[Q23] nor does a bot that plans ahead", () => {
		const line = [thread(2 * S), thread(S, { after: [0] }), thread(S, { after: [1] })];
		const plans = [true, false].map((coresLookAhead) => {
			const chip = chipOf(scenario({ cores: 2, jobs: [line], coresLookAhead }), { pace: "human" });
			return events(chip, S, ["planned"]).length;
		});
		expect(plans[0]).toBeGreaterThan(plans[1] ?? 0);
	});

	test("[S10] a core without work takes one after 1 s, is not asked before and has missed nothing", () => {
		const chip = undealt();
		expect(at(chip.seats, 1).deadlineNs).toBe(Number.MAX_SAFE_INTEGER);
		expect(events(chip, 4 * S, ["planned", "decisionOpened", "decisionClosed"])).toEqual([
			`${S} planned 0 0 1 -1`,
			`${S} planned 1 1 2 -1`,
		]);
		expect(events(chip, 5 * S, ["planned"])).toEqual([`${5 * S} planned 2 0 1 -1`]);
		expect(chip.seats.map(({ unanswered }) => unanswered)).toEqual([0, 0, 0]);
	});

	test("[S10] whoever plays it: a bot takes the same at the same time, and nothing ahead", () => {
		const lines = [[0, 1, 2], [0], []].map((people) => events(undealt({ people }), 9 * S, ["planned"]));
		expect(lines[1]).toEqual(lines[0]);
		expect(lines[2]).toEqual(lines[0]);
	});

	test("[S10] what a person does meanwhile puts nothing off, and a deal makes it superfluous", () => {
		const chip = undealt();
		for (let turn = 1; turn < 4; turn++) {
			advance(chip, (turn * S) / 4);
			applyCommand(chip, 1, { type: "signal", signal: "needWork" });
		}
		applyCommand(chip, 0, { type: "plan", thread: 1, core: 1, position: 0 });
		expect(events(chip, 3 * S, ["planned"])).toEqual([`${S} planned 0 0 1 -1`]);
		expect(at(chip.seats, 2).takesNs).toBe(Number.MAX_SAFE_INTEGER);
	});

	test("[S10] a core that cannot run any of it waits on", () => {
		const chip = undealt({}, [[thread(S, { cores: [1] })]]);
		expect(events(chip, 2 * S, ["planned"])).toEqual([`${S} planned 0 1 2 -1`]);
		expect(at(chip.seats, 1).takesNs).toBe(Number.MAX_SAFE_INTEGER);
	});

	test("[S10] nothing gets stuck where nobody deals: a spinner lets go [L18], and its core takes the other", () => {
		const meet = thread([{ type: "barrier", barrier: 0 }, compute(S)]);
		const barriers = [{ name: "meeting", parties: 2, waiting: "spin" as const }];
		const made = scenario({ jobs: [[meet], [meet]], barriers, coresTake: false });
		const chip = chipOf(made, { pace: "human" });
		advance(chip, 5 * S);
		expect(chip.threads.map(({ state }) => state)).toEqual(["done", "done"]);
	});
});

describe("the length of a run queue", () => {
	const jobs = [Array.from({ length: 20 }, () => thread(S))];

	test.each([1, 5, 16])("[Q20] players queue at most %i threads, as the scenario says", (runQueueMax) => {
		const chip = chipOf(scenario({ cores: 2, jobs, runQueueMax }), { pace: "human", people: [0, 1, 2] });
		advance(chip, 0);
		// The first starts at once.
		for (let taken = 0; taken <= runQueueMax; taken++)
			expect(applyCommand(chip, 1, { type: "take", core: 0 }).ok).toBe(true);
		expect(at(chip.cores, 0).queue).toHaveLength(runQueueMax);
		expect(refusal(chip, 1, { type: "take", core: 0 })).toBe("queueFull");
		expect(refusal(chip, 0, { type: "plan", thread: 19, core: 0, position: 0 })).toBe("queueFull");
		expect(refusal(chip, 0, { type: "deal", job: 0, core: 0 })).toBe("queueFull");
	});

	test("[Q20] a thread that yields comes on top", () => {
		const chip = chipOf(scenario({ jobs, runQueueMax: 1 }), { pace: "human", people: [0, 1] });
		advance(chip, 0);
		for (let taken = 0; taken < 2; taken++) applyCommand(chip, 1, { type: "take", core: 0 });
		applyCommand(chip, 1, { type: "yield" });
		applyCommand(chip, 1, { type: "yield" });
		expect(at(chip.cores, 0).queue).toHaveLength(1);
	});
});
