import type { PlayedByTeams } from "#shared/lessons/chip-of-team.ts";
import type { RoundSummary } from "../store/round-row.ts";

/** Rounds of the same class, lesson and seed that a round is compared with. */
export type RelatedRounds = {
	/** The other part, in a lesson with two sides: the one played nearest in time. null if none. */
	readonly otherPart: PlayedByTeams | null;
	/** The last earlier round of the same part, which this one repeats. null if none. */
	readonly earlier: PlayedByTeams | null;
};

/**
 * Finds the related rounds of round `id` among `rounds`, which must all be of its class and lesson. Rounds that were
 * cut short, to less than half its length, are left out, and those whose scores are of another formula.
 */
export function relatedRounds(rounds: readonly RoundSummary[], id: string): RelatedRounds {
	const own = rounds.find((round) => round.id === id);
	if (own?.outcome === undefined) return { otherPart: null, earlier: null };
	const { seed, part, formula } = own.outcome;
	const alike = rounds.filter(
		({ id: other, outcome, turns }) =>
			other !== id && outcome?.seed === seed && outcome.formula === formula && turns >= own.turns / 2,
	);
	const others = alike
		.filter(({ outcome }) => outcome?.part !== part)
		.sort((one, other) => apartMs(one, own) - apartMs(other, own));
	const before = alike
		.filter(({ outcome, playedMs }) => outcome?.part === part && playedMs < own.playedMs)
		.sort((one, other) => other.playedMs - one.playedMs);
	return { otherPart: byTeams(others[0]), earlier: byTeams(before[0]) };
}

function byTeams(round: RoundSummary | undefined): PlayedByTeams | null {
	return round?.outcome === undefined ? null : { outcome: round.outcome, teams: round.teams };
}

function apartMs(one: RoundSummary, other: RoundSummary): number {
	return Math.abs(one.playedMs - other.playedMs);
}
