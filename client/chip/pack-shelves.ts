import { sumOf } from "#shared/lib/statistics.ts";
import type { FramePlan } from "./frame-plan.ts";

/** Where a picture is baked, in pixels of the atlas; `scale` is their number per CSS pixel. */
export type Spot = {
	readonly plan: FramePlan;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly scale: number;
};

/** Every graphics processor takes textures of this side; most pictures fit into half of it. */
const WIDE = 4096;
const NARROW = 2048;
/** Between pictures; at least twice what a picture may bleed. */
const GAP = 4;

/** Puts pictures side by side on shelves, the tallest first because shelves then waste least. */
export function packShelves(
	plans: readonly FramePlan[],
	pixelRatio: number,
): { spots: Spot[]; width: number; height: number } {
	const sized = plans.map((plan) => sizeOf(plan, pixelRatio)).sort((a, b) => b.height - a.height);
	const area = sumOf(sized, ({ width, height }) => (width + GAP) * (height + GAP));
	const atlasWidth =
		area > NARROW * NARROW || sized.some(({ width }) => width + 2 * GAP > NARROW) ? WIDE : NARROW;
	const spots: Spot[] = [];
	let x = GAP;
	let y = GAP;
	let shelf = 0;
	for (const size of sized) {
		if (x + size.width + GAP > atlasWidth) {
			x = GAP;
			y += shelf + GAP;
			shelf = 0;
		}
		spots.push({ ...size, x, y });
		x += size.width + GAP;
		shelf = Math.max(shelf, size.height);
	}
	return { spots, width: atlasWidth, height: y + shelf + GAP };
}

/** Large soft pictures are baked smaller than they are drawn, so that few huge ones do not fill the memory. */
function sizeOf(plan: FramePlan, pixelRatio: number): Omit<Spot, "x" | "y"> {
	const area = plan.width * plan.height * pixelRatio ** 2;
	const shrink = plan.mostPixels === undefined ? 1 : Math.min(1, Math.sqrt(plan.mostPixels / area));
	const scale = pixelRatio * Math.min(shrink, (WIDE - 2 * GAP) / (plan.width * pixelRatio));
	return { plan, scale, width: Math.ceil(plan.width * scale), height: Math.ceil(plan.height * scale) };
}
