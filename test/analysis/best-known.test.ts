import { describe, expect, it } from "vitest";
import { findBestKnown } from "#shared/analysis/best-known.ts";
import { inOrder } from "#shared/policies/in-order.ts";
import { POLICIES } from "#shared/policies/table.ts";
import { plainMachine, run, scenario, thread } from "../sim/builders.ts";

const always = (): boolean => true;
/** Longest first gives 14 on two cores, the best is 12: 6 + 6 beside 4 + 4 + 4. */
const mixed = scenario({ machine: plainMachine(2), jobs: [[6, 6, 4, 4, 4].map((us) => thread(us * 1_000))] });

describe("the best known schedule", () => {
	it("is better than every policy where an order exists that is, and meets the bound", () => {
		const found = findBestKnown(mixed, 1, { simulations: 300, mayGoOn: always });
		for (const policy of POLICIES) expect(found.chip.nowNs).toBeLessThanOrEqual(run(mixed, policy).nowNs);
		expect({ nowNs: found.chip.nowNs, efficiency: found.efficiency }).toEqual({
			nowNs: 12_000,
			efficiency: 1,
		});
	});

	it("is what its order gives", () => {
		const { order, chip } = findBestKnown(mixed, 1, { simulations: 300, mayGoOn: always });
		expect(run(mixed, inOrder(order)).nowNs).toBe(chip.nowNs);
	});

	it("the same seed finds the same, within its limits", () => {
		const search = (simulations: number) => findBestKnown(mixed, 5, { simulations, mayGoOn: always });
		expect(search(40).order).toEqual(search(40).order);
		for (const most of [1, POLICIES.length, 40]) expect(search(most).simulations).toBeLessThanOrEqual(most);
		const stopped = findBestKnown(mixed, 5, { simulations: 400, mayGoOn: () => false });
		expect(stopped.simulations).toBe(POLICIES.length);
	});

	it("says so where no bound is known", () => {
		const endless = scenario({
			jobs: [[thread(1_000)]],
			arrivals: [{ type: "chain", jobs: [0] }],
			end: { type: "jobs", count: 3 },
		});
		expect(findBestKnown(endless, 1, { simulations: 5, mayGoOn: always }).efficiency).toBeUndefined();
	});
});
