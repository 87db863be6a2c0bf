import { describe, expect, test } from "vitest";
import { at } from "#shared/lib/assert.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { fifo } from "#shared/policies/textbook/fifo.ts";
import { advance } from "#shared/sim/advance.ts";
import { applyCommand } from "#shared/sim/apply-command.ts";
import { checksum } from "#shared/sim/chip/checksum.ts";
import { type Chip, NONE } from "#shared/sim/chip/chip.ts";
import type { Command } from "#shared/sim/chip/command.ts";
import type { Policy } from "#shared/sim/chip/policy.ts";
import { createChip, type SeatSetup } from "#shared/sim/create-chip.ts";
import { compute, events, scenario, thread } from "./builders.ts";

const S = NS_PER_PLAY_S;

/** Deals the first job that waits to the core with the shortest run queue, one job per act. */
const packets: Policy = {
	...fifo,
	id: "packets",
	place: () => 0,
	act: (chip, seat): Command | undefined => {
		const [first] = chip.shared;
		if (seat !== 0 || first === undefined) return undefined;
		const [core] = chip.cores.toSorted((left, right) => left.queue.length - right.queue.length);
		return { type: "deal", job: at(chip.threads, first).job, core: core?.id ?? 0 };
	},
};

/** Chooses way 1 for whatever waits in its own run queue. */
const chooser: Policy = {
	...fifo,
	id: "chooser",
	act: (chip, seat): Command | undefined => {
		const next = chip.cores[seat - 1]?.queue.find((id) => at(chip.threads, id).way === 0);
		return next === undefined ? undefined : { type: "choose", thread: next, way: 1 };
	},
};

/** Waits to be dealt work. */
const passive: Policy = { ...fifo, pick: () => NONE };
const refusedAlways: Policy = { ...fifo, act: () => ({ type: "restart", process: 0 }) };
const neverEnough: Policy = {
	...fifo,
	act: (chip, seat) => (seat === 0 ? { type: "quantum", ns: chip.quantumNs + 1 } : undefined),
};

function botChip(
	pace: Chip["pace"],
	seat: Omit<SeatSetup, "driver">,
	jobs = [[thread(3 * S)]],
	cores = 1,
): Chip {
	const seats = Array.from({ length: cores + 1 }, (): SeatSetup => ({ driver: "bot", ...seat }));
	return createChip({ scenario: scenario({ cores, jobs }), seed: 1, seats, pace });
}

const many = [Array.from({ length: 40 }, () => thread(3 * S))];

function times(lines: readonly string[]): number[] {
	return lines.map((line) => Number(line.split(" ")[0]));
}

describe("looks", () => {
	test("[S6] looks come every 0.64 to 1.36 times the mean of the seat", () => {
		for (const lookMeanNs of [0.8 * S, 2.5 * S]) {
			const jobs = [Array.from({ length: 60 }, () => thread(1_000))];
			const chip = botChip("human", { policy: fifo, lookMeanNs }, jobs);
			const plans = times(events(chip, 40 * lookMeanNs, ["planned"]));
			const gaps = plans.map((atNs, index) => (atNs - (plans[index - 1] ?? 0)) / lookMeanNs);
			expect(gaps.length).toBeGreaterThan(30);
			expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0.64);
			expect(Math.max(...gaps)).toBeLessThan(1.36);
			expect(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length).toBeCloseTo(1, 1);
		}
	});

	test("[S6] a bot plans as many threads ahead as its seat says", () => {
		for (const planAhead of [1, 3]) {
			const chip = botChip("human", { policy: fifo, planAhead }, [
				Array.from({ length: 9 }, () => thread(60 * S)),
			]);
			advance(chip, 30 * S);
			expect(at(chip.cores, 0).queue).toHaveLength(planAhead);
		}
	});

	test("[S7] a scheduler that acts deals a packet per look, not by `place`", () => {
		const jobs = Array.from({ length: 6 }, () => [thread(9 * S), thread(9 * S)]);
		const seats = [packets, passive, passive].map((policy): SeatSetup => ({ driver: "bot", policy }));
		const chip = createChip({ scenario: scenario({ cores: 2, jobs }), seed: 1, seats, pace: "human" });
		const dealt = events(chip, 4 * S, ["planned"]).filter((line) => line.split(" ")[4] === "0");
		const looks = [...new Set(times(dealt))];
		expect(looks.length).toBeGreaterThanOrEqual(2);
		expect(looks[0]).toBeGreaterThanOrEqual(0.64 * 1.1 * S);
		expect(dealt).toHaveLength(2 * looks.length);
		expect(dealt.every((line) => line.endsWith(" -1"))).toBe(true);
	});

	test("[S7] a policy without acts deals at once, by `place`", () => {
		const { act: _, ...dealer } = packets;
		const chip = botChip("human", { policy: dealer }, [[thread(S), thread(S)]]);
		expect(times(events(chip, 0, ["planned"]))).toEqual([0, 0]);
	});

	test("[S7] a core does one thing per look: what its policy wants, else a plan", () => {
		const choice = thread(9 * S, { ways: [{ name: "quick", process: 0, program: [compute(2 * S)] }] });
		const chip = botChip("human", { policy: chooser }, [[choice, choice, choice]]);
		const lines = events(chip, 12 * S, ["planned", "decided"]);
		const acts = times(lines);
		expect(new Set(acts).size).toBe(acts.length);
		// The first plan starts at once, so it is not chosen for; those planned ahead are.
		expect(lines.map((line) => line.split(" ")[1])).toEqual([
			"planned",
			"planned",
			"decided",
			"planned",
			"decided",
		]);
		expect(chip.threads.map(({ way }) => way)).toEqual([0, 1, 1]);
	});

	test("[S7] what is refused counts as nothing: the core plans", () => {
		const chip = botChip("human", { policy: refusedAlways }, many);
		advance(chip, 10 * S);
		expect(chip.threadsDone).toBeGreaterThanOrEqual(2);
	});

	test("[S7] at machine pace it acts before anything starts, until it wants nothing more", () => {
		const jobs = Array.from({ length: 4 }, () => [thread(S), thread(S)]);
		const only = botChip("machine", { policy: { ...packets, place: fifo.place } }, jobs, 2);
		advance(only, 0);
		expect(only.cores.map(({ queue, thread: running }) => [running, ...queue])).toEqual([
			[0, 1, 4, 5],
			[2, 3, 6, 7],
		]);
	});

	test("[S7] at machine pace after one event it acts 16 times at most", () => {
		const chip = botChip("machine", { policy: neverEnough });
		advance(chip, 0);
		expect(chip.quantumNs).toBeGreaterThan(0);
		expect(chip.quantumNs % 16).toBe(0);
	});

	test("[S7] nobody acts for a person; the same seed acts the same", () => {
		const seats: SeatSetup[] = [
			{ driver: "person", policy: packets },
			{ driver: "bot", policy: fifo },
		];
		const play = () => createChip({ scenario: scenario({ jobs: many }), seed: 3, seats, pace: "human" });
		const [one, other] = [play(), play()];
		expect(events(one, 5 * S, ["planned"]).every((line) => line.split(" ")[4] === "1")).toBe(true);
		applyCommand(one, 0, { type: "drive", driver: "bot" });
		advance(other, 5 * S);
		applyCommand(other, 0, { type: "drive", driver: "bot" });
		advance(one, 20 * S);
		advance(other, 20 * S);
		expect(checksum(one)).toBe(checksum(other));
	});
});
