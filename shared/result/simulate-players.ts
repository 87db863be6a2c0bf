import type { Lesson, LessonSetup } from "../lessons/lesson.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import { policyById } from "../policies/table.ts";
import { advance } from "../sim/advance.ts";
import type { Chip } from "../sim/chip/chip.ts";
import { botSeats, createChip } from "../sim/create-chip.ts";
import type { Scenario } from "../sim/scenario/scenario.ts";
import { measureChip } from "./measure-chip.ts";

/** Pace of the references that score 0 and 100, in decisions per second: what people manage. */
export const REFERENCE_PER_S = 0.9;
/** Length of a round whose scenario has no horizon. */
const ROUND_NS_MAX = 300 * NS_PER_PLAY_S;

/** Longest duration of a round of the scenario; it ends sooner once all work is done or the backlog collapses it. */
export function wholeNs({ end }: Scenario): number {
	return end.type === "horizon" ? end.ns : ROUND_NS_MAX;
}

/**
 * A chip of the lesson played by one policy (or another at the scheduler's seat) at `decisionsPerS` decisions
 * per second and seat.
 */
export function openSimulation(
	lesson: Lesson,
	setup: LessonSetup,
	policyId: string,
	decisionsPerS: number,
	schedulerId: string = policyId,
): Chip {
	return openAtPace(lesson.createScenario(setup), setup.seed, policyId, decisionsPerS, schedulerId);
}

/** As `openSimulation`, for an existing scenario. */
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

/** Value of the lesson's measure after a whole round played that way. */
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
