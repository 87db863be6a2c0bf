import type { Decision, Lesson, LessonSetup } from "../lessons/lesson.ts";
import { at } from "../lib/assert.ts";
import { NEVER_NS, NS_PER_PLAY_S } from "../lib/units.ts";
import { unreachable } from "../lib/unreachable.ts";
import { jobsOf } from "../policies/parts/batches.ts";
import { packetOf, waysOf } from "../policies/parts/observations.ts";
import { measureChip } from "../result/measure-chip.ts";
import { openSimulation, wholeNs } from "../result/simulate-players.ts";
import { advance } from "../sim/advance.ts";
import { applyCommand } from "../sim/apply-command.ts";
import { type Chip, NONE, type ReadonlyChip, type ReadonlyThread, SHARED } from "../sim/chip/chip.ts";
import { cloneChip } from "../sim/chip/clone.ts";
import type { Command } from "../sim/chip/command.ts";
import type { EventSink } from "../sim/chip/event.ts";
import { mayRun } from "../sim/chip/may-run.ts";

/** A moment at which a seat had several options. */
export type Counterfactual = {
	readonly atNs: number;
	readonly seat: number;
	readonly what: Decision["id"];
	/** Worth of each option in seconds of play, more is better; [0] is what was done. Empty if there was no choice. */
	readonly worthS: readonly number[];
};

/** The round in which to look for counterfactuals. */
export type CounterfactualSetup = {
	readonly lesson: Lesson;
	readonly setup: LessonSetup;
	readonly policyId: string;
	/** Policy of the scheduler's seat, if another. */
	readonly schedulerId?: string;
	readonly decisionsPerS: number;
	/** How long play continues after each option before it is measured, in ns. */
	readonly horizonNs: number;
};

/** Counterfactuals of one round, in order of time, and how long it lasted. */
export type Counterfactuals = {
	readonly counterfactuals: readonly Counterfactual[];
	readonly roundNs: number;
};

/**
 * Finds every decision of a round and what each option would have been worth: just before the moment the round
 * is branched, the option is taken, and all seats play on as before.
 */
export function findCounterfactuals({
	lesson,
	setup,
	policyId,
	decisionsPerS,
	horizonNs,
	schedulerId,
}: CounterfactualSetup): Counterfactuals {
	const moments: DecisionMoment[] = [];
	const scout = openSimulation(lesson, setup, policyId, decisionsPerS, schedulerId);
	advance(scout, wholeNs(scout.scenario), watch(scout, lesson, moments));
	const base = openSimulation(lesson, setup, policyId, decisionsPerS, schedulerId);
	const worthOf = (branch: Chip, atNs: number): number => {
		advance(branch, atNs + horizonNs);
		return lesson.measure.worthS(measureChip(branch), branch);
	};
	const counterfactuals = moments.map(({ atNs, seat, what, thread, core }) => {
		advance(base, atNs - 1);
		const worthS: number[] = [];
		for (const acts of optionsOf(base, { what, thread, seat, core }, lesson)) {
			const branch = cloneChip(base);
			const isDone = acts.every((act) => applyCommand(branch, act.seat, act.command).ok);
			// What was done became possible only at that very moment, so there was no choice before it.
			if (!isDone && worthS.length === 0) break;
			if (!isDone) continue;
			const holdsNs = HOLDS_NS[what];
			if (holdsNs !== undefined && acts.length > 0) at(branch.seats, seat).nextActNs = atNs + holdsNs;
			worthS.push(worthOf(branch, atNs));
		}
		return { atNs, seat, what, worthS };
	});
	return { counterfactuals, roundNs: scout.nowNs };
}

type DecisionMoment = Omit<Counterfactual, "worthS"> & { readonly thread: number; readonly core: number };

/**
 * Records when a packet is dealt, when a core takes a task and when it starts one: then its place, its way and its
 * turn are decided.
 */
