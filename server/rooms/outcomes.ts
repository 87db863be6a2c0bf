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
		if (outcome.part === 0) this.#first = outcome;
		if (live?.id !== id || state.phase !== "explain") return undefined;
		this.#last = outcomeOf(state, live, outcome, this.#first, record);
		return this.#last;
	}
}
