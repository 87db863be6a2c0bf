import { describe, expect, it } from "vitest";
import { LEVELS, type Level } from "#shared/lessons/ids.ts";
import { rushHour } from "#shared/lessons/rush-hour.ts";
import { at } from "#shared/lib/assert.ts";
import { leastLoaded } from "#shared/policies/people.ts";
import { createPlayer } from "#shared/policies/player.ts";
import { policyById } from "#shared/policies/table.ts";
import { measureChip } from "#shared/round/measure-chip.ts";
import { advance } from "#shared/sim/advance.ts";
import { createChip } from "#shared/sim/create-chip.ts";
import { workOf } from "#shared/sim/jobs.ts";
import type { Policy } from "#shared/sim/policy.ts";
import { NS_PER_PLAY_S } from "#shared/sim/units.ts";

/** Knows where the shortest queue is, what is urgent, and that copies of a table are safe; not yet when each pays. */
const practised = createPlayer("practised", {
	deal: leastLoaded,
	rank: (_chip, _core, thread) => -thread.spec.priority,
	way: (_chip, _core, thread) => thread.spec.ways.length,
});

const SKILLS: readonly (readonly [who: string, policy: Policy, decisionsPerS: number])[] = [
	["first-timer", policyById("in-turn"), 0.4],
	["practised", practised, 0.7],
	["expert", policyById("insight:rush-hour"), 1],
];
const SEEDS = [1, 2, 3];

function play(level: Level, seed: number, policy: Policy, decisionsPerS: number) {
	const scenario = rushHour.createScenario({ cores: 4, seed, level, side: 0 });
	const seats = scenario.machine.cores.map(() => seat(policy, decisionsPerS));
	const chip = createChip({ scenario, seed, seats: [seat(policy, decisionsPerS), ...seats], pace: "human" });
	advance(chip, 300 * NS_PER_PLAY_S);
	const measured = measureChip(chip);
	return { value: rushHour.measure.of(measured), ...measured };
}

function seat(policy: Policy, decisionsPerS: number) {
	return { driver: "bot" as const, policy, lookMeanNs: NS_PER_PLAY_S / decisionsPerS };
}

describe("rush hour", () => {
	for (const seed of SEEDS)
		it(`seed ${seed}: a first-timer, somebody practised and an expert come to clearly different results`, () => {
			const values = SKILLS.map(([, policy, perS]) => play("standard", seed, policy, perS).value);
			expect(at(values, 1) / at(values, 0)).toBeGreaterThan(1.25);
			expect(at(values, 2) / at(values, 1)).toBeGreaterThan(1.1);
		});

	it("levels differ: the same expert keeps a starter chip up for longest, an expert chip for shortest", () => {
		const [, policy, perS] = at(SKILLS, 2);
		const times = LEVELS.map((level) => SEEDS.map((seed) => play(level, seed, policy, perS).timeNs));
		const sums = times.map((each) => each.reduce((sum, ns) => sum + ns, 0));
		expect(at(sums, 0)).toBeGreaterThan(at(sums, 1));
		expect(at(sums, 1)).toBeGreaterThan(at(sums, 2));
	});

	it("a chip that nobody plays well goes down before its five minutes are over", () => {
		const [, policy, perS] = at(SKILLS, 0);
		for (const seed of SEEDS) {
			const { collapsed, timeNs } = play("standard", seed, policy, perS);
			expect(collapsed).toBe(true);
			expect(timeNs).toBeLessThan(300 * NS_PER_PLAY_S);
		}
	});

	it("predicts by the formula what its last waves bring", () => {
		let workNs = 0;
		const seeds = Array.from({ length: 40 }, (_, seed) => seed);
		for (const seed of seeds) {
			const { jobs, arrivals } = rushHour.createScenario({ cores: 4, seed, level: "standard", side: 0 });
			for (const arrival of arrivals)
				if (arrival.type === "at" && arrival.atNs >= 280 * NS_PER_PLAY_S)
					for (const { program, ways } of at(jobs, arrival.job).threads)
						workNs += workOf(ways.find(({ name }) => name === "unlocked")?.program ?? program);
		}
		const cores = workNs / seeds.length / (20 * NS_PER_PLAY_S);
		expect(Math.abs(cores / rushHour.prediction.truth - 1)).toBeLessThan(0.05);
	});
});
