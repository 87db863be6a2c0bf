import type { PersonMeans } from "../brain/person.ts";
import type { LessonId, Level } from "../lessons/ids.ts";
import type { StampedCommand } from "../round/round.ts";
import type { Phase } from "./phase.ts";
import type { ProbeMoment, ProbeSheet } from "./probe-tally.ts";

/** Seat of a student: which chip of the round, and which seat on it (0 scheduler, k core k - 1). */
export type SeatPlace = { readonly chip: number; readonly seat: number };

/**
 * Everything that ever happens to a class, in order: its state is a fold of these (`class-state.ts`).
 * `turn` is how many turns of the current round are closed. Journalled before it is told to anyone.
 */
export type ClassEvent = { readonly turn: number } & ClassFact;

/** What happened, without when. */
export type ClassFact =
	| {
			readonly type: "opened";
			readonly code: string;
			readonly lessons: readonly LessonId[];
			readonly kind: "class" | "practice";
			/** Least number of chips in a round; more are added as students need seats. */
			readonly chips: number;
			readonly seed: number;
			/** How hard its rounds are. */
			readonly level: Level;
	  }
	/** `token`: hash of the secret with which the student comes back. */
	| { readonly type: "joined"; readonly student: string; readonly name: string; readonly token: string }
	/** Gone for so long that the seat is dealt to others. The token still brings the student back. */
	| { readonly type: "left"; readonly student: string }
	| { readonly type: "dropped"; readonly student: string }
	| { readonly type: "returned"; readonly student: string }
	| { readonly type: "renamed"; readonly student: string; readonly name: string }
	/** By the teacher. The token is worth nothing any more; `block`: nor does it, or the name, get in again. */
	| { readonly type: "removed"; readonly student: string; readonly block: boolean }
	/** Only names that were made up are let in from now on, or (false) any. */
	| { readonly type: "naming"; readonly generated: boolean }
	/** Into the open round: a latecomer takes a bot's seat. */
	| { readonly type: "seated"; readonly student: string; readonly place: SeatPlace }
	/** The seat's bot took over from an absent student (true) or gave the seat back (false). */
	| { readonly type: "botDrives"; readonly student: string; readonly bot: boolean }
	| { readonly type: "phase"; readonly phase: Phase; readonly lesson: number }
	/**
	 * A round of the current lesson is set up: seats are dealt anew to who is present, but in the second part
	 * (the same seed with the sides changed) everybody stays. Same `seed` in the first part: a repeat.
	 */
	| {
			readonly type: "roundOpened";
			readonly round: string;
			readonly seed: number;
			readonly part: 0 | 1;
	  }
	| { readonly type: "paused"; readonly paused: boolean }
	| { readonly type: "locked"; readonly locked: boolean }
	| { readonly type: "predicted"; readonly student: string; readonly value: number }
	| {
			readonly type: "answered";
			readonly student: string;
			readonly question: number;
			readonly choice: number;
	  }
	/** The six questions are put to the class, or (null) no longer. */
	| { readonly type: "asked"; readonly moment: ProbeMoment | null }
	/** Somebody handed in a sheet; who is not recorded. */
	| { readonly type: "probed"; readonly moment: ProbeMoment; readonly sheet: ProbeSheet }
	/** Of an experiment: what is kept of a student, once, at their end or the round's. Single times never get here. */
	| { readonly type: "measured"; readonly student: string; readonly means: PersonMeans }
	| { readonly type: "commanded"; readonly command: StampedCommand }
	/** Turns went by without anything else to record: once a second at most. */
	| { readonly type: "turned" }
	| { readonly type: "roundClosed"; readonly round: string; readonly turns: number };
