import { NONE } from "../../sim/chip/chip.ts";
import type { Policy } from "../../sim/chip/policy.ts";
import { bestOf } from "../parts/candidates.ts";

/** Graham's list scheduling (1969): an idle core takes the first ready thread in the order of the scenario. */
export const list: Policy = {
	id: "list",
	pick: (chip, core, ahead) => bestOf(chip, core, chip.shared, ahead, (thread, than) => thread.id < than.id),
	place: () => NONE,
	slices: false,
};
