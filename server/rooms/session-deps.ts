import type { ClassState } from "#shared/class/class-state.ts";
import type { ProbeMoment } from "#shared/class/probe-tally.ts";
import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import type { RoundLog } from "#shared/round/round.ts";
import type { Clock } from "../clock.ts";
import type { Journal } from "../journal/journal.ts";
import type { Log } from "../log.ts";

/** A round, as far as it was played. */
export type ClosedRound = { readonly id: string; readonly log: RoundLog };

/** `record`: as in the message `outcome`; undefined where no record is kept. */
export type OnMeasured = (outcome: RoundOutcome, record: number | null | undefined) => void;

/** What an open class needs of the server around it. */
export type SessionDeps = {
	readonly clock: Clock;
	/** undefined for a practice, of which nothing is written. */
	readonly journal: Pick<Journal, "record"> | undefined;
	readonly log: Log;
	readonly createId: () => string;
	/**
	 * Called when a round is set up; the one before is over or never began. And again if somebody comes or
	 * goes until its first seconds are over.
	 */
	readonly expectRound: (log: RoundLog) => void;
	/** Called when a round of at least one turn is over. Calls `measured` once its outcome is known. */
	readonly keepRound: (state: ClassState, round: ClosedRound, measured: OnMeasured) => void;
	/** Called when a round is measured, or a question about it was answered. */
	readonly keepEvidence: (state: ClassState) => void;
	/** Called when a sheet was handed in. */
	readonly keepProbe: (state: ClassState, moment: ProbeMoment) => void;
	/** Called when the class has ended. */
	readonly ended: (code: string) => void;
};
