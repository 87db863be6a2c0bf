import type { LessonId } from "../lessons/ids.ts";
import type { Reference } from "../lessons/outcome.ts";
import { lessonById } from "../lessons/table.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import type { Simulation } from "../round/simulation.ts";
import type { Pace, ReadonlyChip } from "../sim/chip/chip.ts";
import { type Compared, humanReferences } from "./human-paced-references.ts";
import { measureChip } from "./measure-chip.ts";
import type { ChipReferences, ReferenceSearch } from "./references.ts";
import { REFERENCE_PER_S } from "./simulate-players.ts";

/**
 * References for a chip of a round that an earlier version of the simulation played, by that version. At machine speed
 * only the lesson's policies play: the search for a better schedule is today's.
 */
export function earlierReferences(
	simulation: Simulation,
	{ lesson: lessonId, ...compared }: ReferenceSearch,
): ChipReferences {
	const lesson = lessonById(lessonId as LessonId);
	const { measure, policies } = lesson;
	const { naive, best } = humanReferences(lesson, compared, (_, policy) =>
		playWith(simulation, compared, policy, "human"),
	);
	const machine = [policies.expert, ...policies.rivals]
		.map((policy): Reference => {
			const chip = playWith(simulation, compared, policy, "machine");
			return { policy, pace: "machine", value: measure.of(measureChip(chip)) };
		})
		.reduce(
			(leader, rival) =>
				(measure.better === "more" ? rival.value > leader.value : rival.value < leader.value)
					? rival
					: leader,
			best,
		);
	return { naive, best, machine };
}

/** Throws if that version has no such policy. */
function playWith(
	{ read, version }: Simulation,
	{ scenario, seed, timeNs }: Compared,
	policy: string,
	pace: Pace,
): ReadonlyChip {
	const seat = { driver: "bot", policy, lookMeanNs: NS_PER_PLAY_S / REFERENCE_PER_S } as const;
	const seats = Array.from({ length: scenario.machine.cores.length + 1 }, () => seat);
	const opened = read({ scenario, seed, pace, seats });
	if (!opened.ok) throw new Error(`simulation version ${version}: ${opened.reason.join("; ")}`);
	const { chip, advance } = opened.value();
	advance(timeNs);
	return chip;
}
