import { at } from "../../lib/assert.ts";
import { NONE, type ReadonlyChip, type ReadonlyThread } from "./chip.ts";

/**
 * What a thread waits for. Indices are those of the scenario; `threads` and `owner` are thread ids. `owner` of a free
 * lock: who has been woken to take it, or NONE.
 */
export type Wait =
	| { readonly for: "lock"; readonly lock: number; readonly owner: number }
	| { readonly for: "barrier"; readonly barrier: number; readonly missing: number }
	| { readonly for: "message" | "room"; readonly channel: number }
	| { readonly for: "threads"; readonly threads: readonly number[] }
	| { readonly for: "restart"; readonly process: number }
	| { readonly for: "core" };

/** What the thread waits for; undefined if it runs, is done, or waits for a time, a device or its own start. */
export function waitOf(chip: ReadonlyChip, thread: ReadonlyThread): Wait | undefined {
	const { id, state, spec } = thread;
	if (thread.isDead) return { for: "restart", process: spec.process };
	if (state === "hidden" || state === "waiting") {
		const before = chip.threads.filter((other) => other.state !== "done" && other.successors.includes(id));
		return { for: "threads", threads: before.map((other) => other.id) };
	}
	return meetingOf(chip, thread) ?? (state === "ready" ? { for: "core" } : undefined);
}

/** The lock, barrier or message that the thread waits for, wherever it does; undefined if it waits for none. */
export function meetingOf(chip: ReadonlyChip, { id, spec, phase, wanted }: ReadonlyThread): Wait | undefined {
	const met = spec.program[phase];
	switch (met?.type) {
		case "lock": {
			const stripe = wanted === NONE ? undefined : at(chip.locks, wanted);
			if (stripe === undefined || !stripe.waiters.includes(id)) return undefined;
			return { for: "lock", lock: met.lock, owner: stripe.owner === NONE ? stripe.woken : stripe.owner };
		}
		case "barrier": {
			const waiting = at(chip.barriers, met.barrier);
			const { parties } = at(chip.scenario.barriers, met.barrier);
			if (!waiting.includes(id)) return undefined;
			return { for: "barrier", barrier: met.barrier, missing: parties - waiting.length };
		}
		case "send":
			return at(chip.channels, met.channel).senders.includes(id)
				? { for: "room", channel: met.channel }
				: undefined;
		case "receive":
			return at(chip.channels, met.channel).receivers.includes(id)
				? { for: "message", channel: met.channel }
				: undefined;
		default:
			return undefined;
	}
}
