import { NEVER_NS } from "../../lib/units.ts";
import { NONE, type ReadonlyThread } from "../../sim/chip/chip.ts";
import type { Policy } from "../../sim/chip/policy.ts";
import { bestOf } from "../parts/candidates.ts";
import { becauseDueFirst } from "../parts/reasons.ts";

/** Earliest deadline first, preemptive; threads without a deadline come last. */
export const edf: Policy = {
	id: "edf",
	pick: (chip, core, ahead) =>
		bestOf(chip, core, chip.shared, ahead, (thread, than) => deadlineOf(thread) < deadlineOf(than)),
	place: () => NONE,
	slices: false,
	reason: becauseDueFirst,
	preempts: (_chip, thread, running) => deadlineOf(thread) < deadlineOf(running),
};

function deadlineOf({ spec, announcedNs }: ReadonlyThread): number {
	return spec.deadlineNs === 0 ? NEVER_NS : announcedNs + spec.deadlineNs;
}
