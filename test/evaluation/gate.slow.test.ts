import { describe, expect, test } from "vitest";
import { optionsOf } from "#shared/analysis/options-of.ts";
import { gateTable } from "#shared/evaluation/gate.ts";
import { gateFaults } from "#shared/evaluation/gate-faults.ts";
import { gateSeeds } from "#shared/evaluation/gate-seeds.ts";
import { measuredOf, playSeats, seatKinds } from "#shared/evaluation/play-seats.ts";
import type { Player } from "#shared/evaluation/player.ts";
import { isPlayed } from "#shared/lessons/kind.ts";
import type { Lesson } from "#shared/lessons/lesson.ts";
import { LESSONS, lessonById } from "#shared/lessons/table.ts";
import { numberAt } from "#shared/lib/assert.ts";
import { policyById } from "#shared/policies/table.ts";
import { applyCommand } from "#shared/sim/apply-command.ts";
import { cloneChip } from "#shared/sim/chip/clone.ts";
import type { Command } from "#shared/sim/chip/command.ts";

const lesson = lessonById("load-balancing");
const chip = { cores: 4, level: "standard", side: 0 } as const;
const setup = { ...chip, seed: 9_001 };
const played = LESSONS.filter(isPlayed);

function broken(change: Partial<Lesson>): Lesson {
	return { ...lesson, ...change };
}

function always(command: Command): Player {
	return { name: "always", perS: 1, act: () => command };
}

describe("a lesson that fails the gate", () => {
	const faultsOf = (some: Lesson) =>
		gateFaults(some, gateTable(some, { ...chip, seeds: [9_001, 9_002, 9_003] }), []);

	test("because its idea is what everybody does anyway is told so, seat by seat", () => {
		const { policies } = lesson;
		const faults = faultsOf(broken({ policies: { ...policies, expert: policies.naive } }));
		for (const seat of ["scheduler", "core"])
			expect(faults).toContainEqual(expect.stringMatching(new RegExp(`^influence: ${seat} adds .*wanted`)));
	});

	test("because it offers what is worth nothing is told the act", () => {
		const { actions } = lesson;
		const faults = faultsOf(broken({ actions: { ...actions, core: [...actions.core, "sleepAfter"] } }));
		expect(faults).toContainEqual(
			expect.stringMatching(/^act: core sleepAfter left out costs 0±0 in all seats/),
		);
	});

	test("because it names no beginners is told so", () => {
		const { beginners: _, ...policies } = lesson.policies;
		expect(faultsOf(broken({ policies }))).toContain("beginners: the lesson names 0; two are wanted");
	});
});

describe("seeds", () => {
	test("are 31 different ones, the same for the same lesson", () => {
		const seeds = gateSeeds(lesson, chip);
		expect(new Set(seeds).size).toBe(31);
		expect(gateSeeds(lesson, chip)).toEqual(seeds);
	});

	test("are others for another scenario and for other policies", () => {
		const seeds = gateSeeds(lesson, chip);
		const { policies, createScenario } = lesson;
		const others = [
			broken({ policies: { ...policies, expert: policies.naive } }),
			broken({ createScenario: (given) => createScenario({ ...given, level: "expert" }) }),
		];
		for (const other of others)
			expect(gateSeeds(other, chip).filter((seed) => seeds.includes(seed))).toEqual([]);
	});
});

describe("who plays a seat", () => {
	test("and does what the lesson does not allow there does nothing", () => {
		const value = (player: Player) =>
			measuredOf(
				lesson,
				playSeats(lesson, setup, () => player),
			);
		const idle = value({ name: "idle", perS: 0, act: () => undefined });
		expect(lesson.actions.core).not.toContain("quantum");
		expect(value(always({ type: "quantum", ns: 1_000 }))).toBe(idle);
	});

	test("by a policy is within what the lesson offers: without acts it plays as nobody does", () => {
		const idle = broken({ actions: { scheduler: [], core: [] } });
		const expert = { policy: policyById(lesson.policies.expert), perS: 1 };
		const without = measuredOf(
			idle,
			playSeats(idle, setup, () => expert),
		);
		expect(without).toBeGreaterThan(
			measuredOf(
				lesson,
				playSeats(lesson, setup, () => expert),
			),
		);
	});

	test("sees only commands that would be carried out, and every kind that it may use", () => {
		const offered = new Map<string, Set<string>>();
		const wrong: string[] = [];
		for (const some of played) {
			const { actions } = some;
			const types = new Set<string>();
			const watching: Player = {
				name: "watching",
				perS: 0.3,
				act: ({ chip: state, seat, options, chance }) => {
					const all = options();
					for (const command of all) {
						types.add(`${seat === 0 ? "scheduler" : "core"} ${command.type}`);
						if (command.type === "deal" && command.way !== undefined) types.add("way");
					}
					const one = all[chance(Math.max(1, all.length))];
					if (one !== undefined && !applyCommand(cloneChip(state as never), seat, one).ok)
						wrong.push(`${some.id}: ${JSON.stringify(one)}`);
					return one;
				},
			};
			const size = numberAt(some.chipCores, 0);
			playSeats(some, { ...setup, cores: size }, () => watching);
			offered.set(some.id, types);
			expect(
				optionsOf(
					playSeats(some, { ...setup, cores: size }, () => undefined),
					0,
					actions,
				),
			).toEqual([]);
		}
		expect(wrong).toEqual([]);
		for (const some of played) {
			const main = some.actions.scheduler.filter((type) => ["deal", "plan", "choose"].includes(type));
			expect(offered.get(some.id)?.has("way")).toBe(some.actions.dealsWays === true);
			for (const type of main) expect([...(offered.get(some.id) ?? [])]).toContain(`scheduler ${type}`);
		}
	});
});

test("seats that nobody may hold belong to no kind", () => {
	for (const some of played) {
		const size = numberAt(some.chipCores, 0);
		const held = seatKinds(some, { ...setup, cores: size }).flatMap(({ seats }) => seats);
		expect(held.toSorted((one, other) => one - other)).toEqual(
			Array.from({ length: size + 1 }, (_, seat) => seat).filter((seat) => !some.botSeats.includes(seat)),
		);
	}
});
