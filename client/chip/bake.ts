import type { Textures } from "phaser";
import type { FramePlan } from "./frame-plan.ts";
import { packShelves, type Spot } from "./pack-shelves.ts";
import type { Context } from "./paint.ts";

/** Origin of a baked picture in its own pixels, and how much larger it is to be drawn. */
export type BakedFrame = { readonly originX: number; readonly originY: number; readonly enlarge: number };

/** Paints one picture as large as the stage. `key` must be new: a texture in use is never painted over. */
export function bakeBoard(
	textures: Textures.TextureManager,
	key: string,
	widthPx: number,
	heightPx: number,
	pixelRatio: number,
	paint: (context: Context) => void,
): void {
	const texture = textures.createCanvas(key, widthPx, heightPx);
	if (texture === null) throw new Error(`the texture ${key} exists already`);
	const context = texture.getContext();
	context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
	paint(context);
	texture.refresh();
}

/** Paints all pictures into one texture, so that a whole frame is drawn from it in one batch. */
export function bakeAtlas(
	textures: Textures.TextureManager,
	key: string,
	plans: readonly FramePlan[],
	pixelRatio: number,
): Map<string, BakedFrame> {
	const { spots, width, height } = packShelves(plans, pixelRatio);
	const texture = textures.createCanvas(key, width, height);
	if (texture === null) throw new Error(`the texture ${key} exists already`);
	const context = texture.getContext();
	const frames = new Map<string, BakedFrame>();
	for (const spot of spots) {
		const { plan, scale } = spot;
		paintSpot(context, spot);
		texture.add(plan.name, 0, spot.x, spot.y, spot.width, spot.height);
		frames.set(plan.name, {
			originX: plan.originX * scale,
			originY: plan.originY * scale,
			enlarge: pixelRatio / scale,
		});
	}
	texture.refresh();
	return frames;
}

function paintSpot(context: Context, { plan, scale, x, y, width, height }: Spot): void {
	const bleed = Math.floor((plan.bleed ?? 0) * Math.min(1, scale));
	context.save();
	context.beginPath();
	context.rect(x - bleed, y - bleed, width + 2 * bleed, height + 2 * bleed);
	context.clip();
	context.setTransform(scale, 0, 0, scale, x, y);
	plan.paint(context);
	context.restore();
}
