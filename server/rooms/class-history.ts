import type { ClassEvent, ClassFact } from "#shared/class/class-event.ts";
import { applyClassEvent, type ClassState } from "#shared/class/class-state.ts";
import type { Journal } from "../journal/journal.ts";

/** A class as the fold of its events, each recorded before anybody is told. */
export class ClassHistory {
	readonly #journal: Pick<Journal, "record"> | undefined;
	#state: ClassState;
	#recorded: ClassState;
	#events: number;

	/** `events` of them are recorded already. Without a journal nothing is written down (a practice). */
	constructor(state: ClassState, events: number, journal: Pick<Journal, "record"> | undefined) {
		this.#state = state;
		this.#recorded = state;
		this.#events = events;
		this.#journal = journal;
	}

	/** After everything that has happened: what is to be decided next goes by this. */
	get state(): ClassState {
		return this.#state;
	}

	/** After everything that is recorded: what may be told. */
	get recorded(): ClassState {
		return this.#recorded;
	}

	/**
	 * Makes `facts` happen after `turn` closed turns, and records them: `follow` is called after each has happened,
	 * `told` once all are recorded, after everything that came before.
	 */
	append(
		facts: readonly ClassFact[],
		turn: number,
		follow: (fact: ClassFact) => void,
		told: (state: ClassState) => void,
	): void {
		const sequence = this.#events;
		const events = facts.map(
			(fact): ClassEvent => ({ turn: fact.type === "roundOpened" ? 0 : turn, ...fact }),
		);
		this.#events += events.length;
		for (const event of events) {
			this.#state = applyClassEvent(this.#state, event);
			follow(event);
		}
		const state = this.#state;
		this.#record(sequence, events, () => {
			this.#recorded = state;
			told(state);
		});
	}

	/** Calls `told` when everything so far is recorded and told. */
	afterAll(told: () => void): void {
		this.#record(this.#events, [], told);
	}

	#record(sequence: number, events: readonly ClassEvent[], told: () => void): void {
		if (this.#journal === undefined) told();
		else this.#journal.record(this.#state.code, sequence, events, told);
	}
}
