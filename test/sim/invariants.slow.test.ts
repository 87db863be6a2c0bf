import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NEVER_NS } from "#shared/lib/units.ts";
import { POLICIES } from "#shared/policies/table.ts";
import { advance, nextEventNs, runToEnd } from "#shared/sim/advance.ts";
import { applyCommand } from "#shared/sim/apply-command.ts";
import type { Chip, Pace } from "#shared/sim/chip/chip.ts";
import type { Policy } from "#shared/sim/chip/policy.ts";
import type { Scenario } from "#shared/sim/scenario/scenario.ts";
import { holds } from "../setup/holds.ts";
import { chipOf } from "./builders.ts";
import { brokenInvariants, createWatch } from "./invariants.ts";
import { createOrderWatch } from "./lock-order.ts";
import { randomCommands } from "./random-commands.ts";
import { randomScenario, wildScenario } from "./random-scenario.ts";
import { runs } from "./runs.ts";

/** More events than any of these scenarios has: the end of one that stands still. */
const EVENTS_MAX = 50_000;

/** From event to event, looking each time. */
function watch(chip: Chip): string[] {
	const { see, broken } = createWatch();
	for (let events = 0; !chip.finished; events++) {
		const nextNs = nextEventNs(chip);
		if (nextNs === NEVER_NS) break;
		if (events > EVENTS_MAX) return [`${events} events and no end`];
		advance(chip, nextNs, see);
		broken.push(...brokenInvariants(chip));
		if (broken.length > 0) return broken;
	}
	return broken;
}

const setUp = [fc.nat(), fc.constantFrom(...POLICIES)] as const;

function watched(made: Scenario, seed: number, policy: Policy, pace: Pace): string[] {
	return watch(chipOf(made, { seed, policy, pace }));
}

describe("at every moment", () => {
	test("[B1] [C3] [M3] [L3] books, queues, locks and caches of what comes to an end are in order", () => {
		holds(
			"invariants",
			fc.property(randomScenario, ...setUp, (made, seed, policy) => {
				expect(watched(made, seed, policy, "machine")).toEqual([]);
			}),
			runs(60),
		);
	});

	test("[F9] [F10] and of what crashes, begins again, goes on for ever or waits for ever", () => {
		holds(
			"invariants of wild scenarios",
			fc.property(wildScenario, ...setUp, (made, seed, policy) => {
				expect(watched(made, seed, policy, "machine")).toEqual([]);
			}),
			runs(80),
		);
	});

	test("[Q4] and whatever people do", () => {
		holds(
			"invariants with people",
			fc.property(wildScenario, ...setUp, randomCommands, (made, seed, policy, commands) => {
				const horizonNs = 30_000_000;
				const long = { ...made, end: { type: "horizon" as const, ns: horizonNs } };
				const people = made.machine.cores.map((_, core) => core);
				const chip = chipOf(long, { seed, policy, pace: "human", people });
				const { see, broken } = createWatch();
				for (const { turn, seat, command } of commands) {
					advance(chip, turn * 250_000, see);
					applyCommand(chip, seat, command, see);
					broken.push(...brokenInvariants(chip));
					if (broken.length > 0) break;
				}
				expect(broken).toEqual([]);
			}),
			runs(40),
		);
	});

	test("[L1] [L6] [L13] a lock that is handed over goes to whom its hand-off and its order promise", () => {
		let taken = 0;
		holds(
			"order of locks",
			fc.property(randomScenario, ...setUp, (made, seed, policy) => {
				const locks = made.locks.map((lock) => ({ ...lock, inherits: false }));
				const chip = chipOf({ ...made, locks }, { seed, policy });
				const { see, broken } = createOrderWatch(chip);
				runToEnd(chip, see);
				for (const lock of chip.locks) taken += lock.handOffs;
				expect(broken).toEqual([]);
			}),
			runs(150),
		);
		expect(taken).toBeGreaterThan(0);
	});
});
