import { expect, test } from "vitest";
import { asymmetric } from "#shared/lessons/asymmetric.ts";
import type { Occasion } from "#shared/lessons/concept.ts";
import { sideKeysOf } from "#shared/lessons/kind.ts";
import { takenBy } from "#shared/lessons/situations.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { openSimulation } from "#shared/result/simulate-players.ts";
import { advance } from "#shared/sim/advance.ts";

test("who takes from the shared queue had no choice of what its core may not run", () => {
	const setup = {
		cores: 5,
		seed: 1,
		level: "standard",
		side: sideKeysOf(asymmetric).indexOf("amp"),
	} as const;
	const chip = openSimulation(asymmetric, setup, asymmetric.policies.expert, 0.9);
	// Of a job and a batch; no core may run both.
	const jobFirst = takenBy(({ spec }) => (spec.needs === "master" ? 0 : 1));
	const byNeed = takenBy(({ spec }) => (spec.needs === "dsp" ? 0 : 1));
	const found: { jobs: Occasion[]; needs: Occasion[] } = { jobs: [], needs: [] };
	advance(chip, 60 * NS_PER_PLAY_S, (event) => {
		found.jobs.push(...[jobFirst(chip, event) ?? []].flat());
		found.needs.push(...[byNeed(chip, event) ?? []].flat());
	});
	expect(found.jobs).toEqual([]);
	// The cores that can do both kinds, and nobody else.
	expect([...new Set(found.needs.map(({ seat }) => seat))].sort()).toEqual([4, 5]);
});
