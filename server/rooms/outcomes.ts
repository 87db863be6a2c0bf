import type { ClassState } from "#shared/class/class-state.ts";
import { outcomeByTeam, type PlayedByTeams } from "#shared/lessons/chip-of-team.ts";
import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import type { Down } from "#shared/protocol/down.ts";
import type { LiveRound } from "./live-round.ts";
import { outcomeOf } from "./messages.ts";

/** A round, and by chip the number of the team that played it. */
export type TeamRound = Pick<PlayedByTeams, "teams"> & { readonly id: string };

/** The outcomes that a class is explaining. */
export class Outcomes {
	#last: Down["outcome"] | undefined;
	/** Outcome of the latest first part of a two-sided lesson. */
	#first: RoundOutcome | undefined;
	/** What came of a lesson's rounds, oldest first. */
	#played: readonly (PlayedByTeams & { readonly id: string })[] = [];

	/** What everybody was told of a round; undefined unless it is the one measured last. */
	of(round: string): Down["outcome"] | undefined {
		return this.#last?.id === round ? this.#last : undefined;
	}

	/** Takes the outcome of a round. Returns what to tell everybody, if that is the round being explained. */
	take(
		state: ClassState,
		live: LiveRound | undefined,
		{ id, teams }: TeamRound,
		outcome: RoundOutcome,
		record: number | null | undefined,
	): Down["outcome"] | undefined {
		const before = this.#played.filter((round) => round.outcome.lesson === outcome.lesson && round.id !== id);
		const played = { id, outcome, teams };
		this.#played = [...before, played];
		if (outcome.part === 0) this.#first = outcome;
		if (live?.id !== id || state.phase !== "explain") return undefined;
		const earlier = earlierPlay(before, played);
		this.#last = outcomeOf(state, live, outcome, this.#first, earlier, record);
		return this.#last;
	}
}

/**
 * The last play before this one that it can be held against: of the same seed, by the same teams on chips of the same
 * sizes, by its parts, of which none is missing. Its chips stand in the order of this one's. Empty if there is none.
 */
function earlierPlay(played: readonly PlayedByTeams[], now: PlayedByTeams): RoundOutcome[] {
	const { seed, part } = now.outcome;
	const alike = played.flatMap((before) =>
		before.outcome.seed === seed ? (outcomeByTeam(before, now) ?? []) : [],
	);
	const parts = [0, 1].slice(0, part + 1).map((which) => alike.filter((outcome) => outcome.part === which));
	// With a second part at hand, the last first part belongs to this play.
	const earlier = parts.flatMap((outcomes, which) => outcomes.at(which < part ? -2 : -1) ?? []);
	return earlier.length === parts.length ? earlier : [];
}
