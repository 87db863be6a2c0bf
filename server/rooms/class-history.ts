import { applyClassEvent } from "#shared/class/apply-class-event.ts";
import type { ClassEvent, ClassFact } from "#shared/class/class-event.ts";
import type { ClassState } from "#shared/class/class-state.ts";
import type { Journal } from "../journal/journal.ts";

/** A class as the fold of its events. Each event is recorded before anybody is told of it. */
export class ClassHistory {
	readonly #journal: Pick<Journal, "record"> | undefined;
	#state: ClassState;
	#recorded: ClassState;
	#events: number;

	/** `events`: how many are recorded already. Without a journal (a practice) nothing is written. */
	constructor(state: ClassState, events: number, journal: Pick<Journal, "record"> | undefined) {
		this.#state = state;
		this.#recorded = state;
		this.#events = events;
		this.#journal = journal;
	}

	/** The class after everything that has happened. Decisions go by this state. */
	get state(): ClassState {
		return this.#state;
	}

	/** The class after everything that is recorded. Only this state may be told. */
	get recorded(): ClassState {
		return this.#recorded;
	}

	/**
	 * Applies `facts` after `turn` closed turns and records them. Calls `follow` after each is applied, and `told`
	 * once all of them, and everything before them, are recorded.
	 */
	append(
		facts: readonly ClassFact[],
		turn: number,
		follow: (fact: ClassFact) => void,
		told: (state: ClassState) => void,
	): void {
		const sequence = this.#events;
		const opened = facts.findIndex(({ type }) => type === "roundOpened");
		// No turn of a new round is closed yet.
		const events = facts.map(
			(fact, index): ClassEvent => ({ turn: opened !== -1 && index >= opened ? 0 : turn, ...fact }),
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

	/** Calls `told` once everything so far is recorded and told. */
	afterAll(told: () => void): void {
		this.#record(this.#events, [], told);
	}

	#record(sequence: number, events: readonly ClassEvent[], told: () => void): void {
		if (this.#journal === undefined) told();
		else this.#journal.record(this.#state.code, sequence, events, told);
	}
}
