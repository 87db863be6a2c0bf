import { describe, expect, test } from "vitest";
import { findBestKnown } from "#shared/analysis/best-known.ts";
import { lowerBounds } from "#shared/analysis/bounds.ts";
import { KNOWN_OPTIMA } from "./known-optima.ts";

const US = 1_000;
/** What the command line allows unless told otherwise. */
const SIMULATIONS = 500;

describe("the search finds the optimum of small instances that is known", () => {
	test.each(KNOWN_OPTIMA)("of $name", ({ made, optimumUs }) => {
		const found = findBestKnown(made, 1, { simulations: SIMULATIONS, mayGoOn: () => true });
		expect(found.chip.nowNs / US).toBe(optimumUs);
		expect(lowerBounds(made).leastNs / US).toBeLessThanOrEqual(optimumUs + 1e-9);
		// It stops as soon as nothing can be better.
		if (found.efficiency === 1) expect(found.simulations).toBeLessThan(SIMULATIONS);
	});
});
