import { describe, expect, test } from "vitest";
import { carriedOut, type Plan } from "#shared/analysis/plan.ts";
import { makesWayNs, placedNs, reorderedNs } from "#shared/analysis/plan-differences.ts";
import { NEVER_NS } from "#shared/lib/units.ts";
import { advance } from "#shared/sim/advance.ts";
import type { ReadonlyChip } from "#shared/sim/chip/chip.ts";
import type { ProcessSpec, ThreadSpec } from "#shared/sim/scenario/scenario.ts";
import { chipOf, NO_MEMORY, plainMachine, run, scenario, thread } from "../sim/builders.ts";

const PLAN: Plan = {
	order: [0, 1, 2, 3],
	cores: [0, 1, 0, 1],
	ways: [],
	points: [],
	modes: [],
	yields: [],
	restarts: false,
	slices: false,
};

/** Two cores; threads 0 and 1 run at once, 2 and 3 after them. */
function played(plan: Plan, last: Partial<ThreadSpec> = {}): ReadonlyChip {
	const jobs = [[thread(10_000), thread(20_000), thread(5_000), thread(5_000, last)]];
	return run(scenario({ machine: plainMachine(2), jobs }), carriedOut(plan));
}

describe("the order of two threads first counts", () => {
	test("never, if they run on two cores", () => {
		expect(reorderedNs(PLAN, [2, 3], [2, 3], played(PLAN))).toBe(NEVER_NS);
	});

	test("when one of them is picked, if both wait for one core, or for whichever is free", () => {
		expect(reorderedNs(PLAN, [0, 2], [0, 2], played(PLAN))).toBe(0);
		const anywhere = { ...PLAN, cores: [] };
		expect(reorderedNs(anywhere, [2, 3], [2, 3], played(anywhere))).toBe(10_000);
	});

	test("never, if one is ready only after the other has begun", () => {
		const oneCore = { ...PLAN, cores: [0, 1, 0, 0] };
		expect(reorderedNs(oneCore, [2, 3], [2, 3], played(oneCore, { after: [1] }))).toBe(NEVER_NS);
		expect(reorderedNs(oneCore, [2, 3], [2, 3], played(oneCore, { after: [0] }))).toBe(10_000);
	});
});

test("making way counts from when one that comes before it waits for its core", () => {
	const made = scenario({
		jobs: [[thread(90_000)], [thread(1_000)]],
		arrivals: [
			{ type: "at", atNs: 0, job: 0 },
			{ type: "at", atNs: 10_000, job: 1 },
		],
	});
	const urgent = { ...PLAN, order: [1, 0], cores: [0, 0] };
	expect(makesWayNs(urgent, 0, run(made, carriedOut(urgent)))).toBe(10_000);
	const patient = { ...PLAN, order: [0, 1], cores: [0, 0] };
	expect(makesWayNs(patient, 0, run(made, carriedOut(patient)))).toBe(NEVER_NS);
});

test("where a thread runs counts once it is ready, with a home once it is announced", () => {
	const free = played(PLAN, { after: [0] });
	expect(placedNs(free, free.threads[3])).toBe(10_000);
	const atHome = played(PLAN, { after: [0], home: 1 });
	expect(placedNs(atHome, atHome.threads[3])).toBe(0);
});

test("[S7] a policy whom time alone does not make decide otherwise is not asked while only caches and bus change", () => {
	const loading: ProcessSpec = { ...NO_MEMORY, workingSetKib: 4_096, accessesPerUs: 50 };
	const made = scenario({ processes: [loading], jobs: [[thread(2_000_000)]] });
	const asked = (changesMind?: () => boolean): number => {
		let times = 0;
		const { act, ...policy } = carriedOut({ ...PLAN, cores: [] });
		const counted = (...[chip, seat, chance]: Parameters<NonNullable<typeof act>>) => {
			times++;
			return act?.(chip, seat, chance);
		};
		const chip = chipOf(made, {
			policy: { ...policy, act: counted, ...(changesMind && { changesMind }) },
		});
		advance(chip, NEVER_NS);
		return times;
	};
	expect(asked(() => false)).toBeLessThan(asked(() => true) / 3);
});
