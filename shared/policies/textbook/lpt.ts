import { NONE } from "../../sim/chip/chip.ts";
import type { Policy } from "../../sim/chip/policy.ts";
import { bestOf } from "../parts/candidates.ts";
import { becauseLongest } from "../parts/reasons.ts";

/**
 * Longest processing time first (Graham 1969): the thread with the most total work, so that no long one is left
 * to the end.
 */
export const lpt: Policy = {
	id: "lpt",
	pick: (chip, core, ahead) =>
		bestOf(chip, core, chip.shared, ahead, (thread, than) => thread.workNs > than.workNs),
	place: () => NONE,
	slices: false,
	reason: becauseLongest,
};
