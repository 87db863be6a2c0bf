import { at, idAt, numberAt } from "../../lib/assert.ts";
import { insertAt, removeAt } from "../../lib/lists.ts";
import { unreachable } from "../../lib/unreachable.ts";
import { type Chip, NOWHERE, SHARED, type Thread } from "./chip.ts";
import type { QueueOrder } from "./command.ts";

/** Moves `thread` into the shared queue, at the place `queueOrder` gives it. */
export function share(chip: Chip, thread: Thread): void {
	takeOut(chip, thread);
	thread.queue = SHARED;
	let place = chip.shared.length;
	while (place > 0 && isBefore(thread, at(chip.threads, idAt(chip.shared, place - 1)), chip.queueOrder))
		place--;
	insertAt(chip.shared, place, thread.id);
}

/** Moves `thread` into a core's run queue at `position`, or at the end if the queue is shorter. */
export function plan(chip: Chip, thread: Thread, core: number, position: number): void {
	takeOut(chip, thread);
	thread.queue = core;
	insertAt(at(chip.cores, core).queue, position, thread.id);
}

/** Removes `thread` from whichever queue holds it. */
export function takeOut(chip: Chip, thread: Thread): void {
	if (thread.queue === NOWHERE) return;
	if (thread.isWoken && thread.queue === SHARED) chip.wokenShared--;
	thread.isWoken = false;
	const queue = thread.queue === SHARED ? chip.shared : at(chip.cores, thread.queue).queue;
	const place = queue.indexOf(thread.id);
	if (place >= 0) removeAt(queue, place);
	thread.queue = NOWHERE;
}

/** Sets the rule of the shared queue and sorts the queue by it. */
export function orderShared(chip: Chip, order: QueueOrder): void {
	chip.queueOrder = order;
	chip.shared.sort((left, right) =>
		isBefore(at(chip.threads, left), at(chip.threads, right), order) ? -1 : 1,
	);
}

/**
 * Puts the thread, which is in the shared queue, at `place` among those of it that `counts`: they exchange their
 * tickets, so that whatever comes between them stays where it is. The rule of the queue still comes first.
 */
export function placeAmong(
	chip: Chip,
	thread: Thread,
	place: number,
	counts: (thread: Thread) => boolean,
): void {
	const among = chip.shared.map((id) => at(chip.threads, id)).filter(counts);
	const tickets = among.map(({ ticket }) => ticket).sort((left, right) => left - right);
	removeAt(among, among.indexOf(thread));
	insertAt(among, place, thread);
	among.forEach((each, index) => {
		each.ticket = numberAt(tickets, index);
	});
	orderShared(chip, chip.queueOrder);
}

/** A total order: threads that the rule does not distinguish go by ticket. */
function isBefore(left: Thread, right: Thread, order: QueueOrder): boolean {
	const byRule = ruleOrder(left, right, order);
	if (byRule !== 0) return byRule < 0;
	return left.ticket < right.ticket;
}

function ruleOrder(left: Thread, right: Thread, order: QueueOrder): number {
	switch (order) {
		case "arrival":
			return 0;
		case "longestFirst":
			return right.workNs - left.workNs;
		case "shortestFirst":
			return left.workNs - right.workNs;
		default:
			return unreachable(order);
	}
}
