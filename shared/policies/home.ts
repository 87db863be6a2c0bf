import { NONE } from "../sim/chip.ts";
import type { Policy } from "../sim/policy.ts";

/** Static home queues: dealt round robin in order of creation, never moved again. */
export const home: Policy = {
	id: "home",
	pick: () => NONE,
	place: (chip, thread) => thread % chip.cores.length,
};
