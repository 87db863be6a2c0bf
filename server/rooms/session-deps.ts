import type { ClassState } from "#shared/class/class-state.ts";
import type { ProbeMoment } from "#shared/class/probe-tally.ts";
import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import type { RoundHeader, RoundLog } from "#shared/round/round.ts";
import type { Clock } from "../clock.ts";
import type { Journal } from "../journal/journal.ts";
import type { Log } from "../log.ts";

/** A round that was played. */
export type ClosedRound = { readonly id: string; readonly log: RoundLog };

/** `record`: as in the message `outcome`; undefined where none is kept. */
export type OnMeasured = (outcome: RoundOutcome, record: number | null | undefined) => void;

/** What an open class needs of the server around it. */
export type SessionDeps = {
	readonly clock: Clock;
	/** undefined: nothing is written down (a practice). */
	readonly journal: Pick<Journal, "record"> | undefined;
	readonly log: Log;
	readonly createId: () => string;
	/** A round is set up, and the one before is over or was never begun. */
	readonly expectRound: (header: RoundHeader) => void;
	/** A round of at least one turn is over. Calls `measured` when its outcome is known. */
	readonly keepRound: (state: ClassState, round: ClosedRound, measured: OnMeasured) => void;
	/** A round is measured, or a question about it was answered. */
	readonly keepEvidence: (state: ClassState) => void;
	/** A sheet was handed in. */
	readonly keepProbe: (state: ClassState, moment: ProbeMoment) => void;
	/** The class has reached its end. */
	readonly ended: (code: string) => void;
};
