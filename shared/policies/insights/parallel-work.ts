import { at } from "../../lib/assert.ts";
import type { Chip, Thread } from "../../sim/chip.ts";
import type { Command } from "../../sim/command.ts";
import { mayRun } from "../../sim/may-run.ts";
import { backlogNs, createPlayer } from "../player.ts";

/** What cannot run yet is worth planning only where nothing else is left. */
const NOT_YET = 1_000_000_000;
/** More is not planned on a core: it could not be shared any more when another is free. */
const PLANNED_MOST = 2;

/** Longest first, planned while others still run: so nobody waits for a decision, and all end together. */
export const longestFirst = createPlayer("insight:parallel-work", {
	take: (_chip, _core, thread) => longest(thread),
	rank: (_chip, _core, thread) => longest(thread),
	mode: (chip, seat) => (seat === 0 ? sendTo(chip, longest) : undefined),
});

/** A scheduler that only sets the rule for the shared queue, and leaves the taking to the cores. */
export const setsOrder = createPlayer("sets-order", {
	mode: (chip, seat) =>
		seat === 0 && chip.queueOrder !== "longestFirst" ? { type: "order", order: "longestFirst" } : undefined,
});

/** What needs no looking: plans ahead, in the order in which tasks come. */
export const planAhead = createPlayer("plan-ahead", {
	take: (chip, _core, thread) => chip.shared.indexOf(thread.id),
	mode: (chip, seat) => (seat === 0 ? sendTo(chip, (thread) => chip.shared.indexOf(thread.id)) : undefined),
});

/** What most do first: wait until there is nothing to do, then take what is first. */
export const waitAndSee = createPlayer("wait-and-see", {});

function longest({ state, workNs }: Readonly<Thread>): number {
	return (state === "ready" ? 0 : NOT_YET) - workNs;
}

/** The scheduler plans the first task by `rank` on the core with the least before it, if that has room in its plan. */
export function sendTo(
	chip: Readonly<Chip>,
	rank: (thread: Readonly<Thread>) => number,
): Command | undefined {
	const [first] = chip.shared
		.map((id) => at(chip.threads, id))
		.sort((one, other) => rank(one) - rank(other) || one.id - other.id);
	if (first === undefined) return undefined;
	const [core] = chip.cores
		.filter(({ queue }) => queue.length < PLANNED_MOST)
		.filter((candidate) => mayRun(candidate, first))
		.sort((one, other) => backlogNs(chip, one.id) - backlogNs(chip, other.id) || one.id - other.id);
	return core && { type: "plan", thread: first.id, core: core.id, position: core.queue.length };
}
