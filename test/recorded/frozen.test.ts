import { expect, test } from "vitest";
import { FROZEN } from "#shared/frozen/frozen.ts";
import { loadFrozen } from "#shared/frozen/load-simulation.ts";
import { type Simulation, simulation } from "#shared/round/simulation.ts";
import { faultsOfFrozen } from "./frozen.ts";
import { differencesOfFrozen, shapeOfRounds } from "./replay-frozen.ts";
import { lackingIn } from "./shape-of.ts";

async function frozen(version: number): Promise<Simulation> {
	const loaded = await loadFrozen(version);
	if (!loaded.ok) throw new Error(loaded.reason);
	return loaded.value;
}

test("every version before the present one is frozen, and its file is what was frozen", () => {
	expect(faultsOfFrozen()).toEqual([]);
});

test.each([...FROZEN.keys()])(
	"[P1] what was recorded of version %i goes as it did, by its frozen file",
	async (version) => {
		const earlier = await frozen(version);
		expect(earlier.version).toBe(version);
		expect(differencesOfFrozen(earlier)).toEqual([]);
	},
);

test.each([...FROZEN.keys()])("a chip of version %i has all that today's chips have", async (version) => {
	const lacking = lackingIn(shapeOfRounds(await frozen(version)), shapeOfRounds(simulation));
	expect(lacking, "Say in shared/frozen what it was in that version").toEqual([]);
});
