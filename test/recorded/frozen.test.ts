import { expect, test } from "vitest";
import { FROZEN } from "#shared/frozen/frozen.ts";
import { loadFrozen } from "#shared/frozen/load-simulation.ts";
import { faultsOfFrozen } from "./frozen.ts";
import { differencesOfFrozen } from "./replay-frozen.ts";

test("every version before the present one is frozen, and its file is what was frozen", () => {
	expect(faultsOfFrozen()).toEqual([]);
});

test.each([...FROZEN.keys()])(
	"[P1] what was recorded of version %i goes as it did, in its frozen file",
	async (version) => {
		const loaded = await loadFrozen(version);
		if (!loaded.ok) throw new Error(loaded.reason);
		expect(loaded.value.version).toBe(version);
		expect(differencesOfFrozen(loaded.value)).toEqual([]);
	},
);
