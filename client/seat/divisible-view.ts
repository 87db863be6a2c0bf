import { at } from "#shared/lib/assert.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import type { PlayerCommand } from "#shared/protocol/up.ts";
import { isDivisible, misfitOf, openThreads, pendingOf } from "#shared/sim/chip/batches.ts";
import type { ReadonlyChip, ReadonlyThread } from "#shared/sim/chip/chip.ts";

/** A job that is handed out in batches, as the controls show it. */
export type DivisibleView = {
	readonly thread: number;
	/** Letter that tells it from other jobs. */
	readonly letter: string;
	/** The kind of core that it is made for. */
	readonly needs: string;
	/** Items that nobody has asked for, and how long one takes on such a core, in seconds of play. */
	readonly count: number;
	readonly eachS: number;
	/** How many times as long they take on the player's own core. 1 for a scheduler. */
	readonly misfit: number;
	/** Cores may ask for it: it is the first of its kind. */
	readonly isOpen: boolean;
	/** A command for it is on its way. */
	readonly pending: boolean;
};

/** What waits to be handed out, and what the player may ask for. */
export type HandOutView = {
	/** In the order of the shared queue. */
	readonly jobs: readonly DivisibleView[];
	/** Sizes of a batch to choose among. */
	readonly sizes: readonly number[];
	/** How many more batches the player's core may ask for; 0 for a scheduler or a master. */
	readonly room: number;
	/** Batches of the player's core that have not been handed out yet. */
	readonly asked: number;
};

/** undefined if nothing is handed out in batches. Shows what there will be once pending commands have taken effect. */
export function viewHandOut(
	chip: ReadonlyChip,
	seat: number,
	pending: readonly PlayerCommand[],
): HandOutView | undefined {
	const { handOut } = chip.scenario;
	if (handOut === undefined) return undefined;
	const core = seat - 1;
	const asks = pending.filter(({ type }) => type === "ask").length;
	const own = core < 0 ? 0 : pendingOf(chip, core) + asks;
	const mayAsk = core >= 0 && core !== handOut.master;
	return {
		jobs: viewJobs(chip, core, pending),
		sizes: handOut.sizes,
		room: mayAsk ? Math.max(0, handOut.aheadMax - own) : 0,
		asked: mayAsk ? own - at(chip.cores, core).queue.length : 0,
	};
}

function viewJobs(
	chip: ReadonlyChip,
	core: number,
	pending: readonly PlayerCommand[],
): readonly DivisibleView[] {
	const open = openThreads(chip);
	const jobs = chip.shared.map((id) => at(chip.threads, id)).filter(isDivisible);
	for (const command of pending) {
		if (command.type !== "reorder") continue;
		const from = jobs.findIndex(({ id }) => id === command.thread);
		if (from >= 0) jobs.splice(command.position, 0, ...jobs.splice(from, 1));
	}
	return jobs.map((job) => ({
		...factsOf(chip, core, job),
		isOpen: open.includes(job),
		pending: pending.some((command) => "thread" in command && command.thread === job.id),
	}));
}

function factsOf(chip: ReadonlyChip, core: number, job: ReadonlyThread) {
	const { count, eachNs } = job.spec.items ?? { count: 0, eachNs: 0 };
	return {
		thread: job.id,
		letter: at(chip.scenario.processes, job.spec.process).letter ?? "",
		needs: job.spec.needs,
		count,
		eachS: eachNs / NS_PER_PLAY_S,
		misfit: core < 0 ? 1 : misfitOf(chip, core, job),
	};
}

/** The jobs that a core may ask for, those that suit it first. */
export function askable({ jobs }: HandOutView): DivisibleView[] {
	return jobs.filter(({ isOpen }) => isOpen).toSorted((one, other) => one.misfit - other.misfit);
}

/** The command that puts the job before all others of its kind; undefined if it is there already. */
export function toFront({ jobs }: HandOutView, thread: number): PlayerCommand | undefined {
	const needs = jobs.find((job) => job.thread === thread)?.needs;
	const position = jobs.findIndex((job) => job.needs === needs);
	if (position < 0 || jobs[position]?.thread === thread) return undefined;
	return { type: "reorder", thread, position };
}

/** The command that moves the job one place among those of its kind; undefined if there is no such place. */
export function moveInKind({ jobs }: HandOutView, thread: number, by: 1 | -1): PlayerCommand | undefined {
	const needs = jobs.find((job) => job.thread === thread)?.needs;
	const places = jobs.flatMap((job, place) => (job.needs === needs ? [place] : []));
	const own = places.findIndex((place) => jobs[place]?.thread === thread);
	const position = places[own + by];
	return own < 0 || position === undefined ? undefined : { type: "reorder", thread, position };
}
