import type { Command } from "#shared/sim/chip/command.ts";
import { canDo } from "./choice.ts";
import { askable } from "./divisible-view.ts";
import { takesUndealt } from "./keys.ts";
import type { SeatView } from "./seat-view.ts";

/** What a core without work can do about it right now. */
export type OpenAct = "ask" | "pick" | "steal";

/** Whether the player's own queue takes no more. */
export function isFull({ own, runQueueMax }: Pick<SeatView, "own" | "runQueueMax">): boolean {
	return own !== undefined && own.queue.length >= runQueueMax;
}

/** undefined if nothing of what the lesson allows would bring the core a task now. */
export function openActOf(view: SeatView, allowed: readonly Command["type"][]): OpenAct | undefined {
	const { own, handOut, shared, peers } = view;
	if (own === undefined) return undefined;
	if (allowed.includes("ask") && handOut !== undefined && handOut.room > 0 && askable(handOut).length > 0)
		return "ask";
	if (isFull(view)) return undefined;
	const isThere = shared.some((task) => task.ready && !task.pending && canDo(own.can, task));
	if (isThere && takesUndealt(view, allowed)) return "pick";
	const isNear = peers.some(({ stealCandidate }) => stealCandidate !== undefined);
	return isNear && allowed.includes("steal") ? "steal" : undefined;
}
