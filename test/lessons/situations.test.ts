import { describe, expect, test } from "vitest";
import { asymmetric } from "#shared/lessons/asymmetric.ts";
import { askedInSize, putShortestFirst } from "#shared/lessons/batch-situations.ts";
import type { Occasion, Situation } from "#shared/lessons/concept.ts";
import { sideKeysOf } from "#shared/lessons/kind.ts";
import { takenBy } from "#shared/lessons/situations.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { policyById } from "#shared/policies/table.ts";
import { openSimulation } from "#shared/result/simulate-players.ts";
import { advance } from "#shared/sim/advance.ts";
import { createChip } from "#shared/sim/create-chip.ts";
import { scenario, thread } from "../sim/builders.ts";

test("who takes from the shared queue had no choice of what its core may not run", () => {
	const S = NS_PER_PLAY_S;
	const tasks = ["cpu", "dsp", "dsp", "cpu", "dsp", "cpu"].map((needs) => thread(S, { needs }));
	const made = scenario({ cores: 2, jobs: [tasks] });
	const cores = [["cpu"], ["cpu", "dsp"]].map((can, core) => ({ ...made.machine.cores[core], can }));
	const seats = Array.from({ length: 3 }, () => ({ driver: "bot" as const, policy: policyById("fifo") }));
	const chip = createChip({
		scenario: { ...made, machine: { ...made.machine, cores: cores as typeof made.machine.cores } },
		seed: 1,
		seats,
		pace: "machine",
	});
	const byNeed = takenBy(({ spec }) => (spec.needs === "dsp" ? 0 : 1));
	const found: Occasion[] = [];
	advance(chip, 60 * S, (event) => {
		found.push(...[byNeed(chip, event) ?? []].flat());
	});
	// The core that can do both kinds, and nobody else.
	expect([...new Set(found.map(({ seat }) => seat))]).toEqual([2]);
});

describe.each(["smp", "amp"])("batches, %s", (name) => {
	const side = sideKeysOf(asymmetric).indexOf(name);
	const occasions = (policy: string, situation: Situation): Occasion[] => {
		const setup = { cores: 5, seed: 1, level: "standard", side } as const;
		const chip = openSimulation(asymmetric, setup, policy, 0.9);
		const found: Occasion[] = [];
		advance(chip, 110 * NS_PER_PLAY_S, (event) => {
			found.push(...[situation(chip, event) ?? []].flat());
		});
		return found;
	};
	const shareTook = (found: readonly Occasion[]): number =>
		found.filter(({ took }) => took).length / found.length;

	test("who plays the idea asks in the right size and puts the shortest first; who guesses does by chance", () => {
		for (const situation of [askedInSize(), putShortestFirst()]) {
			const expert = occasions(asymmetric.policies.expert, situation);
			expect(expert.length).toBeGreaterThan(6);
			expect(shareTook(expert)).toBe(1);
			const guessed = occasions(asymmetric.policies.random, situation);
			expect(guessed.length).toBeGreaterThan(6);
			expect(shareTook(guessed)).toBeLessThan(0.6);
		}
	});

	test("cores are met in the size of batches, the scheduler in the order", () => {
		const { expert } = asymmetric.policies;
		expect(new Set(occasions(expert, askedInSize()).map(({ seat }) => seat > 0))).toEqual(new Set([true]));
		expect(new Set(occasions(expert, putShortestFirst()).map(({ seat }) => seat))).toEqual(new Set([0]));
	});
});
