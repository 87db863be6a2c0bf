import { describe, expect, test } from "vitest";
import { at, numberAt } from "#shared/lib/assert.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { closeChipTurn } from "#shared/round/play-round.ts";
import { playChip } from "#shared/round/played-chip.ts";
import { advance } from "#shared/sim/advance.ts";
import { applyCommand } from "#shared/sim/apply-command.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import { chipOf, events, finishes, refusal, scenario, thread } from "./builders.ts";

const S = NS_PER_PLAY_S;
const threeTasks = [[thread(1 * S), thread(2 * S), thread(3 * S)]];

function played(cores: number, people: readonly number[], jobs = threeTasks): Chip {
	const chip = chipOf(scenario({ cores, jobs }), { pace: "human", people });
	advance(chip, 0);
	return chip;
}

describe("seats", () => {
	test("[S1] a decision point waits for the window, then the policy decides", () => {
		const chip = played(1, [0, 1]);
		expect(at(chip.seats, 1).deadlineNs).toBe(2.5 * S);
		expect(events(chip, 3 * S, ["decisionClosed", "started"])).toEqual([
			`${2.5 * S} decisionClosed 1 policy`,
			`${2.5 * S} started 0 0`,
		]);
	});

	test("[S1] a longer window holds from the next decision point on", () => {
		const chip = played(1, [1]);
		applyCommand(chip, 1, { type: "window", windowNs: 5 * S });
		expect(events(chip, 9 * S, ["decisionOpened", "decisionClosed"])).toEqual([
			`${2.5 * S} decisionClosed 1 policy`,
			`${3.5 * S} decisionOpened 1 ${8.5 * S}`,
			`${8.5 * S} decisionClosed 1 policy`,
		]);
	});

	test("[S2] a ready plan starts at once", () => {
		const chip = played(1, [0, 1]);
		applyCommand(chip, 1, { type: "plan", thread: 0, core: 0, position: 0 });
		applyCommand(chip, 1, { type: "plan", thread: 2, core: 0, position: 1 });
		advance(chip, 10 * S);
		expect([at(chip.threads, 0).finishNs, at(chip.threads, 2).startNs]).toEqual([S, S]);
	});

	test("[S3] after two unanswered decision points the bot plays, until a command takes the seat back", () => {
		const jobs = [Array.from({ length: 9 }, () => thread(S))];
		const chip = played(1, [0, 1], jobs);
		advance(chip, 6.1 * S);
		expect([at(chip.seats, 1).unanswered, chip.threadsDone]).toEqual([2, 1]);
		advance(chip, 12 * S);
		expect(chip.threadsDone).toBeGreaterThanOrEqual(4);
		applyCommand(chip, 1, { type: "signal", signal: "full" });
		expect([at(chip.seats, 1).unanswered, at(chip.seats, 1).nextActNs]).toEqual([0, Number.MAX_SAFE_INTEGER]);
	});

	test("[S4] a bot at human pace looks every 0.7 to 1.5 s and plans one ahead; at machine pace it decides at once", () => {
		const jobs = [Array.from({ length: 30 }, () => thread(3 * S))];
		const human = chipOf(scenario({ jobs }), { pace: "human" });
		const plans = events(human, 60 * S, ["planned"]).map((line) => Number(line.split(" ")[0]));
		expect(numberAt(plans, 0)).toBeGreaterThanOrEqual(0.7 * S);
		expect(numberAt(plans, 0)).toBeLessThan(1.5 * S);
		expect(at(human.cores, 0).queue.length).toBeLessThanOrEqual(1);
		// Ahead of need: from the second thread on nothing is waited for.
		expect(at(human.threads, 5).startNs).toBe(at(human.threads, 4).finishNs);
		const machine = chipOf(scenario({ jobs }));
		advance(machine, 0);
		expect(at(machine.threads, 0).startNs).toBe(0);
	});
});

