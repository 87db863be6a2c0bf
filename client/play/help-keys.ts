import type { Command } from "#shared/sim/chip/command.ts";
import { playWords as t } from "../i18n/words.ts";
import { coreKeys, schedulerKeys } from "../seat/keys.ts";
import type { SeatView } from "../seat/seat-view.ts";

/** The keys of the player's seat that do something in this lesson, and what each does. */
export function helpKeys(
	view: SeatView,
	allowed: readonly Command["type"][],
	dealsWays: boolean,
): (readonly [key: string, meaning: string])[] {
	const { core, scheduler, signals } = t.keys;
	const own =
		view.own === undefined
			? schedulerKeys(allowed, dealsWays).map((key) => scheduler[key])
			: coreKeys(view, allowed).map((key) => core[key]);
	return [...own, ...(allowed.includes("signal") ? [signals] : [])];
}
