import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { type ChipView, EXIT_NS, type TokenPlace, type TokenView } from "./chip-view.ts";

/** How long a token takes from place to place, in machine ns. */
const MOVE_NS = 0.42 * NS_PER_PLAY_S;

/** Longer time steps are jumps (a scrubber, a late join), after which nothing is shown as moving. */
const JUMP_NS = 1.5 * NS_PER_PLAY_S;

export type Track = {
	readonly from: TokenPlace | undefined;
	readonly to: TokenPlace;
	readonly sinceNs: number;
};

/** Where tokens were before they came to where they are. Belongs to one screen, never to the chip. */
export type Motion = { nowNs: number; readonly tracks: Map<number, Track> };

export function createMotion(): Motion {
	return { nowNs: Number.NEGATIVE_INFINITY, tracks: new Map() };
}

/** Records what has moved since the last picture. Showing the same picture twice changes nothing. */
export function follow(motion: Motion, view: ChipView): void {
	const jumped = view.nowNs < motion.nowNs || view.nowNs - motion.nowNs > JUMP_NS;
	if (jumped) motion.tracks.clear();
	motion.nowNs = view.nowNs;
	for (const token of view.tokens) {
		const track = motion.tracks.get(token.thread);
		if (track === undefined) motion.tracks.set(token.thread, firstTrack(token, view.nowNs));
		else if (!samePlace(track.to, token.place))
			motion.tracks.set(token.thread, {
				from: track.to,
				to: token.place,
				sinceNs: token.sinceNs ?? view.nowNs,
			});
	}
	if (motion.tracks.size > view.tokens.length) forget(motion, view);
}

/** How far a token has come: 0 at its origin, 1 at its destination. */
export function arrival(track: Track, nowNs: number): number {
	const lastsNs = track.to.zone === "done" ? EXIT_NS : MOVE_NS;
	return Math.max(0, Math.min(1, (nowNs - track.sinceNs) / lastsNs));
}

/** The track of a token seen for the first time. The chip knows how it got to most places, and when. */
function firstTrack({ place, sinceNs }: TokenView, nowNs: number): Track {
	if (sinceNs === undefined) return { from: undefined, to: place, sinceNs: nowNs - MOVE_NS };
	if (place.zone === "done") return { from: { zone: "socket", core: place.core }, to: place, sinceNs };
	if (place.zone === "socket")
		return { from: { zone: "planned", core: place.core, index: 0 }, to: place, sinceNs };
	return { from: undefined, to: place, sinceNs };
}

function forget(motion: Motion, view: ChipView): void {
	const seen = new Set(view.tokens.map(({ thread }) => thread));
	for (const thread of motion.tracks.keys()) if (!seen.has(thread)) motion.tracks.delete(thread);
}

function samePlace(a: TokenPlace, b: TokenPlace): boolean {
	if (a.zone === "shared") return b.zone === "shared" && a.index === b.index;
	if (b.zone === "shared" || a.zone !== b.zone || a.core !== b.core) return false;
	return a.zone !== "planned" || b.zone !== "planned" || a.index === b.index;
}