describe("commands", () => {
	test("[Q1] a core plans from the shared queue and orders its own, but cannot reach into a neighbour's", () => {
		const chip = played(2, [0, 1, 2], [[thread(S), thread(S), thread(S), thread(S)]]);
		for (const id of [0, 1, 2]) applyCommand(chip, 1, { type: "plan", thread: id, core: 0, position: 9 });
		applyCommand(chip, 1, { type: "plan", thread: 2, core: 0, position: 0 });
		expect(at(chip.cores, 0).queue).toEqual([2, 1]);
		expect(refusal(chip, 2, { type: "plan", thread: 1, core: 1, position: 0 })).toBe("notYourSeat");
		expect(refusal(chip, 2, { type: "plan", thread: 3, core: 0, position: 0 })).toBe("notYourSeat");
		expect(refusal(chip, 2, { type: "unplan", thread: 1 })).toBe("notYourSeat");
		expect(refusal(chip, 2, { type: "order", order: "longestFirst" })).toBe("notYourSeat");
	});

	test("[Q7] who takes gets what is first when the command takes effect, ready before announced", () => {
		const chip = played(2, [0, 1, 2], [[thread(S), thread(S, { after: [0] }), thread(S)]]);
		applyCommand(chip, 1, { type: "take", core: 0 });
		expect([at(chip.cores, 0).thread, chip.shared]).toEqual([0, [2, 1]]);
		applyCommand(chip, 0, { type: "take", core: 1 });
		applyCommand(chip, 2, { type: "take", core: 1 });
		expect([at(chip.cores, 1).thread, at(chip.cores, 1).queue, chip.shared]).toEqual([2, [1], []]);
		expect(refusal(chip, 2, { type: "take", core: 1 })).toBe("queueEmpty");
		expect(refusal(chip, 2, { type: "take", core: 0 })).toBe("notYourSeat");
	});

	test("[Q2] the scheduler moves any waiting thread to any run queue, or back", () => {
		const chip = played(2, [0, 1, 2], [[thread(S), thread(S), thread(S)]]);
		applyCommand(chip, 0, { type: "plan", thread: 0, core: 1, position: 0 });
		applyCommand(chip, 0, { type: "plan", thread: 1, core: 1, position: 0 });
		applyCommand(chip, 0, { type: "plan", thread: 2, core: 1, position: 0 });
		applyCommand(chip, 0, { type: "unplan", thread: 1 });
		expect([at(chip.cores, 1).queue, chip.shared, at(chip.cores, 1).thread]).toEqual([[2], [1], 0]);
	});

	test("[Q3] a core steals the last ready thread of a neighbour's run queue", () => {
		const chip = played(2, [0, 1, 2], [[thread(S), thread(S), thread(S), thread(S, { after: [0] })]]);
		for (const id of [0, 1, 2]) applyCommand(chip, 1, { type: "plan", thread: id, core: 0, position: 9 });
		applyCommand(chip, 1, { type: "plan", thread: 3, core: 0, position: 9 });
		applyCommand(chip, 2, { type: "steal", from: 0 });
		expect([at(chip.cores, 0).queue, at(chip.cores, 1).thread]).toEqual([[1, 3], 2]);
	});

	test("[Q4] a refused command changes nothing and says why", () => {
		const jobs = [
			[...Array.from({ length: 12 }, () => thread(S)), thread(S, { after: [0] }), thread(S, { after: [12] })],
		];
		const chip = played(2, [0, 1, 2], jobs);
		applyCommand(chip, 1, { type: "plan", thread: 0, core: 0, position: 0 });
		expect(refusal(chip, 1, { type: "plan", thread: 0, core: 0, position: 0 })).toBe("alreadyRunning");
		expect(refusal(chip, 1, { type: "plan", thread: 13, core: 0, position: 0 })).toBe("noSuchThread");
		expect(refusal(chip, 1, { type: "plan", thread: 99, core: 0, position: 0 })).toBe("noSuchThread");
		expect(refusal(chip, 0, { type: "plan", thread: 1, core: 7, position: 0 })).toBe("noSuchCore");
		expect(refusal(chip, 0, { type: "unplan", thread: 1 })).toBe("notPlanned");
		expect(refusal(chip, 2, { type: "steal", from: 0 })).toBe("nothingToSteal");
		expect(refusal(chip, 2, { type: "steal", from: 1 })).toBe("noSuchCore");
		expect(refusal(chip, 2, { type: "yield" })).toBe("nothingRunning");
		expect(refusal(chip, 9, { type: "yield" })).toBe("notYourSeat");
		for (let id = 1; id <= chip.scenario.runQueueMax; id++)
			applyCommand(chip, 1, { type: "plan", thread: id, core: 0, position: 9 });
		expect(refusal(chip, 1, { type: "plan", thread: 11, core: 0, position: 0 })).toBe("queueFull");
		advance(chip, 200 * S);
		expect(refusal(chip, 1, { type: "yield" })).toBe("roundOver");
	});

	test("[Q5] the rule orders the shared queue and goes on ordering it", () => {
		const arrivals = [
			{ type: "at", atNs: 0, job: 0 },
			{ type: "at", atNs: S, job: 0 },
		] as const;
		const chip = chipOf(scenario({ jobs: threeTasks, arrivals }), { pace: "human", people: [0, 1] });
		advance(chip, 0);
		applyCommand(chip, 0, { type: "order", order: "longestFirst" });
		expect(chip.shared).toEqual([2, 1, 0]);
		advance(chip, S);
		expect(chip.shared).toEqual([2, 5, 1, 4, 0, 3]);
		applyCommand(chip, 0, { type: "order", order: "shortestFirst" });
		expect(chip.shared).toEqual([0, 3, 1, 4, 2, 5]);
	});

	test("[Q6] where seats compete within a turn, the first to be served rotates with the turn", () => {
		const winner = (turn: number) => {
			const chip = chipOf(
				scenario({ cores: 2, jobs: [[thread(S)]], arrivals: [{ type: "at", atNs: 0, job: 0 }] }),
				{
					pace: "human",
					people: [0, 1, 2],
				},
			);
			const bids = [2, 1].map((seat) => ({
				turn,
				chip: 0,
				seat,
				command: { type: "plan" as const, thread: 0, core: seat - 1, position: 0 },
			}));
			closeChipTurn(playChip(chip), turn, bids);
			return at(chip.threads, 0).core;
		};
		expect([winner(0), winner(1), winner(2), winner(3)]).toEqual([0, 0, 1, 0]);
		expect(finishes(played(1, []))).toHaveLength(3);
	});
});
