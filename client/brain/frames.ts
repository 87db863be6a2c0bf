import { medianHigh } from "#shared/lib/statistics.ts";
/** The stamp of the next frame; what is drawn before the next await is shown in the frame after it. */
export function nextFrame(): Promise<number> {
	return new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Lets frames go by until `ms` have passed since `sinceMs`; the stamp of the last one. */
export async function framesUntil(sinceMs: number, ms: number): Promise<number> {
	let nowMs = sinceMs;
	while (nowMs - sinceMs < ms) nowMs = await nextFrame();
	return nowMs;
}

/** Frames looked at to learn how often this screen draws: half a second at 60 Hz. */
const SAMPLE = 30;

/** The device's usual time between two frames, in ms: the median, which a single hitch does not change. */
export async function measureFrameMs(): Promise<number> {
	const gapsMs: number[] = [];
	let lastMs = await nextFrame();
	while (gapsMs.length < SAMPLE) {
		const nowMs = await nextFrame();
		gapsMs.push(nowMs - lastMs);
		lastMs = nowMs;
	}
	return medianHigh(gapsMs);
}

/** How many frames of `frameMs` come closest to an interval; at least one, or there would be none. */
export function framesFor(intervalMs: number, frameMs: number): number {
	return Math.max(1, Math.round(intervalMs / frameMs));
}
