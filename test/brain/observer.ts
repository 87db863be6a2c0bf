import type { DualTrial, SearchTrial } from "#shared/brain/trial.ts";
import { dualOrder, searchOrder } from "#shared/brain/trial-order.ts";
import { createChance } from "#shared/lib/random.ts";

/** Somebody who is simulated: how their head works, and what their device does to the times. */
export type Observer = {
	/** Without one both answers are made side by side. */
	readonly bottleneck: boolean;
	/** Decisions differ from trial to trial by up to this share. */
	readonly spread: number;
	/** Added to every time by the device, in ms. */
	readonly lagMs: number;
	readonly frameMs: number;
	/** Share of wrong answers, in per cent. */
	readonly wrongPercent: number;
	readonly searchMsPerItem: number;
};

export const PLAIN: Observer = {
	bottleneck: true,
	spread: 0,
	lagMs: 0,
	frameMs: 1_000 / 60,
	wrongPercent: 0,
	searchMsPerItem: 0,
};

const SEE_MS = 150;
const FIRST_MS = 493;
/** Without a bottleneck so quick that it is not overtaken by the second, which would not count. */
const FIRST_ALONE_MS = 200;
const SECOND_MS = 259;
const MOVE_MS = 110;

/** All 32 trials of an observer, in the order that the seed gives this person. */
export function dualTrials(observer: Observer, seed: number, person: number): DualTrial[] {
	const chance = createChance(seed, 70_000 + person);
	const vary = (ms: number) => ms * (1 + (observer.spread * (chance(2_001) - 1_000)) / 1_000);
	return dualOrder(seed, person).map(({ soaMs }) => {
		const shownMs = Math.max(1, Math.round(soaMs / observer.frameMs)) * observer.frameMs;
		const firstDecidedMs = SEE_MS + vary(observer.bottleneck ? FIRST_MS : FIRST_ALONE_MS);
		const seenMs = shownMs + SEE_MS;
		const startMs = observer.bottleneck ? Math.max(seenMs, firstDecidedMs) : seenMs;
		return {
			shownMs,
			rt1Ms: firstDecidedMs + MOVE_MS + observer.lagMs,
			rt2Ms: startMs + vary(SECOND_MS) + MOVE_MS - shownMs + observer.lagMs,
			right1: chance(100) >= observer.wrongPercent,
			right2: true,
			frameMs: observer.frameMs,
			longestFrameMs: observer.frameMs,
		};
	});
}

export function searchTrials(observer: Observer, seed: number, person: number): SearchTrial[] {
	return searchOrder(seed, person).map(({ items }) => ({
		rtMs: 420 + items * observer.searchMsPerItem + observer.lagMs,
		right: true,
	}));
}
