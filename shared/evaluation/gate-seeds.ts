import type { Lesson, LessonSetup } from "../lessons/lesson.ts";
import { numberAt } from "../lib/assert.ts";
import { randomOf, streamOf } from "../lib/random.ts";
import { openSimulation, REFERENCE_PER_S, wholeNs } from "../result/simulate-players.ts";
import { advance } from "../sim/advance.ts";
import { checksum } from "../sim/chip/checksum.ts";
import { SIM_VERSION } from "../sim/version.ts";

/** Number of seeds on which the gate takes means. */
const SEEDS = 31;
/** Seeds whose rounds say what the lesson is. */
const TELLING_SEEDS = [1, 2];

/**
 * The seeds on which a lesson is judged at that level, side and size. They follow from what happens in it: from
 * the version of the simulation and the checksums of rounds of its naive and its expert policy. So whoever
 * changes scenario, policies or simulation is judged on seeds that nobody has tuned on.
 */
export function gateSeeds(lesson: Lesson, setup: Omit<LessonSetup, "seed">): number[] {
	let state = SIM_VERSION;
	for (const seed of TELLING_SEEDS)
		for (const policy of [lesson.policies.naive, lesson.policies.expert]) {
			const chip = openSimulation(lesson, { ...setup, seed }, policy, REFERENCE_PER_S);
			advance(chip, wholeNs(chip.scenario));
			state = streamOf(state ^ checksum(chip), numberAt(TELLING_SEEDS, 0));
		}
	return Array.from({ length: SEEDS }, (_, index) => randomOf(streamOf(state, index)));
}
