import { unreachable } from "../lib/unreachable.ts";

/** How a class takes part in a lesson. */
export type LessonKind =
	/** Chips of one size are played once. */
	| { readonly type: "played" }
	/**
	 * Each chip is played twice on the same seed, set up in two ways: `sides`, as keys of the dictionary. Half
	 * of the chips play them in the other order, so that practice is not mistaken for the difference.
	 */
	| { readonly type: "compared"; readonly sides: readonly string[] }
	/**
	 * Chips of several sizes are played, one of them a single core, to compare what more cores bring. The brief
	 * shows chips of `briefCores`.
	 */
	| { readonly type: "sizes"; readonly briefCores: readonly [number, number] }
	/**
	 * The open round: teams compete on one seed, and class and device keep their best result of every seed and
	 * level.
	 */
	| { readonly type: "open" }
	/**
	 * The class measures itself (`shared/brain`) instead of playing: nobody has a seat or a score, and the
	 * round's chip, played by bots, keeps the time.
	 */
	| { readonly type: "experiment" };

type OfKind = { readonly kind: LessonKind };

/** Whether people have seats on chips, which then have scores. */
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

/** Keys of the two sides of a lesson; empty if a chip is played once. */
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

/** Every `side` that a chip of the lesson can be set up with; [0] if it is played once. */
export function sidesOf(lesson: OfKind): readonly number[] {
	const keys = sideKeysOf(lesson);
	return keys.length === 0 ? [0] : keys.map((_, side) => side);
}
