import type { PlayerCommand } from "#shared/protocol/up.ts";
import { QUEUE_ORDERS, type Signal } from "#shared/sim/chip.ts";
import type { Command } from "#shared/sim/command.ts";
import type { SeatView, TaskView } from "./seat-view.ts";

/** What a player wants, from whatever device: turned into a command by what the seat sees now. */
export type Intent =
	/** The n-th task of the shared queue, or the n-th core for a scheduler; from 0. */
	| { readonly type: "pickNumber"; readonly index: number }
	/** The chosen task, or the first one, into the own queue. */
	| { readonly type: "take" }
	| { readonly type: "choose"; readonly step: 1 | -1 }
	| { readonly type: "unchoose" }
	| { readonly type: "stealMost" }
	| { readonly type: "yield" }
	| { readonly type: "giveBackLast" }
	| { readonly type: "nextOrder" }
	| { readonly type: "signal"; readonly signal: Signal }
	| { readonly type: "sound" }
	| { readonly type: "help" };

/** The task that an unaddressed wish means: the chosen one, else the first that could run, else the first. */
export function meantTask(view: SeatView, chosen: number | undefined): TaskView | undefined {
	const free = view.shared.filter((task) => !task.pending);
	return (
		view.shared.find((task) => task.thread === chosen) ??
		view.own?.queue.find((task) => task.thread === chosen) ??
		free.find((task) => task.ready) ??
		free[0]
	);
}

/** `task` at the end of a core's queue. */
export function planLast(view: SeatView, thread: number, core: number): PlayerCommand {
	const own = view.own?.core === core ? view.own.queue.length : undefined;
	const planned = own ?? view.peers.find((peer) => peer.core === core)?.planned ?? 0;
	return { type: "plan", thread, core, position: Math.min(63, planned) };
}

/**
 * The chosen task into a core's queue; without one, whatever is first when the command takes effect, so
 * that nobody who was a moment faster can make it fail.
 */
export function dealTo(view: SeatView, chosen: number | undefined, core: number): PlayerCommand | undefined {
	const task = meantTask(view, chosen);
	if (task === undefined) return undefined;
	return task.thread === chosen ? planLast(view, chosen, core) : { type: "take", core };
}

/** The command for an intent, or undefined where it means nothing now or changes only the screen. */
export function commandFor(
	intent: Intent,
	view: SeatView,
	chosen: number | undefined,
	allowed: readonly Command["type"][],
): PlayerCommand | undefined {
	const command = wish(intent, view, chosen);
	return command !== undefined && allowed.includes(command.type) ? command : undefined;
}

function wish(intent: Intent, view: SeatView, chosen: number | undefined): PlayerCommand | undefined {
	switch (intent.type) {
		case "pickNumber":
			return pickNumber(intent.index, view, chosen);
		case "take":
			return view.own === undefined ? undefined : dealTo(view, chosen, view.own.core);
		case "stealMost": {
			const from = view.peers.toSorted((one, other) => other.waiting - one.waiting)[0];
			return from === undefined ? undefined : { type: "steal", from: from.core };
		}
		case "yield":
			return { type: "yield" };
		case "giveBackLast": {
			const last = view.own?.queue.at(-1);
			return last === undefined ? undefined : { type: "unplan", thread: last.thread };
		}
		case "nextOrder": {
			const next = (QUEUE_ORDERS.indexOf(view.order) + 1) % QUEUE_ORDERS.length;
			return { type: "order", order: QUEUE_ORDERS[next] ?? "arrival" };
		}
		case "signal":
			return { type: "signal", signal: intent.signal };
		default:
			return undefined;
	}
}

function pickNumber(index: number, view: SeatView, chosen: number | undefined): PlayerCommand | undefined {
	if (view.own === undefined) {
		const core = view.peers[index];
		return core === undefined ? undefined : dealTo(view, chosen, core.core);
	}
	if (index === 0) return dealTo(view, undefined, view.own.core);
	const task = view.shared[index];
	return task === undefined ? undefined : planLast(view, task.thread, view.own.core);
}

/** The task that is chosen after a step through the shared queue. */
export function chooseStep(view: SeatView, chosen: number | undefined, step: 1 | -1): number | undefined {
	const { shared } = view;
	if (shared.length === 0) return undefined;
	const place = shared.findIndex((task) => task.thread === chosen);
	const next =
		place < 0 ? (step === 1 ? 0 : shared.length - 1) : (place + step + shared.length) % shared.length;
	return shared[next]?.thread;
}

/** What a key means on the play page, or undefined. `key` as the browser names it. */
export function intentOfKey(key: string): Intent | undefined {
	if (/^[1-9]$/.test(key)) return { type: "pickNumber", index: Number(key) - 1 };
	return KEYS[key.length === 1 ? key.toLowerCase() : key];
}

const KEYS: Readonly<Record<string, Intent>> = {
	t: { type: "take" },
	j: { type: "choose", step: 1 },
	k: { type: "choose", step: -1 },
	Escape: { type: "unchoose" },
	s: { type: "stealMost" },
	y: { type: "yield" },
	u: { type: "giveBackLast" },
	o: { type: "nextOrder" },
	n: { type: "signal", signal: "needWork" },
	f: { type: "signal", signal: "full" },
	l: { type: "signal", signal: "longOnes" },
	h: { type: "signal", signal: "thanks" },
	m: { type: "sound" },
	"?": { type: "help" },
};
