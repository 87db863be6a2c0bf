import type { ClassFact } from "#shared/class/class-event.ts";
import type { ClassState } from "#shared/class/class-state.ts";
import { unreachable } from "#shared/lib/unreachable.ts";
import type { Refusal } from "#shared/protocol/down.ts";
import type { Up } from "#shared/protocol/up.ts";
import { openRound } from "#shared/round/play-round.ts";
import { READY_MS } from "./limits.ts";
import { LiveRound } from "./live-round.ts";
import { checkCommandNow } from "./rules.ts";

/** The round that a class plays: which one it is, when its turns flow, and what waits for the next turn. */
export class Play {
	#live: LiveRound | undefined;
	#firstTurnMs = 0;

	constructor(live: LiveRound | undefined) {
		this.#live = live;
	}

	/** The round opened last, which may be over. */
	get live(): LiveRound | undefined {
		return this.#live;
	}

	/** The round whose next turn is due; undefined if none is. */
	flowing(state: ClassState, nowMs: number): LiveRound | undefined {
		return nowMs >= this.#firstTurnMs ? this.#running(state) : undefined;
	}

	/** Queues a student's command for the next turn, or returns why not. */
	command(state: ClassState, student: string, { seen, command }: Up["command"]): Refusal | undefined {
		const place = state.students.get(student)?.place;
		const live = this.#running(state);
		if (place === undefined || live === undefined) return "notNow";
		const refusal = checkCommandNow(state, live, place, seen, command);
		if (refusal === undefined) live.add(place.chip, place.seat, command);
		return refusal;
	}

	/** Applies a fact to the round at once. It becomes visible in turns, which are recorded themselves. */
	follow(fact: ClassFact, state: ClassState, nowMs: number): void {
		switch (fact.type) {
			case "roundOpened":
				if (state.round !== undefined) this.#live = new LiveRound(fact.round, openRound(state.round.header));
				return;
			case "phase":
				if (fact.phase === "play") this.#firstTurnMs = nowMs + READY_MS;
				return;
			case "seated":
				// Who still has to predict leaves the seat to its bot until then.
				if (state.students.get(fact.student)?.bot === false) this.#drive(state, fact.student, "person");
				return;
			case "botDrives":
				this.#drive(state, fact.student, fact.bot ? "bot" : "person");
				return;
			case "opened":
			case "joined":
			case "left":
			case "dropped":
			case "returned":
			case "renamed":
			case "teamed":
			case "removed":
			case "naming":
			case "roundClosed":
			case "paused":
			case "locked":
			case "predicted":
			case "hinted":
			case "answered":
			case "asked":
			case "probed":
			case "measured":
			case "commanded":
			case "turned":
				return;
			default:
				unreachable(fact);
		}
	}

	#running({ phase, paused }: ClassState): LiveRound | undefined {
		return phase === "play" && !paused ? this.#live : undefined;
	}

	#drive(state: ClassState, student: string, driver: "person" | "bot"): void {
		const place = state.students.get(student)?.place;
		if (place !== undefined) this.#live?.add(place.chip, place.seat, { type: "drive", driver });
	}
}
