import type { Lesson } from "../lessons/lesson.ts";
import type { Reference } from "../lessons/outcome.ts";
import { advance } from "../sim/advance.ts";
import type { ReadonlyChip } from "../sim/chip/chip.ts";
import type { Scenario } from "../sim/scenario/scenario.ts";
import { measureChip } from "./measure-chip.ts";
import { openAtPace, REFERENCE_PER_S } from "./simulate-players.ts";

/** A chip to be compared with references: its scenario and seed, and the time to compare over. */
export type Compared = {
	readonly scenario: Scenario;
	/** 32-bit unsigned. */
	readonly seed: number;
	/** Upper limit: a chip whose work is all done earlier is measured then. */
	readonly timeNs: number;
};

/** References that score 0 and 100: the naive policy, and the best of all of the lesson's policies. */
export type HumanReferences = { readonly naive: Reference; readonly best: Reference };

/** The chip at the end of the time, played by that policy at human pace. */
export type PlayCompared = (compared: Compared, policy: string) => ReadonlyChip;

/** Runs the lesson's policies at human pace. `lastedNs`: how long the round of the best one took. */
export function humanReferences(
	lesson: Lesson,
	compared: Compared,
	play: PlayCompared = playNow,
): HumanReferences & { readonly lastedNs: number } {
	const { naive: naiveId, expert, constants, rivals } = lesson.policies;
	const run = (policy: string) => {
		const chip = play(compared, policy);
		const value = lesson.measure.of(measureChip(chip));
		return { reference: { policy, pace: "human", value } satisfies Reference, lastedNs: chip.nowNs };
	};
	const sign = lesson.measure.better === "more" ? 1 : -1;
	const naive = run(naiveId);
	const best = [expert, ...constants, ...rivals]
		.map(run)
		.reduce(
			(leader, rival) => (sign * (rival.reference.value - leader.reference.value) > 0 ? rival : leader),
			naive,
		);
	return { naive: naive.reference, best: best.reference, lastedNs: best.lastedNs };
}

function playNow({ scenario, seed, timeNs }: Compared, policy: string): ReadonlyChip {
	const chip = openAtPace(scenario, seed, policy, REFERENCE_PER_S);
	advance(chip, timeNs);
	return chip;
}
