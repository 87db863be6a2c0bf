import type { ClassFact } from "#shared/class/class-event.ts";
import type { ClassState } from "#shared/class/class-state.ts";
import { unreachable } from "#shared/lib/unreachable.ts";
import type { Down } from "#shared/protocol/down.ts";
import { isHandover } from "#shared/round/held-seats.ts";
import type { Audience } from "./audience.ts";
import type { ClosedRound, SessionDeps } from "./session-deps.ts";

/** Everything outside of a class that hears what happens in it. */
export type ClassSurroundings = Pick<SessionDeps, "expectRound" | "keepEvidence" | "keepProbe" | "ended"> & {
	readonly audience: Audience;
	readonly keepRound: (state: ClassState, round: ClosedRound) => void;
	/** Tells one student alone. */
	readonly tellTrials: (student: string, trials: Down["trials"]) => void;
};
export type Consequence = (around: ClassSurroundings) => void;

/** The class right after a fact was applied. */
export type Aftermath = {
	readonly state: ClassState;
	/** The round opened last. Its log keeps growing. */
	readonly round: ClosedRound | undefined;
	/** Returns how far a student is in an experiment. */
	readonly standing: (student: string) => Down["trials"];
};

/**
 * Returns what a fact leads to outside of its class, apart from the room state that everybody sees. The result
 * sees the class as the fact left it, and must not be called before the fact is recorded.
 */
export function consequenceOf(fact: ClassFact, after: Aftermath): Consequence | undefined {
	const { state, round } = after;
	switch (fact.type) {
		case "roundOpened":
			return round && openRound(round);
		case "roundClosed":
			return round && closeRound(state, round);
		case "commanded":
			// Who holds which seat when play begins decides what a score is held against.
			return round && isHandover(fact.command) ? ({ expectRound }) => expectRound(round.log) : undefined;
		case "phase":
			return fact.phase === "ended" ? endClass(state) : undefined;
		case "removed":
			return ({ audience }) => audience.sendAway(fact.student, fact.block ? "blocked" : "removed");
		case "answered":
			return (around) => around.keepEvidence(state);
		case "probed":
			return (around) => around.keepProbe(state, fact.moment);
		case "measured": {
			const trials = after.standing(fact.student);
			return (around) => around.tellTrials(fact.student, trials);
		}
		case "opened":
		case "joined":
		case "left":
		case "dropped":
		case "returned":
		case "renamed":
		case "teamed":
		case "naming":
		case "seated":
		case "botDrives":
		case "paused":
		case "locked":
		case "predicted":
		case "hinted":
		case "asked":
		case "turned":
			return undefined;
		default:
			return unreachable(fact);
	}
}

function openRound({ id, log }: ClosedRound): Consequence {
	return ({ audience, expectRound }) => {
		expectRound(log);
		audience.tellAll("round", { id, log });
	};
}

function closeRound(state: ClassState, { id, log }: ClosedRound): Consequence {
	return ({ keepRound }) => keepRound(state, { id, log });
}

function endClass({ code }: ClassState): Consequence {
	return ({ audience, ended }) => {
		ended(code);
		audience.dismiss();
	};
}

/** Whether a fact changes the room state, which holds neither turns nor commands. */
export function isShown({ type }: ClassFact): boolean {
	return type !== "commanded" && type !== "turned";
}