function watch(chip: ReadonlyChip, lesson: Lesson, moments: DecisionMoment[]): EventSink {
	let dealtJob = NONE;
	const moves = lesson.decisions.some(({ id }) => id === "move");
	const steals = lesson.decisions.some(({ id }) => id === "steal");
	const takes = lesson.decisions.some(({ id }) => id === "take");
	return (event) => {
		const { atNs } = event;
		if (event.type === "planned" && event.seat === 0 && event.from === SHARED) {
			const { job } = at(chip.threads, event.thread);
			if (job !== dealtJob || !lesson.actions.scheduler.includes("deal"))
				moments.push({ atNs, seat: 0, what: "deal", thread: event.thread, core: event.core });
			dealtJob = job;
		}
		// Where only one task may be planned, it could no longer be exchanged for another when it starts.
		if (event.type === "planned" && event.seat > 0 && event.from === SHARED && takes)
			moments.push({ atNs, seat: event.seat, what: "take", thread: event.thread, core: event.core });
		if (event.type === "planned" && event.seat === 0 && event.from >= 0 && moves)
			moments.push({ atNs, seat: 0, what: "move", thread: event.thread, core: event.core });
		if (event.type === "stolen" && steals)
			moments.push({ atNs, seat: event.core + 1, what: "steal", thread: event.thread, core: event.from });
		if (event.type === "asked" && !lesson.botSeats.includes(event.seat))
			moments.push({ atNs, seat: event.seat, what: "batch", thread: event.of, core: event.seat - 1 });
		if (event.type === "reordered")
			moments.push({ atNs, seat: event.seat, what: "front", thread: event.thread, core: NONE });
		if (event.type !== "started") return;
		const thread = at(chip.threads, event.thread);
		if (thread.startNs !== NEVER_NS) return;
		const seat = event.core + 1;
		const moment = { atNs, thread: thread.id, core: event.core };
		// The scheduler chooses ways where cores may not.
		const chooser = lesson.actions.core.includes("choose") ? seat : 0;
		if (thread.spec.ways.length > 0) moments.push({ ...moment, seat: chooser, what: "way" });
		// Nobody decides what a core runs that only bots play.
		if (lesson.botSeats.includes(seat)) return;
		moments.push({ ...moment, seat, what: "next" });
		if (takes && thread.from === SHARED) moments.push({ ...moment, seat, what: "take" });
		if (lesson.actions.core.includes("clock")) moments.push({ ...moment, seat, what: "mode" });
	};
}

/**
 * How long a seat does nothing after it has taken another option, so that it keeps an operating point or an order,
 * and does not ask at once for what it would have asked for.
 */
const HOLDS_NS: { readonly [What in Decision["id"]]?: number } = {
	mode: 4 * NS_PER_PLAY_S,
	front: 4 * NS_PER_PLAY_S,
	batch: 1.1 * NS_PER_PLAY_S,
};

/** Most other tasks of a queue that are tried in its turn. */
const RIVALS_MAX = 3;

/** Commands given at one moment; none: play goes on as it did. */
type OptionActs = readonly { readonly seat: number; readonly command: Command }[];

/** Options with the thread at that moment, first what was done. */
function optionsOf(
	chip: ReadonlyChip,
	{ what, thread, seat, core }: Omit<DecisionMoment, "atNs">,
	lesson: Lesson,
): OptionActs[] {
	// A thread that starts the instant it arrives leaves no choice.
	if (chip.threads[thread] === undefined) return [[]];
	switch (what) {
		case "move":
			return [core, ...chip.cores.map(({ id }) => id).filter((id) => id !== core)].map((to) =>
				moveForGood(chip, thread, to),
			);
		case "steal":
			return [core, ...chip.cores.map(({ id }) => id).filter((id) => id !== core)]
				.map((from): OptionActs => [{ seat, command: { type: "steal", from } }])
				.concat([[keepAt(thread, core)]]);
		default:
			return [
				[],
				...othersOf(chip, { what, thread, core }, lesson).map((command): OptionActs => [{ seat, command }]),
			];
	}
}

