import type { ReadonlyChip } from "#shared/sim/chip/chip.ts";
import type { ChipLabels } from "../present/labels.ts";
import type { RendererChoice } from "./choose-renderer.ts";
import type { SeatName } from "./seat-name.ts";

/** `isOver`: this time is the last one that will be shown. */
export type ShownChip = {
	readonly chip: ReadonlyChip;
	readonly nowNs: number;
	readonly isOver?: boolean;
};

export type ChipStageOptions = {
	/** Filled by the stage; give it a size. Its position is made relative. */
	readonly parent: HTMLElement;
	/** The chip and the time to show, asked once per frame; undefined while there is none yet. */
	readonly source: () => ShownChip | undefined;
	/** Of seat 0, the scheduler, and of seat k, core k - 1. Asked again only by `refreshNames`. */
	readonly names: (seat: number) => SeatName;
	readonly ownSeat: number | undefined;
	/** Whose private caches are shown. */
	readonly sees: "all" | "own";
	readonly reducedMotion: boolean;
	readonly renderer?: RendererChoice;
	/** Whether there are buttons over cores and tokens; without them the drawing is one image to a screen reader. */
	readonly interactive?: boolean;
	readonly onPickThread?: (thread: number) => void;
	readonly onPickCore?: (core: number) => void;
	/** A token was dragged onto a core; `position` is the place in its queue, 0 next. */
	readonly onDropThread?: (thread: number, core: number, position: number) => void;
	/** A token was dragged back to the shared queue. */
	readonly onDropShared?: (thread: number) => void;
	readonly selected?: () => ReadonlySet<number>;
	/** Threads with a command on its way. */
	readonly pending?: () => ReadonlySet<number>;
	readonly labels: ChipLabels;
	/** Enlarges everything, as for a projector. */
	readonly zoom?: number;
	/** For many chips on one screen. */
	readonly framesPerSecond?: number;
};
