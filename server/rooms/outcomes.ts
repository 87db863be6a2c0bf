import type { ClassState } from "#shared/class/class-state.ts";
import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import type { Down } from "#shared/protocol/down.ts";
import type { LiveRound } from "./live-round.ts";
import { outcomeOf } from "./messages.ts";

/** The outcomes that a class is explaining. */
export class Outcomes {
	#last: Down["outcome"] | undefined;
	/** Outcome of the latest first part of a two-sided lesson. */
	#first: RoundOutcome | undefined;
	/** What came of a lesson's rounds, oldest first. */
	#played: readonly { readonly id: string; readonly outcome: RoundOutcome }[] = [];

	/** What everybody was told of a round; undefined unless it is the one measured last. */
	of(round: string): Down["outcome"] | undefined {
		return this.#last?.id === round ? this.#last : undefined;
	}

	/** Takes the outcome of round `id`. Returns what to tell everybody, if that is the round being explained. */
	take(
		state: ClassState,
		live: LiveRound | undefined,
		id: string,
		outcome: RoundOutcome,
		record: number | null | undefined,
	): Down["outcome"] | undefined {
		const before = this.#played.filter((round) => round.outcome.lesson === outcome.lesson && round.id !== id);
		this.#played = [...before, { id, outcome }];
		if (outcome.part === 0) this.#first = outcome;
		if (live?.id !== id || state.phase !== "explain") return undefined;
		const earlier = earlierPlay(
			before.map((round) => round.outcome),
			outcome,
		);
		this.#last = outcomeOf(state, live, outcome, this.#first, earlier, record);
		return this.#last;
	}
}

/**
 * The last play before this one that it can be held against: of the same seed, on chips of the same sizes, by its
 * parts, of which none is missing. Empty if there is none.
 */
function earlierPlay(played: readonly RoundOutcome[], { seed, part, chips }: RoundOutcome): RoundOutcome[] {
	const alike = played.filter(
		(outcome) =>
			outcome.seed === seed &&
			outcome.chips.length === chips.length &&
			outcome.chips.every(({ cores }, chip) => cores === chips[chip]?.cores),
	);
	const parts = [0, 1].slice(0, part + 1).map((which) => alike.filter((outcome) => outcome.part === which));
	// With a second part at hand, the last first part belongs to this play.
	const earlier = parts.flatMap((outcomes, which) => outcomes.at(which < part ? -2 : -1) ?? []);
	return earlier.length === parts.length ? earlier : [];
}