/** Moves the thread and pins it until it starts: a move that is undone at once would cost nothing. */
function moveForGood(chip: ReadonlyChip, thread: number, core: number): OptionActs {
	const keep = keepAt(thread, core);
	if (at(chip.threads, thread).queue === core) return [keep];
	const position = at(chip.cores, core).queue.length;
	return [{ seat: 0, command: { type: "plan", thread, core, position } }, keep];
}

function keepAt(thread: number, core: number): OptionActs[number] {
	return { seat: 0, command: { type: "pin", thread, core } };
}

/** The other options, as commands of the seat. */
function othersOf(
	chip: ReadonlyChip,
	{
		what,
		thread: threadId,
		core,
	}: Omit<DecisionMoment, "atNs" | "seat"> & { what: Exclude<DecisionMoment["what"], "move" | "steal"> },
	{ actions }: Lesson,
): Command[] {
	const thread = at(chip.threads, threadId);
	switch (what) {
		case "deal":
			if (actions.scheduler.includes("deal"))
				return [
					...chip.cores.map(({ id }): Command => ({ type: "deal", job: thread.job, core: id })),
					...(actions.dealsWays === true ? dealtWays(chip, thread.job, core) : []),
				];
			return [...elsewhere(chip, threadId), ...others(chip, thread, core, at(chip.cores, core).queue.length)];
		case "take":
			return [...others(chip, thread, core, 0), ...steals(chip, core)];
		case "way":
			return [0, ...thread.spec.ways.map((_, index) => index + 1)]
				.filter((way) => way !== thread.way)
				.map((way) => ({ type: "choose", thread: threadId, way }));
		case "next":
			return at(chip.cores, core)
				.queue.filter((id) => id !== threadId && at(chip.threads, id).state === "ready")
				.slice(0, RIVALS_MAX)
				.map((id) => ({ type: "plan", thread: id, core, position: 0 }));
		case "batch":
			return (chip.scenario.handOut?.sizes ?? []).map((count) => ({ type: "ask", thread: threadId, count }));
		case "front":
			return jobsOf(chip, thread.spec.needs)
				.slice(0, RIVALS_MAX)
				.map(({ id }) => ({ type: "reorder", thread: id, position: 0 }));
		case "mode":
			return at(chip.cores, core).spec.points.map((_, point) => ({ type: "clock", core, point }));
		default:
			return unreachable(what);
	}
}

/** Deals the job to the core in each way that any of its tasks has. */
function dealtWays(chip: ReadonlyChip, job: number, core: number): Command[] {
	const count = Math.max(...packetOf(chip, job).map(waysOf));
	return Array.from({ length: count }, (_, way): Command => ({ type: "deal", job, core, way }));
}

/** Plans the same task at the end of each core's queue. */
function elsewhere(chip: ReadonlyChip, thread: number): Command[] {
	return chip.cores.map(({ id, queue }) => ({ type: "plan", thread, core: id, position: queue.length }));
}

/** Plans another task of the shared queue: the first ones, the shortest and the longest. */
function others(
	chip: ReadonlyChip,
	{ id, state }: ReadonlyThread,
	core: number,
	position: number,
): Command[] {
	const runner = at(chip.cores, core);
	// A task that cannot run yet is an option only beside others that cannot.
	const rest = chip.shared.filter((other) => {
		const rival = at(chip.threads, other);
		return other !== id && [state, "ready"].includes(rival.state) && mayRun(runner, rival);
	});
	const byLength = rest.toSorted(
		(one, other) => at(chip.threads, other).workNs - at(chip.threads, one).workNs,
	);
	const tried = new Set([...rest.slice(0, RIVALS_MAX - 1), ...byLength.slice(0, 1), ...byLength.slice(-1)]);
	return [...tried].map((thread) => ({ type: "plan", thread, core, position }));
}

/** Steals what a neighbour has planned last. */
function steals(chip: ReadonlyChip, core: number): Command[] {
	return chip.cores.filter(({ id }) => id !== core).map(({ id }) => ({ type: "steal", from: id }));
}
