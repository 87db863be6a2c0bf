import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	countEvent,
	createPopulation,
	differenceOf,
	littlesLaw,
	utilisationLaw,
} from "#shared/analysis/operational-laws.ts";
import { findPolicy, POLICIES } from "#shared/policies/table.ts";
import { advance } from "#shared/sim/advance.ts";
import { holds } from "../setup/holds.ts";
import { chipOf, plainMachine, run, scenario, thread } from "./builders.ts";

import { jobChainNs } from "./job-chain.ts";
import { wildScenario } from "./random-scenario.ts";
import { runs } from "./runs.ts";

/** Policies that leave no core idle while a thread is ready. */
const GREEDY = ["fifo", "list", "sjf", "lpt", "stcf", "lottery", "random", "edf"].flatMap(
	(id) => findPolicy(id) ?? [],
);

const dag = fc.array(
	fc.record({
		workNs: fc.integer({ min: 1, max: 1_000 }),
		after: fc.uniqueArray(fc.nat(30), { maxLength: 3 }),
	}),
	{ minLength: 1, maxLength: 30 },
);

describe("laws", () => {
	test("[B2] Little's law and the utilisation law hold on every run, at any moment", () => {
		holds(
			"operational laws",
			fc.property(
				wildScenario,
				fc.nat(),
				fc.constantFrom(...POLICIES),
				fc.constantFrom("machine" as const, "human" as const),
				fc.integer({ min: 1, max: 900_000 }),
				(made, seed, policy, pace, toNs) => {
					const chip = chipOf(made, { seed, policy, pace });
					const population = createPopulation();
					advance(chip, toNs, (event) => {
						countEvent(population, event);
					});
					expect(differenceOf(littlesLaw(chip, population))).toBeLessThan(1e-9);
					// Useful time is work at one speed only where nobody may clock a core otherwise.
					if (made.machine.cores.every(({ points }) => points.length === 0))
						expect(differenceOf(utilisationLaw(chip))).toBeLessThan(1e-9);
				},
			),
			runs(100),
		);
	});
});

describe("bounds", () => {
	test("[D2] Brent and Graham: work and longest chain bound every schedule that leaves no core idle", () => {
		holds(
			"bounds of schedules",
			fc.property(dag, fc.integer({ min: 1, max: 8 }), fc.constantFrom(...GREEDY), (tasks, cores, policy) => {
				const threads = tasks.map(({ workNs, after }, index) =>
					thread(workNs, { after: after.filter((other) => other < index) }),
				);
				const { nowNs } = run(scenario({ cores, jobs: [threads] }), policy);
				const workNs = tasks.reduce((sum, task) => sum + task.workNs, 0);
				const chainNs = jobChainNs(threads);
				expect(nowNs).toBeGreaterThanOrEqual(Math.max(workNs / cores, chainNs));
				expect(nowNs).toBeLessThanOrEqual(workNs / cores + (1 - 1 / cores) * chainNs + 1e-6);
			}),
			runs(200),
		);
	});

	test("[D2] with equal tasks that wait for nothing, one core more or faster cores never take longer", () => {
		const timeOf = (count: number, workNs: number, cores: number, speed: number): number => {
			const machine = plainMachine(cores);
			const faster = { ...machine, cores: machine.cores.map((core) => ({ ...core, speed })) };
			const tasks = Array.from({ length: count }, () => thread(workNs));
			return run(scenario({ machine: faster, jobs: [tasks] })).nowNs;
		};
		holds(
			"bounds of other cores",
			fc.property(
				fc.integer({ min: 1, max: 40 }),
				fc.integer({ min: 1, max: 5_000 }),
				fc.integer({ min: 1, max: 8 }),
				fc.integer({ min: 2, max: 10 }),
				(count, workNs, cores, tenths) => {
					const here = timeOf(count, workNs, cores, tenths / 10);
					expect(timeOf(count, workNs, cores + 1, tenths / 10)).toBeLessThanOrEqual(here);
					expect(timeOf(count, workNs, cores, (tenths - 1) / 10)).toBeGreaterThanOrEqual(here);
				},
			),
			runs(60),
		);
	});

	test("[D2] with tasks that wait for each other a core more may take longer: Graham's anomaly", () => {
		const works = [3, 2, 2, 2, 4, 4, 4, 4, 9];
		const after = [[], [], [], [], [3], [3], [3], [3], [0]];
		const tasks = works.map((workNs, index) => thread(workNs, { after: after[index] ?? [] }));
		const list = POLICIES.find(({ id }) => id === "list");
		const timeOf = (cores: number) => run(scenario({ cores, jobs: [tasks] }), list).nowNs;
		expect([timeOf(3), timeOf(4)]).toEqual([12, 15]);
	});
});
