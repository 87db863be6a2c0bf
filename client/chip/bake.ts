import type { Textures } from "phaser";
import type { FramePlan } from "./frame-plan.ts";
import type { Context } from "./paint.ts";

/** Origin of a baked picture, as shares of its size in device pixels; and that size. */
export type BakedFrame = { readonly originX: number; readonly originY: number };

const ATLAS_WIDTH = 2048;
/** Between pictures; more than what the bleeding ones need. */
const GAP = 4;

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

/** Paints all pictures into one texture, on shelves, so that a whole frame is drawn from it in one batch. */
export function bakeAtlas(
	textures: Textures.TextureManager,
	key: string,
	plans: readonly FramePlan[],
	pixelRatio: number,
): Map<string, BakedFrame> {
	const { spots, height } = packShelves(plans, pixelRatio);
	const texture = textures.createCanvas(key, ATLAS_WIDTH, height);
	if (texture === null) throw new Error(`the texture ${key} exists already`);
	const context = texture.getContext();
	const frames = new Map<string, BakedFrame>();
	plans.forEach((plan, index) => {
		const spot = spots[index];
		if (spot === undefined) return;
		const width = Math.ceil(plan.width * pixelRatio);
		const frameHeight = Math.ceil(plan.height * pixelRatio);
		context.save();
		context.beginPath();
		const bleed = Math.min(GAP / 2, Math.floor((plan.bleed ?? 0) * pixelRatio));
		context.rect(spot.x - bleed, spot.y - bleed, width + 2 * bleed, frameHeight + 2 * bleed);
		context.clip();
		context.setTransform(pixelRatio, 0, 0, pixelRatio, spot.x, spot.y);
		plan.paint(context);
		context.restore();
		texture.add(plan.name, 0, spot.x, spot.y, width, frameHeight);
		frames.set(plan.name, { originX: plan.originX * pixelRatio, originY: plan.originY * pixelRatio });
	});
	texture.refresh();
	return frames;
}

function packShelves(
	plans: readonly FramePlan[],
	pixelRatio: number,
): { spots: { x: number; y: number }[]; height: number } {
	// Tallest first: shelves waste least that way.
	const order = plans
		.map((_, index) => index)
		.sort((a, b) => (plans[b]?.height ?? 0) - (plans[a]?.height ?? 0));
	const spots: { x: number; y: number }[] = [];
	let x = GAP;
	let y = GAP;
	let shelf = 0;
	for (const index of order) {
		const plan = plans[index];
		if (plan === undefined) continue;
		const width = Math.ceil(plan.width * pixelRatio);
		const height = Math.ceil(plan.height * pixelRatio);
		if (width + 2 * GAP > ATLAS_WIDTH) throw new Error(`${plan.name} is ${width} pixels wide`);
		if (x + width + GAP > ATLAS_WIDTH) {
			x = GAP;
			y += shelf + GAP;
			shelf = 0;
		}
		spots[index] = { x, y };
		x += width + GAP;
		shelf = Math.max(shelf, height);
	}
	return { spots, height: y + shelf + GAP };
}
