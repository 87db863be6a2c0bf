import type { Lesson, LessonSetup } from "../lessons/lesson.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import { policyById } from "../policies/table.ts";
import { advance } from "../sim/advance.ts";
import type { Chip } from "../sim/chip/chip.ts";
import { botSeats, createChip } from "../sim/create-chip.ts";
import type { Scenario } from "../sim/scenario/scenario.ts";
import { measureChip } from "./measure-chip.ts";

/** At which pace what scores 0 and 100 is played, in decisions a second: what people manage. */
export const REFERENCE_PER_S = 0.9;
/** So long a round lasts whose scenario does not say when it ends. */
const ROUND_NS_MAX = 300 * NS_PER_PLAY_S;

/** How long a round of the scenario may last; it is over sooner where all its work is done, or too much is left. */
export function wholeNs({ end }: Scenario): number {
	return end.type === "horizon" ? end.ns : ROUND_NS_MAX;
}

/** A chip of the lesson played by one policy, but for its scheduler if another is named, `decisionsPerS` decisions a second each. */
export function openSimulation(
	lesson: Lesson,
	setup: LessonSetup,
	policyId: string,
	decisionsPerS: number,
	schedulerId: string = policyId,
): Chip {
	return openAtPace(lesson.createScenario(setup), setup.seed, policyId, decisionsPerS, schedulerId);
}

/** The same of a scenario that is there already. */
export function openAtPace(
	scenario: Scenario,
	seed: number,
	policyId: string,
	decisionsPerS: number,
	schedulerId: string = policyId,
): Chip {
	const seats = botSeats(scenario.machine.cores.length, policyById(policyId)).map((seat, id) => ({
		...seat,
		...(id === 0 && { policy: policyById(schedulerId) }),
		lookMeanNs: NS_PER_PLAY_S / decisionsPerS,
	}));
	return createChip({ scenario, seed, seats, pace: "human" });
}

/** What the lesson measures, after a round played so. */
export function simulatePlayers(
	lesson: Lesson,
	setup: LessonSetup,
	policyId: string,
	decisionsPerS: number,
): number {
	const chip = openSimulation(lesson, setup, policyId, decisionsPerS);
	advance(chip, wholeNs(chip.scenario));
	return lesson.measure.of(measureChip(chip));
}
