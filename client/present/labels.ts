import type { QueueOrder, RefusalReason, Signal } from "#shared/sim/chip/command.ts";
import type { CoreState, TokenKind } from "./kinds.ts";

/** What is spoken about a core. `task` is missing while it runs nothing. */
type CoreFacts = {
	/** Counted from 1, like its seat: core 1 is the chip's first. */
	readonly number: number;
	readonly name: string;
	readonly own: boolean;
	readonly state: CoreState;
	readonly task: { readonly kind: TokenKind; readonly seconds: number; readonly percent: number } | undefined;
	/** Number of tasks in its run queue. */
	readonly planned: number;
	/** It waits for its player's decision. */
	readonly decides: boolean;
};

/** What is spoken about a task. */
export type TokenFacts = {
	readonly kind: TokenKind;
	readonly seconds: number;
	/** Could run now; otherwise it is only announced. */
	readonly ready: boolean;
	/** Letter of the data that it uses, if that makes a difference. */
	readonly data: string | undefined;
	/** Number of the core in whose queue it is, from 1; undefined in the shared queue. */
	readonly core: number | undefined;
	/** Its place in that queue, from 1. */
	readonly place: number;
	readonly alarm: "due" | "late" | undefined;
	readonly risky: boolean;
	/** At most half of the cores can run it. */
	readonly rare: boolean;
	/** Number of tasks in a line that wait for it, one after the other. */
	readonly followers: number;
	/** A command for it is on its way. */
	readonly pending: boolean;
};

/** Every word that the chip shows or speaks. The dictionaries hold them; `chip/` and `present/` have none. */
export type ChipLabels = {
	/** Name of the group of controls over the drawing, e.g. "The chip". */
	readonly chip: string;
	/** Headings drawn on the chip, with room for about 14 letters: "Shared queue", "Next", "Private cache", "Program". */
	readonly sharedQueue: string;
	readonly next: string;
	readonly privateCache: string;
	readonly program: string;
	/** Badge on the shared queue: "Scheduler". */
	readonly scheduler: string;
	/** "YOU", "Bot", "your move". */
	readonly you: string;
	readonly bot: string;
	readonly yourMove: string;
	/** Captions beside numbers: "jobs done", "tasks done". */
	readonly jobsDone: string;
	readonly tasksDone: string;
	/** Shown where the shared queue is empty: "empty". */
	readonly empty: string;
	/** Decimal separator in drawn numbers: "2.3". */
	readonly decimalMark: string;
	/** Short name in the corner of a core's tile, counted from 1: "C1". */
	readonly coreShort: (number: number) => string;
	/**
	 * Words of the pills, about 10 capitals: RUN, COLD CACHE, SWITCH, HAND OUT, SPIN, WORK WAITS, SERIAL, BLOCKED,
	 * NOTHING.
	 */
	readonly states: Readonly<Record<CoreState, string>>;
	/** Kinds of tasks, shown under a socket: "serial part", "task", "task with a lock". */
	readonly kinds: Readonly<Record<TokenKind, string>>;
	/** The rule of the shared queue, drawn under its heading: "as they come", "longest first", "shortest first". */
	readonly orders: Readonly<Record<QueueOrder, string>>;
	/** Words in speech bubbles, about 12 letters. */
	readonly signals: Readonly<Record<Signal, string>>;

	/**
	 * Accessible names, e.g. "Core 2, Ada: running serial part, 40 %", "Task of 2.3 s, ready, first in the shared
	 * queue".
	 */
	readonly speakCore: (facts: CoreFacts) => string;
	readonly speakToken: (facts: TokenFacts) => string;

	/** Sentences of the live summary. */
	readonly saySerialStarts: string;
	readonly sayJobDone: (done: number) => string;
	readonly sayYouStarted: (kind: TokenKind, seconds: number) => string;
	readonly sayYouFinished: (seconds: number) => string;
	readonly sayYourMove: string;
	/** Somebody put a task into the player's queue. */
	readonly sayPlannedForYou: (seconds: number, who: string) => string;
	readonly sayStolenFromYou: (seconds: number, who: string) => string;
	readonly saySignal: (who: string, signal: Signal) => string;
	readonly sayRefused: (reason: RefusalReason) => string;
	readonly sayRoundOver: string;
};
