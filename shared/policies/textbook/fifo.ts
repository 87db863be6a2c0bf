import { NONE } from "../../sim/chip/chip.ts";
import type { Policy } from "../../sim/chip/policy.ts";
import { firstOf } from "../parts/candidates.ts";
import { becauseFirst } from "../parts/reasons.ts";

/** First in, first out: the head of the shared queue, in the order of the scheduler's rule. */
export const fifo: Policy = {
	id: "fifo",
	pick: (chip, core, ahead) => firstOf(chip, core, chip.shared, ahead),
	place: () => NONE,
	slices: false,
	reason: becauseFirst,
};
