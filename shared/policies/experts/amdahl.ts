import { createHumanPaced } from "../parts/human-paced.ts";
import { LONGEST_TO_SOONEST } from "./parallel-work.ts";

/**
 * Expert policy of the lesson `amdahl`: parallel parts longest first, to the core that is free soonest, and planned
 * while the serial part runs. So all cores end together, and the next serial part can begin.
 */
export const serialFirst = createHumanPaced("insight:amdahl", LONGEST_TO_SOONEST);
