import type { Point, Rect } from "./geometry.ts";
import type { TileLayout } from "./layout-tile.ts";

/**
 * The panel of the shared queue. Slots are whole rows or cells, which can be touched. Where tasks never wait there
 * are none, and only the scheduler's badge is drawn.
 */
export type QueueLayout = Rect & {
	/** row: token, with its seconds and a bar beside it; cell: seconds under the token. */
	readonly style: "row" | "cell";
	readonly title: Point;
	/** Where the name of the scheduler's player goes. */
	readonly seat: Rect;
	/** Middle left of the caption with the scheduler's rule. */
	readonly order: Point;
	readonly slots: readonly Rect[];
	readonly token: number;
	/** Centre of the number of tasks without a slot. */
	readonly more: Point;
};

/** The strip with the program: a head with the count of what is done, and a field with the parts of the jobs. */
export type LaneLayout = Rect & {
	readonly head: Rect;
	readonly field: Rect;
	/** Maximum number of parts on top of each other, and their distance. */
	readonly rows: number;
	readonly pitch: number;
};

/**
 * Where everything is, in CSS pixels of the stage. Depends only on its size, its cores and which of them is the
 * player's own.
 */
export type ChipLayout = {
	readonly width: number;
	readonly height: number;
	/** Scale of letters and lines, 1 on a stage of about 1134 x 700. */
	readonly unit: number;
	readonly portrait: boolean;
	/** Too small for all words, as one chip among many on a projector. */
	readonly compact: boolean;
	readonly queue: QueueLayout;
	readonly die: Rect;
	/** Tokens travel along the rails: up or down the spine, across above a row of cores, down the collector. */
	readonly spineX: number;
	readonly collectorX: number;
	readonly rails: readonly number[];
	readonly tiles: readonly TileLayout[];
	/** The player's own core a second time, large, on a phone. */
	readonly mine: TileLayout | undefined;
	readonly lane: LaneLayout;
};

export type LayoutOptions = {
	readonly width: number;
	readonly height: number;
	readonly cores: number;
	/** Index of the player's own core, if any. */
	readonly own: number | undefined;
	/** Whether private caches matter in this scenario. */
	readonly caches: boolean;
	/** Whether tasks wait in the shared queue. */
	readonly sharedQueue: boolean;
	/** Tasks that players may queue on one core: a plan has no more slots. */
	readonly runQueueMax: number;
};
