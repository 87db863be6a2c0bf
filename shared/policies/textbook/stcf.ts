import { NONE } from "../../sim/chip/chip.ts";
import type { Policy } from "../../sim/chip/policy.ts";
import { remainingWorkNs } from "../../sim/chip/progress.ts";
import { bestOf } from "../parts/candidates.ts";
import { becauseShortest } from "../parts/reasons.ts";

/** Shortest time to completion first: the thread with the least remaining work; a newcomer with less preempts. */
export const stcf: Policy = {
	id: "stcf",
	pick: (chip, core, ahead) =>
		bestOf(
			chip,
			core,
			chip.shared,
			ahead,
			(thread, than) => remainingWorkNs(chip, thread) < remainingWorkNs(chip, than),
		),
	place: () => NONE,
	slices: false,
	reason: becauseShortest,
	preempts: (chip, thread, running) => remainingWorkNs(chip, thread) < remainingWorkNs(chip, running),
};
