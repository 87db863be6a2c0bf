import type { Point, Rect } from "./geometry.ts";

/** full: all parts with words; mid: short words; mini: name, socket and sign only. */
type Detail = "full" | "mid" | "mini";

/** One core's tile and the places of its parts. Parts that are undefined have no room. */
export type TileLayout = Rect & {
	readonly detail: Detail;
	/** Scale of letters and lines inside. */
	readonly unit: number;
	/** y of the rail above this row of tiles. */
	readonly railY: number;
	readonly header: Rect;
	readonly socket: Point;
	readonly socketRadius: number;
	/** Room for the state's word; undefined if only its sign is shown, at `sign`. */
	readonly pill: Rect | undefined;
	readonly sign: Point;
	/** Middle left of the seconds left. The kind of task follows if there is this much width for the word. */
	readonly left: Point | undefined;
	readonly kindWidth: number;
	readonly plan: Rect | undefined;
	/** Centres of planned tokens, next first. */
	readonly planSlots: readonly Point[];
	readonly planToken: number;
	/** Whether planned tokens show their seconds. */
	readonly planSeconds: boolean;
	/** Where the number of planned tasks without a slot stands. */
	readonly planMore: Point | undefined;
	readonly cache: Rect | undefined;
	/** Whether plan and cache have headings. */
	readonly headings: boolean;
};

/** Width and radius of the ring round a socket, as multiples of the socket's radius. */
export const RING_WIDTH = 0.12;
export const RING_RADIUS = 1.15;
/** Outermost radius of what is drawn round a socket, as a multiple of the socket's radius. */
export const RING_OUTER = 1.38;
