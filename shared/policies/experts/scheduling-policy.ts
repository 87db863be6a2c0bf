import { at } from "../../lib/assert.ts";
import { NS_PER_PLAY_S } from "../../lib/units.ts";
import { NONE, type ReadonlyChip, type ReadonlyThread } from "../../sim/chip/chip.ts";
import type { Command } from "../../sim/chip/command.ts";
import { remainingWorkNs } from "../../sim/chip/progress.ts";
import { createHumanPaced } from "../parts/human-paced.ts";
import { nextInLine } from "../parts/next-in-line.ts";
import { cheapestWithRoom } from "../parts/observations.ts";

/** Least difference to the next task for which putting a long one aside is worth the switch. */
const WORTH_YIELDING_NS = 3 * NS_PER_PLAY_S;

/**
 * Expert policy of the lesson `scheduling-policy`: shortest first everywhere, because a short task delays the
 * others little, and a long one delays all behind it. A player that looks seldom does what saves most: one long
 * task sent to the end moves all others up at once.
 */
export const shortFirst = createHumanPaced("insight:scheduling-policy", {
	deal: (chip, packet) => cheapestWithRoom(chip, packet, (core) => addedWaitingNs(chip, core, packet)),
	modes: [
		(chip, seat) => (seat === 0 ? wantOrder(chip) : undefined),
		(chip, seat) =>
			seat === 0 ? undefined : asideIf(chip, seat - 1, savedByBestMove(chip, seat - 1).savedNs),
		(chip, seat) => (seat === 0 ? undefined : savedByBestMove(chip, seat - 1).move),
	],
});

/** Sets the rule of the shared queue, once. */
function wantOrder(chip: ReadonlyChip): Command | undefined {
	return chip.queueOrder === "shortestFirst" ? undefined : { type: "order", order: "shortestFirst" };
}

/**
 * Additional waiting of all tasks with the packet on that core, in ns: of every two tasks the longer waits for
 * the shorter.
 */
function addedWaitingNs(chip: ReadonlyChip, core: number, packet: readonly ReadonlyThread[]): number {
	const { queue, thread } = at(chip.cores, core);
	const there = leftNs(chip, thread === NONE ? queue : [thread, ...queue]);
	let sumNs = 0;
	for (const { workNs } of packet) for (const left of there) sumNs += Math.min(workNs, left);
	return sumNs;
}

function leftNs(chip: ReadonlyChip, threads: readonly number[]): number[] {
	return threads.map((id) => remainingWorkNs(chip, at(chip.threads, id)));
}

/** Puts the running task aside if that saves the core's tasks more waiting than `otherwiseNs`. */
function asideIf(chip: ReadonlyChip, core: number, otherwiseNs: number): Command | undefined {
	const { queue, thread } = at(chip.cores, core);
	if (thread === NONE || nextInLine(chip, core)?.id !== queue[0]) return undefined;
	const runningNs = remainingWorkNs(chip, at(chip.threads, thread));
	return savedAsideNs(runningNs, leftNs(chip, queue)) > otherwiseNs ? { type: "yield" } : undefined;
}

/** The move in the core's queue that saves its tasks most waiting, and how much. */
function savedByBestMove(
	chip: ReadonlyChip,
	core: number,
): { readonly move?: Command; readonly savedNs: number } {
	const { queue } = at(chip.cores, core);
	const waiting = leftNs(chip, queue);
	let savedNs = 0;
	let move: Command | undefined;
	for (const [from, moved] of queue.entries())
		for (const position of queue.keys()) {
			const ownNs = savedByMoveNs(waiting, from, position);
			if (ownNs <= savedNs) continue;
			savedNs = ownNs;
			move = { type: "plan", thread: moved, core, position };
		}
	return { ...(move && { move }), savedNs };
}

/** Waiting saved if the running task makes way, in ns; 0 unless the next one is much shorter. */
function savedAsideNs(runningNs: number, waiting: readonly number[]): number {
	const nextNs = waiting[0];
	if (nextNs === undefined || nextNs + WORTH_YIELDING_NS >= runningNs) return 0;
	return waiting.reduce((sumNs, ownNs) => sumNs + Math.max(0, runningNs - ownNs), 0);
}

/** Waiting saved by moving a task past others, of the task and of those it passes, in ns; may be negative. */
function savedByMoveNs(waiting: readonly number[], from: number, to: number): number {
	const ownNs = waiting[from] ?? 0;
	const passed = to < from ? waiting.slice(to, from) : waiting.slice(from + 1, to + 1);
	const aheadNs = passed.reduce((sumNs, otherNs) => sumNs + otherNs - ownNs, 0);
	return to < from ? aheadNs : -aheadNs;
}
