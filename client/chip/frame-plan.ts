import type { Context } from "./paint.ts";

/** One picture of the atlas: size and origin in CSS pixels, and how to paint it with its corner at 0, 0. */
export type FramePlan = {
	readonly name: string;
	readonly width: number;
	readonly height: number;
	readonly originX: number;
	readonly originY: number;
	/** CSS pixels that may be painted beyond the frame, for pictures that are stretched. */
	readonly bleed?: number;
	/** Larger ones are baked with this many pixels and drawn enlarged. */
	readonly mostPixels?: number;
	readonly paint: (context: Context) => void;
};

/** A picture whose origin is its middle. */
export function centred(
	name: string,
	width: number,
	height: number,
	paint: (context: Context) => void,
): FramePlan {
	return { name, width, height, originX: width / 2, originY: height / 2, paint };
}
