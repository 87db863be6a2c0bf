import type { Lesson } from "#shared/lessons/lesson.ts";
import type { ChipOutcome, RoundOutcome } from "#shared/lessons/outcome.ts";
import { WAVE_S } from "#shared/lessons/rush-hour-work.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";

/** What a chip, which is a team, achieved in an open round. */
export type TeamResult = {
	/** Index of the chip. */
	readonly chip: number;
	/** Rank from 1. Equal results share one. */
	readonly place: number;
	/** In the lesson's measure. */
	readonly value: number;
	/** How it ended: after how many seconds, in which wave (from 1), and whether its backlog brought it down. */
	readonly lastedS: number;
	readonly wave: number;
	readonly collapsed: boolean;
};

/** The teams of one seed, best first. Teams are ranked, never their members. */
export function rankTeams({ measure }: Pick<Lesson, "measure">, { chips }: RoundOutcome): TeamResult[] {
	const sign = measure.better === "more" ? -1 : 1;
	const results = chips.map((outcome, chip) => ({ chip, value: measure.of(outcome), ...endOf(outcome) }));
	return results
		.map((result) => ({
			...result,
			place: 1 + results.filter(({ value }) => sign * (value - result.value) < 0).length,
		}))
		.sort((one, other) => one.place - other.place || one.chip - other.chip);
}

function endOf({ timeNs, collapsed }: ChipOutcome): Pick<TeamResult, "lastedS" | "wave" | "collapsed"> {
	const lastedS = timeNs / NS_PER_PLAY_S;
	return { lastedS, wave: Math.max(1, Math.ceil(lastedS / WAVE_S)), collapsed };
}
