import type { Lesson } from "#shared/lessons/lesson.ts";
import type { ChipOutcome, RoundOutcome } from "#shared/lessons/outcome.ts";
import { WAVE_S } from "#shared/lessons/rush-hour-work.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { isByHand } from "#shared/result/attendance.ts";

/** What a chip, which is a team, achieved in an open round. */
export type TeamResult = {
	/** Index of the chip. */
	readonly chip: number;
	/** Rank from 1 among the chips that people played, or where those of bots would stand. Equal results share one. */
	readonly place: number;
	/** In the lesson's measure. */
	readonly value: number;
	/** How it ended: after how many seconds, in which wave (from 1), and whether its backlog brought it down. */
	readonly lastedS: number;
	readonly wave: number;
	readonly collapsed: boolean;
	/** Whether anybody held a seat on it. What bots alone reached is nobody's place. */
	readonly isPeopled: boolean;
	/** Whether it may be a record: people played it, and bots only a small share of their seats. */
	readonly isByHand: boolean;
};

/**
 * The teams of one seed, best first, and after them the chips that only bots played. Teams are ranked, never their
 * members.
 */
export function rankTeams({ measure }: Pick<Lesson, "measure">, { chips }: RoundOutcome): TeamResult[] {
	const sign = measure.better === "more" ? -1 : 1;
	const results = chips.map((outcome, chip) => ({
		chip,
		value: measure.of(outcome),
		isPeopled: outcome.held.length > 0,
		isByHand: isByHand(outcome),
		...endOf(outcome),
	}));
	return results
		.map((result) => ({
			...result,
			place: 1 + results.filter((one) => one.isPeopled && sign * (one.value - result.value) < 0).length,
		}))
		.sort(
			(one, other) =>
				Number(other.isPeopled) - Number(one.isPeopled) || one.place - other.place || one.chip - other.chip,
		);
}

/**
 * What competes for a record: the student's own chip (`own`) where there is one, else the best; of what was played by
 * hand only. undefined if nothing does.
 */
export function recordValueOf(teams: readonly TeamResult[], own: number | undefined): number | undefined {
	const mine = teams.filter(({ chip }) => chip === own);
	return (mine.length > 0 ? mine : teams).find((team) => team.isByHand)?.value;
}

function endOf({ timeNs, collapsed }: ChipOutcome): Pick<TeamResult, "lastedS" | "wave" | "collapsed"> {
	const lastedS = timeNs / NS_PER_PLAY_S;
	return { lastedS, wave: Math.max(1, Math.ceil(lastedS / WAVE_S)), collapsed };
}
