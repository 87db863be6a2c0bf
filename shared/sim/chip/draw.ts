import { ln } from "../../lib/exact-math.ts";
import { nextState, randomOf } from "../../lib/random.ts";
import { unreachable } from "../../lib/unreachable.ts";
import type { Spread } from "../scenario/spread.ts";
import type { Thread } from "./chip.ts";

/** Factor of mean 1 determined by the state of a random stream: exactly 1, or exponentially distributed. */
export function factorOf(state: number, spread: Spread): number {
	switch (spread) {
		case "fixed":
			return 1;
		case "exponential":
			return -ln((randomOf(state) + 0.5) / 4_294_967_296);
		default:
			return unreachable(spread);
	}
}

/**
 * A whole number of ns with mean `meanNs`, drawn from the thread's own stream; at least 1 unless the mean is 0.
 */
export function drawNs(thread: Thread, meanNs: number, spread: Spread): number {
	if (spread === "fixed" || meanNs === 0) return meanNs;
	thread.random = nextState(thread.random);
	return wholeNs(meanNs * factorOf(thread.random, spread));
}

/** `workNs` times `scale` in whole ns; at least 1 unless `workNs` is 0. */
export function scaledNs(workNs: number, scale: number): number {
	return scale === 1 || workNs === 0 ? workNs : wholeNs(workNs * scale);
}

/** Rounded to the nearest whole ns, at least 1. */
export function wholeNs(ns: number): number {
	return Math.max(1, Math.floor(ns + 0.5));
}

/**
 * Whether an event of probability `chance` (0 to 1) occurs. Draws from the thread's own stream unless it is
 * certain.
 */
export function occurs(thread: Thread, chance: number): boolean {
	if (chance >= 1) return true;
	thread.random = nextState(thread.random);
	return randomOf(thread.random) < chance * 4_294_967_296;
}
