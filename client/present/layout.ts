import type { Point, Rect } from "./geometry.ts";
import type { TileLayout } from "./layout-tile.ts";

/**
 * The panel of the shared queue. Slots are whole rows or cells: what one touches. Where no task ever waits there
 * are none, and all that is drawn is who plays the scheduler.
 */
export type QueueLayout = Rect & {
	/** row: token, its seconds and a bar beside it; cell: the seconds under the token. */
	readonly style: "row" | "cell";
	readonly title: Point;
	/** Who plays the scheduler; undefined where there is no room. */
	readonly seat: Rect;
	/** Middle left of the caption with the scheduler's rule. */
	readonly order: Point;
	readonly slots: readonly Rect[];
	readonly token: number;
	/** Where the number of tasks without a slot stands (its middle). */
	readonly more: Point;
};

/** The strip with the program: head with the count of what is done, field with the jobs' parts. */
export type LaneLayout = Rect & {
	readonly head: Rect;
	readonly field: Rect;
	/** Most parts on top of each other, and their distance. */
	readonly rows: number;
	readonly pitch: number;
};

/** Where everything is, in CSS pixels of the stage: a pure function of its size, the cores and whose it is. */
export type ChipLayout = {
	readonly width: number;
	readonly height: number;
	/** Scale of letters and lines, 1 on a stage of about 1134 x 700. */
	readonly unit: number;
	readonly portrait: boolean;
	/** Too small for all words: a chip among many on a projector. */
	readonly compact: boolean;
	readonly queue: QueueLayout;
	readonly die: Rect;
	/** Tokens travel along the rails: up or down the spine, across above a row of cores, down the collector. */
	readonly spineX: number;
	readonly collectorX: number;
	readonly rails: readonly number[];
	readonly tiles: readonly TileLayout[];
	/** On a phone: the own core once more, large. */
	readonly mine: TileLayout | undefined;
	readonly lane: LaneLayout;
};

export type LayoutOptions = {
	readonly width: number;
	readonly height: number;
	readonly cores: number;
	/** Index of the own core, if any. */
	readonly own: number | undefined;
	/** Whether private caches matter to what is played. */
	readonly caches: boolean;
	/** Whether tasks wait in the shared queue. */
	readonly sharedQueue: boolean;
};
