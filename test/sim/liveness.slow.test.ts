import fc from "fast-check";
import { expect, test } from "vitest";
import { POLICIES } from "#shared/policies/table.ts";
import { advance, runToEnd } from "#shared/sim/advance.ts";
import { holds } from "../setup/holds.ts";
import { chipOf } from "./builders.ts";
import { randomScenario } from "./random-scenario.ts";
import { runs } from "./runs.ts";

const pace = fc.constantFrom("machine" as const, "human" as const);

test("[S5] bots get all the work done, at either pace and under every policy", () => {
	holds(
		"liveness",
		fc.property(randomScenario, fc.nat(), fc.constantFrom(...POLICIES), pace, (made, seed, policy, pace) => {
			const chip = chipOf(made, { seed, pace, policy });
			if (pace === "machine") runToEnd(chip);
			// A lone core that is looked after once a second needs that for every stretch of every thread.
			else advance(chip, 400_000_000);
			expect(chip.threads.map(({ state }) => state)).toEqual(chip.threads.map(() => "done"));
			expect([chip.finished, chip.alive, chip.ready]).toEqual([true, 0, 0]);
		}),
		runs(200),
	);
});
