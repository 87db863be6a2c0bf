import type { LessonId } from "../lessons/ids.ts";
import type { Reference } from "../lessons/outcome.ts";
import { lessonById } from "../lessons/table.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import type { Simulation } from "../round/simulation.ts";
import type { Pace } from "../sim/chip/chip.ts";
import { measureChip } from "./measure-chip.ts";
import type { ChipReferences, ReferenceSearch } from "./references.ts";
import { REFERENCE_PER_S } from "./simulate-players.ts";

/** Every version has this policy. */
const ALWAYS_THERE = "fifo";

/**
 * References for a chip of a round that an earlier version of the simulation played, by that version and by the formula
 * of its time: the best is the best of the lesson's policies, in every seat. There is no search: that is today's. A
 * policy that the version does not have plays no part; without the naive one, naive and best are the same and there is no
 * score.
 */
export function earlierReferences(simulation: Simulation, search: ReferenceSearch): ChipReferences {
	const { measure, policies } = lessonById(search.lesson as LessonId);
	const play = (policy: string, pace: Pace): Reference[] => {
		const value = playWith(simulation, search, policy, pace, measure.of);
		return value === undefined ? [] : [{ policy, pace, value }];
	};
	const sign = measure.better === "more" ? 1 : -1;
	const bestOf = (first: Reference, others: readonly Reference[]): Reference =>
		others.reduce((leader, rival) => (sign * (rival.value - leader.value) > 0 ? rival : leader), first);
	const { naive: naiveId, expert, constants, rivals } = policies;
	const [naive] = play(naiveId, "human");
	if (naive === undefined) {
		const [only] = play(ALWAYS_THERE, "human");
		if (only === undefined)
			throw new Error(`simulation version ${simulation.version} has no ${ALWAYS_THERE}`);
		return { naive: only, best: only, machine: only };
	}
	const best = bestOf(
		naive,
		[expert, ...constants, ...rivals].flatMap((policy) => play(policy, "human")),
	);
	const machine = bestOf(
		best,
		[expert, ...rivals].flatMap((policy) => play(policy, "machine")),
	);
	return { naive, best, machine };
}

/** undefined if that version refuses the chip, as where it has no such policy. */
function playWith(
	{ read }: Simulation,
	{ scenario, seed, timeNs }: ReferenceSearch,
	policy: string,
	pace: Pace,
	measureOf: (measured: ReturnType<typeof measureChip>) => number,
): number | undefined {
	const seat = { driver: "bot", policy, lookMeanNs: NS_PER_PLAY_S / REFERENCE_PER_S } as const;
	const seats = Array.from({ length: scenario.machine.cores.length + 1 }, () => seat);
	const opened = read({ scenario, seed, pace, seats });
	if (!opened.ok) return undefined;
	const { chip, advance } = opened.value();
	advance(timeNs);
	return measureOf(measureChip(chip));
}
