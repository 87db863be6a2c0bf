import { NONE } from "../../sim/chip/chip.ts";
import type { Policy } from "../../sim/chip/policy.ts";
import { priorityOf } from "../../sim/chip/priority.ts";
import { bestOf } from "../parts/candidates.ts";
import { becauseUrgent } from "../parts/reasons.ts";

/** Fixed priorities, preemptive: the most urgent thread, inherited priorities included; equals in order of queueing. */
export const priority: Policy = {
	id: "priority",
	pick: (chip, core, ahead) =>
		bestOf(
			chip,
			core,
			chip.shared,
			ahead,
			(thread, than) => priorityOf(chip, thread) > priorityOf(chip, than),
		),
	place: () => NONE,
	slices: true,
	reason: becauseUrgent,
	preempts: (chip, thread, running) => priorityOf(chip, thread) > priorityOf(chip, running),
};
