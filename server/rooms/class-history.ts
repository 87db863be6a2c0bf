import type { ClassEvent, ClassFact } from "#shared/class/class-event.ts";
import { applyClassEvent, type ClassState } from "#shared/class/class-state.ts";
import type { Journal } from "../journal/journal.ts";

/** A class as the fold of its events, each recorded before anybody is told. */
export class ClassHistory {
	readonly #journal: Journal | undefined;
	#state: ClassState;
	#events: number;

	/** `events` of them are recorded already. Without a journal nothing is written down (a practice). */
	constructor(state: ClassState, events: number, journal: Journal | undefined) {
		this.#state = state;
		this.#events = events;
		this.#journal = journal;
	}

	get state(): ClassState {
		return this.#state;
	}

	/**
	 * Makes `facts` happen after `turn` closed turns: `follow` is called after each, and the returned
	 * function records them all and then calls what it is given.
	 */
	append(
		facts: readonly ClassFact[],
		turn: number,
		follow: (fact: ClassFact) => void,
	): (told: () => void) => void {
		const sequence = this.#events;
		const events = facts.map(
			(fact): ClassEvent => ({
				turn: fact.type === "roundOpened" ? 0 : turn,
				...fact,
			}),
		);
		this.#events += events.length;
		for (const event of events) {
			this.#state = applyClassEvent(this.#state, event);
			follow(event);
		}
		return (told) => this.#record(sequence, events, told);
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
