import { describe, expect, test } from "vitest";
import { at } from "#shared/lib/assert.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { createHumanPaced } from "#shared/policies/parts/human-paced.ts";
import { advance } from "#shared/sim/advance.ts";
import { applyCommand } from "#shared/sim/apply-command.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import { actsAsBot } from "#shared/sim/chip/seats.ts";
import { createChip } from "#shared/sim/create-chip.ts";
import { events, scenario, thread } from "./builders.ts";

const S = NS_PER_PLAY_S;

/** Sets, orders and deals: all that a stand-in must leave alone, and what it does. */
const busy = createHumanPaced("busy", {
	modes: [
		(chip, seat) => (seat === 0 && chip.quantumNs === 0 ? { type: "quantum", ns: S } : undefined),
		(chip, seat) => (seat === 1 && chip.cores[0]?.spinForNs === -1 ? { type: "spinFor", ns: 5 } : undefined),
	],
	deal: () => 0,
	rank: (_chip, _core, { workNs }) => workNs,
});

/** One job a second; people in the seats of `people`. */
function opened(people: readonly number[]): Chip {
	const jobs = Array.from({ length: 6 }, (_, index) => [thread((6 - index) * S)]);
	const seats = [0, 1].map((seat) => ({
		driver: people.includes(seat) ? ("person" as const) : ("bot" as const),
		policy: busy,
	}));
	const chip = createChip({ scenario: scenario({ jobs }), seed: 1, seats, pace: "human" });
	advance(chip, 0);
	return chip;
}

describe("a scheduler who is silent", () => {
	test("[S8] is asked while something waits to be dealt, and replaced after two questions without an answer", () => {
		const chip = opened([0, 1]);
		expect(at(chip.seats, 0).deadlineNs).toBe(5 * S);
		advance(chip, 9.9 * S);
		expect(actsAsBot(at(chip.seats, 0))).toBe(false);
		advance(chip, 10 * S);
		expect(actsAsBot(at(chip.seats, 0))).toBe(true);
		expect(events(chip, 14 * S, ["planned"]).some((line) => line.split(" ")[4] === "0")).toBe(true);
	});

	test("[S8] whatever the scheduler does answers, and takes the seat back", () => {
		const chip = opened([0, 1]);
		advance(chip, 12 * S);
		expect(actsAsBot(at(chip.seats, 0))).toBe(true);
		applyCommand(chip, 0, { type: "signal", signal: "thanks" });
		expect(actsAsBot(at(chip.seats, 0))).toBe(false);
		for (let second = 13; second < 30; second++) {
			advance(chip, second * S);
			applyCommand(chip, 0, { type: "signal", signal: "thanks" });
		}
		expect([actsAsBot(at(chip.seats, 0)), at(chip.seats, 0).unanswered]).toEqual([false, 0]);
	});

	test("[S8] who has nothing that a stand-in would deal may be silent", () => {
		const chip = opened([0, 1]);
		// The queue is full, so that nothing more can be dealt.
		for (let job = 0; job < 6; job++) applyCommand(chip, 0, { type: "deal", job, core: 0 });
		expect([chip.shared.length, at(chip.seats, 0).deadlineNs]).toEqual([0, Number.MAX_SAFE_INTEGER]);
		advance(chip, 15 * S);
		expect(actsAsBot(at(chip.seats, 0))).toBe(false);
	});
});

describe("stand-ins", () => {
	test("[S9] deal what waits, and leave what people have set and ordered", () => {
		const chip = opened([0, 1]);
		applyCommand(chip, 0, { type: "deal", job: 1, core: 0 });
		applyCommand(chip, 0, { type: "deal", job: 0, core: 0 });
		applyCommand(chip, 0, { type: "deal", job: 2, core: 0 });
		for (const seat of [0, 1]) applyCommand(chip, seat, { type: "drive", driver: "bot" });
		const order = at(chip.cores, 0).queue.slice();
		advance(chip, 4 * S);
		expect(at(chip.cores, 0).queue.slice(0, order.length)).toEqual(order);
		expect(at(chip.cores, 0).queue.length).toBeGreaterThan(order.length);
		expect([chip.quantumNs, at(chip.cores, 0).spinForNs]).toEqual([0, -1]);
	});

	test("[S9] where nobody has sat the whole policy plays", () => {
		const chip = opened([]);
		advance(chip, 9 * S);
		expect([chip.quantumNs, at(chip.cores, 0).spinForNs]).toEqual([S, 5]);
	});

	test("[S9] a person who comes and goes leaves a stand-in", () => {
		const chip = opened([]);
		applyCommand(chip, 0, { type: "drive", driver: "person" });
		applyCommand(chip, 0, { type: "drive", driver: "bot" });
		advance(chip, 9 * S);
		expect([chip.quantumNs, at(chip.cores, 0).spinForNs]).toEqual([0, 5]);
	});
});
