import type { ClassState } from "#shared/class/class-state.ts";
import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import type { Down } from "#shared/protocol/down.ts";
import type { LiveRound } from "./live-round.ts";
import { outcomeOf } from "./messages.ts";

/** What came of the rounds of a class, as far as it is explained. */
export class Outcomes {
	#last: Down["outcome"] | undefined;
	/** Of the last first part of a lesson with two sides. */
	#first: RoundOutcome | undefined;

	/** What all were told of a round; undefined if it is not measured, or not the last that was. */
	of(round: string): Down["outcome"] | undefined {
		return this.#last?.id === round ? this.#last : undefined;
	}

	/** Round `id` is measured. What all are to be told of it, if it is the one that is being explained. */
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
