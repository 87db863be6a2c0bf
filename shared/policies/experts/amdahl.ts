import { createHumanPaced } from "../parts/human-paced.ts";
import { CRITICAL_PATH_FIRST } from "./parallel-work.ts";

/**
 * Expert policy of the lesson `amdahl`: of the parallel parts first what has the longest line behind it, planned
 * while the serial part runs. So all cores end together, and the next serial part can begin.
 */
export const serialFirst = createHumanPaced("insight:amdahl", CRITICAL_PATH_FIRST);
