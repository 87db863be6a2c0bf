import fc from "fast-check";
import { expect, test } from "vitest";
import { POLICIES } from "#shared/policies/table.ts";
import { advance, runToEnd } from "#shared/sim/advance.ts";
import type { Scenario } from "#shared/sim/scenario/scenario.ts";
import { holds } from "../setup/holds.ts";
import { chipOf } from "./builders.ts";
import { randomScenario } from "./random-scenario.ts";
import { runs } from "./runs.ts";

const pace = fc.constantFrom("machine" as const, "human" as const);

/**
 * The same with locks that nobody spins on for ever: a newcomer that takes the core of the lock's owner and
 * spins there would keep it from ever giving the lock back, as on a real machine.
 */
function unspun(made: Scenario): Scenario {
	return { ...made, locks: made.locks.map((lock) => ({ ...lock, waiting: "adaptive" })) };
}

test("[S5] bots get all the work done, at either pace and under every policy", () => {
	holds(
		"liveness",
		fc.property(randomScenario, fc.nat(), fc.constantFrom(...POLICIES), pace, (made, seed, policy, pace) => {
			const chip = chipOf(policy.preempts === undefined ? made : unspun(made), { seed, pace, policy });
			if (pace === "machine") runToEnd(chip);
			// A lone core that is looked after once a second needs that for every stretch of every thread.
			else advance(chip, 400_000_000);
			expect(chip.threads.map(({ state }) => state)).toEqual(chip.threads.map(() => "done"));
			expect([chip.finished, chip.alive, chip.ready]).toEqual([true, 0, 0]);
		}),
		runs(200),
	);
});
