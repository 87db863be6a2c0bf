import { at, numberAt } from "../lib/assert.ts";
import { isWorthLoading, stealCandidateOf } from "../policies/parts/moves.ts";
import { backlogNs } from "../policies/parts/observations.ts";
import type { ReadonlyChip, ReadonlyThread } from "../sim/chip/chip.ts";
import type { ChipEvent } from "../sim/chip/event.ts";
import { mayRun } from "../sim/chip/may-run.ts";
import type { Occasion, Situation } from "./concept.ts";
import { EVEN_NS } from "./situations.ts";

/** Situations in which a waiting task moves from one core's queue to another's. */

/** The scheduler moves a waiting task to another core: good if that is one of the least loaded. */
export function movedToEven(): Situation {
	return (chip, event) => {
		const moved = movedThread(chip, event);
		if (moved === undefined || moved.seat !== 0) return undefined;
		const { thread, from } = moved;
		const loads = loadsBefore(chip, moved);
		const least = Math.min(...loads);
		const to = chip.cores.filter((core) => core.id !== from && mayRun(core, thread));
		const good = to.filter(({ id }) => numberAt(loads, id) <= least + EVEN_NS);
		return choice(
			0,
			good.some(({ id }) => id === thread.queue),
			good.length,
			to.length,
		);
	};
}

/** A core steals: good if from one of the most loaded neighbours. */
export function stolenFromFullest(): Situation {
	return (chip, event) => {
		const moved = movedThread(chip, event);
		if (moved === undefined || moved.seat === 0) return undefined;
		const { thread, from, seat } = moved;
		const loads = loadsBefore(chip, moved);
		const victims = chip.cores.filter(
			({ id }) => id === from || stealCandidateOf(chip, id, thread.queue) !== undefined,
		);
		const most = Math.max(...victims.map(({ id }) => numberAt(loads, id)));
		const good = victims.filter(({ id }) => numberAt(loads, id) >= most - EVEN_NS);
		return choice(
			seat,
			good.some(({ id }) => id === from),
			good.length,
			victims.length,
		);
	};
}

/**
 * The scheduler moves a waiting task away from its queue: good if the task is much longer than reloading its
 * data takes.
 */
export function movedWhatPays(): Situation {
	return (chip, event) => {
		const moved = movedThread(chip, event);
		if (moved === undefined || moved.seat !== 0) return undefined;
		const { thread, from } = moved;
		const options = [thread, ...at(chip.cores, from).queue.map((id) => at(chip.threads, id))];
		const good = options.filter((option) => isWorthLoading(chip, thread.queue, option));
		return choice(0, good.includes(thread), good.length, options.length);
	};
}

type Moved = { readonly thread: ReadonlyThread; readonly from: number; readonly seat: number };

/** The thread just moved from one core's queue to another's, and who moved it; undefined for other events. */
function movedThread(chip: ReadonlyChip, event: ChipEvent): Moved | undefined {
	if (event.type === "stolen")
		return { thread: at(chip.threads, event.thread), from: event.from, seat: event.core + 1 };
	if (event.type !== "planned" || event.from < 0 || event.from === event.core) return undefined;
	return { thread: at(chip.threads, event.thread), from: event.from, seat: event.seat };
}

/** Load of each core before that move, in ns of work. */
function loadsBefore(chip: ReadonlyChip, { thread, from }: Moved): number[] {
	return chip.cores.map(({ id }) => {
		const moved = id === thread.queue ? -thread.workNs : id === from ? thread.workNs : 0;
		return backlogNs(chip, id) + moved;
	});
}

/** Undefined if all options are equally good. */
function choice(seat: number, took: boolean, good: number, options: number): Occasion | undefined {
	return good === 0 || good >= options ? undefined : { seat, took, chance: good / options };
}
