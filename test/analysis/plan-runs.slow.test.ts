import { describe, expect, test } from "vitest";
import { carriedOut, type Plan } from "#shared/analysis/plan.ts";
import { changesOf } from "#shared/analysis/plan-changes.ts";
import { createPlanRuns, type Variant } from "#shared/analysis/plan-runs.ts";
import { recordPlan } from "#shared/analysis/record-plan.ts";
import { LESSONS, lessonById } from "#shared/lessons/table.ts";
import { at, numberAt } from "#shared/lib/assert.ts";
import { createChance } from "#shared/lib/random.ts";
import { NEVER_NS, NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { policyById } from "#shared/policies/table.ts";
import { advance, nextEventNs } from "#shared/sim/advance.ts";
import { checksum } from "#shared/sim/chip/checksum.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import type { Policy } from "#shared/sim/chip/policy.ts";
import { chipOf } from "../sim/builders.ts";

const END_NS = 30 * NS_PER_PLAY_S;
const TRIES = 60;
/** Events of a plan of 30 s: what yields for ever would have many more. */
const EVENTS_MAX = 3_000;

function opened(id: (typeof LESSONS)[number]["id"], seed: number) {
	const { createScenario, chipCores, actions, policies } = lessonById(id);
	const made = createScenario({ cores: numberAt(chipCores, 0), seed, level: "standard", side: 0 });
	const open = (policy: Policy): Chip => chipOf(made, { policy, seed });
	const exact = open(policyById(policies.expert));
	const plan = recordPlan(exact, (chip, sink) => advance(chip, END_NS, sink));
	return { open, plan, changes: changesOf(exact, actions) };
}

function firstOf(plan: Plan): Variant {
	return { plan, change: "", differsNs: () => 0 };
}

describe.each(LESSONS.map(({ id }) => id))("a plan of %s", (id) => {
	test("goes on from where it differs as it would from the start, however many have been adopted", () => {
		const { open, plan, changes } = opened(id, 3);
		const runs = createPlanRuns(open);
		const chance = createChance(3, 0);
		let adopted = firstOf(plan);
		let last = runs.run(adopted, END_NS);
		runs.adopt(adopted, 0);
		for (let attempt = 0; attempt < TRIES; attempt++) {
			const changed = at(changes, chance(changes.length))(adopted, chance);
			if (changed === undefined) continue;
			const known = runs.knownCost(changed);
			if (known === Number.POSITIVE_INFINITY) continue;
			const chip = known === undefined ? runs.run(changed, END_NS) : last;
			const whole = open(carriedOut(changed.plan));
			advance(whole, END_NS);
			expect(checksum(chip)).toBe(checksum(whole));
			if (chance(3) > 0) continue;
			adopted = changed;
			last = chip;
			runs.adopt(changed, 0);
		}
	});

	test("has few events, whatever is changed in it", () => {
		const { open, plan, changes } = opened(id, 4);
		const chance = createChance(4, 0);
		let variant = firstOf(plan);
		for (let attempt = 0; attempt < TRIES; attempt++) {
			variant = at(changes, chance(changes.length))(variant, chance) ?? variant;
			const chip = open(carriedOut(variant.plan));
			let events = 0;
			for (
				let nextNs = nextEventNs(chip);
				nextNs < NEVER_NS && nextNs <= END_NS;
				nextNs = nextEventNs(chip)
			) {
				advance(chip, nextNs);
				events++;
				if (events > EVENTS_MAX) break;
			}
			expect(events).toBeLessThan(EVENTS_MAX);
		}
	});
});
