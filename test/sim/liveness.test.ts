import fc from "fast-check";
import { expect, it } from "vitest";
import { POLICIES } from "#shared/policies/table.ts";
import { advance, runToEnd } from "#shared/sim/advance.ts";
import { chipOf } from "./builders.ts";
import { randomScenario } from "./random-scenario.ts";

const pace = fc.constantFrom("machine" as const, "human" as const);

it("[S5] bots get all the work done, at either pace and under every policy", () => {
	fc.assert(
		fc.property(randomScenario, fc.nat(), fc.constantFrom(...POLICIES), pace, (made, seed, policy, pace) => {
			const chip = chipOf(made, { seed, pace, policy });
			if (pace === "machine") runToEnd(chip);
			else advance(chip, 60_000_000);
			expect(chip.threads.map(({ state }) => state)).toEqual(chip.threads.map(() => "done"));
			expect([chip.finished, chip.alive, chip.ready]).toEqual([true, 0, 0]);
		}),
		{ numRuns: 300 },
	);
});
