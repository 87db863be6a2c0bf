import type { Point, Rect } from "./geometry.ts";

/** full: all parts with words; mid: short; mini: name, socket and sign only. */
type Detail = "full" | "mid" | "mini";

/** One core's tile and the places of its parts. Absent parts have no room. */
export type TileLayout = Rect & {
	readonly detail: Detail;
	/** Scale of letters and lines inside. */
	readonly unit: number;
	/** y of the rail above its row. */
	readonly railY: number;
	readonly header: Rect;
	readonly socket: Point;
	readonly socketRadius: number;
	/** Room of the state's word; undefined: only its sign, at `sign`. */
	readonly pill: Rect | undefined;
	readonly sign: Point;
	/** Middle left of the seconds left; behind them the kind of task, if this much room is left for the word. */
	readonly left: Point | undefined;
	readonly kindWidth: number;
	readonly plan: Rect | undefined;
	/** Middles of planned tokens, next first. */
	readonly planSlots: readonly Point[];
	readonly planToken: number;
	/** Whether planned tokens show their seconds. */
	readonly planSeconds: boolean;
	/** Where the number of planned tasks without a slot stands. */
	readonly planMore: Point | undefined;
	readonly cache: Rect | undefined;
	/** Whether plan and cache have their headings. */
	readonly headings: boolean;
};

/** Width of the ring round a socket and its distance, as shares of the radius. */
export const RING_WIDTH = 0.12;
export const RING_RADIUS = 1.15;
/** Outermost radius of what is drawn round a socket. */
export const RING_OUTER = 1.38;
