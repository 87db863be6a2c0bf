import type { Command } from "#shared/sim/chip/command.ts";
import type { SeatView } from "./seat-view.ts";

type Allowed = readonly Command["type"][];

/** Keys of a core, by what they do. */
export type CoreKey =
	| "ask"
	| "pick"
	| "take"
	| "choose"
	| "steal"
	| "yield"
	| "giveBack"
	| "move"
	| "nextWay";
/** Keys of a scheduler. */
export type SchedulerKey =
	| "putFirst"
	| "chooseJob"
	| "moveJob"
	| "pick"
	| "choose"
	| "giveBack"
	| "nextOrder"
	| "nextWay"
	| "unchoose";

/** Whether a core may take what waits undealt: by the lesson, by the scenario, and because something ever does. */
export function takesUndealt({ isShared, mayTake }: SeatView, allowed: Allowed): boolean {
	return isShared && mayTake && (allowed.includes("take") || allowed.includes("plan"));
}

/** The keys that do something for a core in this lesson, in the order in which they are told. */
export function coreKeys(view: SeatView, allowed: Allowed): CoreKey[] {
	const takes = takesUndealt(view, allowed);
	const may: Readonly<Record<CoreKey, boolean>> = {
		ask: allowed.includes("ask"),
		pick: takes,
		take: takes,
		choose: takes || allowed.includes("plan"),
		steal: allowed.includes("steal"),
		yield: allowed.includes("yield"),
		giveBack: allowed.includes("unplan"),
		move: allowed.includes("plan"),
		nextWay: allowed.includes("choose"),
	};
	return keysOf(may);
}

/** The same for the scheduler. `dealsWays`: a way may go with the deal of a packet. */
export function schedulerKeys(allowed: Allowed, dealsWays: boolean): SchedulerKey[] {
	const places = (["deal", "plan", "take"] as const).some((type) => allowed.includes(type));
	const orders = allowed.includes("reorder");
	return keysOf<SchedulerKey>({
		putFirst: orders,
		chooseJob: orders,
		moveJob: orders,
		pick: places,
		choose: places,
		giveBack: allowed.includes("unplan"),
		nextOrder: allowed.includes("order"),
		nextWay: dealsWays || allowed.includes("choose"),
		unchoose: places,
	});
}

function keysOf<Key extends string>(may: Readonly<Record<Key, boolean>>): Key[] {
	return (Object.keys(may) as Key[]).filter((key) => may[key]);
}
