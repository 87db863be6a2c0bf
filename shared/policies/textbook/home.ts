import { at } from "../../lib/assert.ts";
import { NONE } from "../../sim/chip/chip.ts";
import { mayRun } from "../../sim/chip/may-run.ts";
import type { Policy } from "../../sim/chip/policy.ts";
import { becauseInTurn } from "../parts/reasons.ts";

/**
 * Static queues: threads are dealt round robin, in order of creation, over the cores that may run them, and
 * never moved.
 */
export const home: Policy = {
	id: "home",
	pick: () => NONE,
	place: (chip, id) => {
		const thread = at(chip.threads, id);
		const able = chip.cores.filter((core) => mayRun(core, thread));
		return able[id % able.length]?.id ?? NONE;
	},
	slices: true,
	reason: becauseInTurn,
};
