import { bottomLevelNs } from "../../sim/chip/bottom-level.ts";
import { NONE } from "../../sim/chip/chip.ts";
import type { Policy } from "../../sim/chip/policy.ts";
import { bestOf } from "../parts/candidates.ts";
import { becauseLongest } from "../parts/reasons.ts";

/**
 * Longest processing time first (Graham 1969), so that no long one is left to the end. Where threads wait for one
 * another, what counts is the whole line behind a thread (Hu 1961: highest level first).
 */
export const lpt: Policy = {
	id: "lpt",
	pick: (chip, core, ahead) =>
		bestOf(
			chip,
			core,
			chip.shared,
			ahead,
			(thread, than) => bottomLevelNs(chip, thread) > bottomLevelNs(chip, than),
		),
	place: () => NONE,
	slices: false,
	reason: becauseLongest,
};
