import type { PlayerCommand } from "#shared/protocol/up.ts";
import type { Command } from "#shared/sim/chip/command.ts";
import { QUEUE_ORDERS, type Signal } from "#shared/sim/chip/command.ts";
import { type Choice, choosableTask, chosenElsewhere, dealTo, nextWay, planLast } from "./choice.ts";
import { askable, type HandOutView, moveInKind, toFront } from "./divisible-view.ts";
import type { SeatView } from "./seat-view.ts";

/** What a player wants, whatever the input device. What the seat sees at that moment turns it into a command. */
export type Intent =
	/**
	 * Takes the n-th task of the shared queue or, as the scheduler, deals to the n-th core. Where jobs are handed out
	 * in batches: asks for the n-th of all sizes, those of the core's own kind first; or puts the n-th job first of
	 * its kind. `index` counts from 0.
	 */
	| { readonly type: "pickNumber"; readonly index: number }
	/** Takes the chosen task, or the first one, into the player's own queue. */
	| { readonly type: "take" }
	| { readonly type: "choose"; readonly step: 1 | -1 }
	| { readonly type: "unchoose" }
	| { readonly type: "stealMost" }
	| { readonly type: "yield" }
	/**
	 * Returns a task to the shared queue: a core's last planned one; for a scheduler the chosen one, if it waits at a
	 * core.
	 */
	| { readonly type: "giveBack" }
	/** Selects the next way for the chosen task, or for the first one that has a choice. */
	| { readonly type: "nextWay" }
	/** Moves the chosen task one place up (-1) or down (1) in the player's own queue, or the chosen job among its kind. */
	| { readonly type: "move"; readonly step: 1 | -1 }
	| { readonly type: "hint" }
	| { readonly type: "nextOrder" }
	| { readonly type: "signal"; readonly signal: Signal }
	| { readonly type: "sound" }
	| { readonly type: "help" };

/** The command for an intent, or undefined if it means nothing now or changes only the screen. */
export function commandFor(
	intent: Intent,
	view: SeatView,
	choice: Choice | undefined,
	allowed: readonly Command["type"][],
): PlayerCommand | undefined {
	const command = wish(intent, view, choice, allowed);
	return command !== undefined && allowed.includes(command.type) ? command : undefined;
}

function wish(
	intent: Intent,
	view: SeatView,
	choice: Choice | undefined,
	allowed: readonly Command["type"][],
): PlayerCommand | undefined {
	switch (intent.type) {
		case "pickNumber":
			if (view.handOut !== undefined) return pickBatch(intent.index, view, view.handOut);
			return pickNumber(intent.index, view, choice, allowed);
		case "take":
			return view.own === undefined || !view.mayTake
				? undefined
				: dealTo(view, choice, view.own.core, allowed);
		case "stealMost": {
			const from = view.peers
				.filter(({ stealCandidate }) => stealCandidate !== undefined)
				.toSorted((one, other) => other.loadS - one.loadS)[0];
			return from === undefined ? undefined : { type: "steal", from: from.core };
		}
		case "yield":
			return { type: "yield" };
		case "giveBack": {
			const task = view.own === undefined ? chosenElsewhere(view, choice) : view.own.queue.at(-1);
			return task === undefined ? undefined : { type: "unplan", thread: task.thread };
		}
		case "nextWay": {
			const task = choosableTask(view, choice);
			return task === undefined ? undefined : nextWay(task);
		}
		case "move":
			if (view.own === undefined && view.handOut !== undefined)
				return choice && moveInKind(view.handOut, choice.thread, intent.step);
			return move(view, choice, intent.step);
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

function pickNumber(
	index: number,
	view: SeatView,
	choice: Choice | undefined,
	allowed: readonly Command["type"][],
): PlayerCommand | undefined {
	if (view.own === undefined) {
		const core = view.peers[index];
		return core === undefined ? undefined : dealTo(view, choice, core.core, allowed);
	}
	if (!view.mayTake) return undefined;
	if (index === 0) return dealTo(view, undefined, view.own.core, allowed);
	const task = view.shared[index];
	return task === undefined ? undefined : planLast(view, task.thread, view.own.core);
}

function pickBatch(index: number, { own }: SeatView, handOut: HandOutView): PlayerCommand | undefined {
	const { jobs, sizes, room } = handOut;
	if (own === undefined) {
		const job = jobs[index];
		return job && toFront(handOut, job.thread);
	}
	const job = askable(handOut)[Math.floor(index / sizes.length)];
	const count = sizes[index % sizes.length];
	if (job === undefined || count === undefined || room === 0) return undefined;
	return { type: "ask", thread: job.thread, count };
}

/** Without a choice the last task moves up, or the first one moves down. */
function move({ own }: SeatView, choice: Choice | undefined, step: 1 | -1): PlayerCommand | undefined {
	if (own === undefined || own.queue.length < 2) return undefined;
	const chosen = own.queue.findIndex(({ thread }) => thread === choice?.thread);
	const place = chosen < 0 ? (step < 0 ? own.queue.length - 1 : 0) : chosen;
	const task = own.queue[place];
	const position = place + step;
	if (task === undefined || position < 0 || position >= own.queue.length) return undefined;
	return { type: "plan", thread: task.thread, core: own.core, position };
}

/** What a key means on the play page, or undefined. `key`: as in `KeyboardEvent.key`. */
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
	u: { type: "giveBack" },
	o: { type: "nextOrder" },
	n: { type: "signal", signal: "needWork" },
	f: { type: "signal", signal: "full" },
	l: { type: "signal", signal: "longOnes" },
	g: { type: "signal", signal: "thanks" },
	w: { type: "nextWay" },
	"+": { type: "move", step: -1 },
	"-": { type: "move", step: 1 },
	h: { type: "hint" },
	m: { type: "sound" },
	"?": { type: "help" },
};
