import { at } from "../lib/assert.ts";
import { NONE } from "../sim/chip.ts";
import type { Policy } from "../sim/policy.ts";

/** Any ready thread of the shared queue, all equally likely. */
export const random: Policy = {
	id: "random",
	pick: (chip, _core, ahead, chance) => {
		const ready = chip.shared.filter((id) => ahead || at(chip.threads, id).state === "ready");
		return ready.length === 0 ? NONE : at(ready, chance(ready.length));
	},
	place: () => NONE,
};
