import { NONE } from "../../sim/chip/chip.ts";
import type { Policy } from "../../sim/chip/policy.ts";
import { bestOf } from "../parts/candidates.ts";
import { becauseShortest } from "../parts/reasons.ts";

/** Shortest job first: the thread with the least total work. */
export const sjf: Policy = {
	id: "sjf",
	pick: (chip, core, ahead) =>
		bestOf(chip, core, chip.shared, ahead, (thread, than) => thread.workNs < than.workNs),
	place: () => NONE,
	slices: false,
	reason: becauseShortest,
};
