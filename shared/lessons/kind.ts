import { unreachable } from "../lib/unreachable.ts";

/** What a class does in a lesson. */
export type LessonKind =
	/** It plays chips of one size, once. */
	| { readonly type: "played" }
	/**
	 * It plays each chip twice on the same seed, set up in two ways: `sides`, as keys of the dictionary. Half of the
	 * chips play them in the other order, so that practice is not mistaken for the difference.
	 */
	| { readonly type: "compared"; readonly sides: readonly string[] }
	/**
	 * It plays chips of several sizes, one of them a single core, and compares what more cores bring. The brief shows
	 * chips of `briefCores`.
	 */
	| { readonly type: "sizes"; readonly briefCores: readonly [number, number] }
	/** The open round: teams on one seed compete, and class and device keep their best of every seed and level. */
	| { readonly type: "open" }
	/**
	 * It measures itself (`shared/brain`) instead of playing: nobody has a seat or a score, and the round's chip, with
	 * bots only, keeps the time.
	 */
	| { readonly type: "experiment" };

type OfKind = { readonly kind: LessonKind };

/** Whether people sit at chips, which then have scores. */
export function isPlayed({ kind }: OfKind): boolean {
	switch (kind.type) {
		case "played":
		case "compared":
		case "sizes":
		case "open":
			return true;
		case "experiment":
			return false;
		default:
			return unreachable(kind);
	}
}

/** The keys of the two ways in which a chip is played; none where it is played once. */
export function sideKeysOf({ kind }: OfKind): readonly string[] {
	switch (kind.type) {
		case "compared":
			return kind.sides;
		case "played":
		case "sizes":
		case "open":
		case "experiment":
			return [];
		default:
			return unreachable(kind);
	}
}

/** Every `side` that a chip of the lesson can be set up with: 0 alone where it is played once. */
export function sidesOf(lesson: OfKind): readonly number[] {
	const keys = sideKeysOf(lesson);
	return keys.length === 0 ? [0] : keys.map((_, side) => side);
}
