import { at, idAt, numberAt } from "../../lib/assert.ts";
import { appended, countFrom } from "../../lib/lists.ts";
import { streamOf } from "../../lib/random.ts";
import { NEVER_NS } from "../../lib/units.ts";
import type { ProgramPhase, ThreadSpec } from "../scenario/scenario.ts";
import {
	type Chip,
	NONE,
	NOWHERE,
	type ReadonlyChip,
	type ReadonlyCore,
	type ReadonlyThread,
	SHARED,
	type Thread,
} from "./chip.ts";
import { scaledNs } from "./draw.ts";
import type { EventSink } from "./event.ts";
import { mayRun } from "./may-run.ts";
import { NOTHING } from "./nothing.ts";
import { plan, share } from "./queues.ts";
import { seatChance } from "./seat-chance.ts";

/** Stream number of the first thread's random stream; lower numbers belong to seats and arrivals. */
const THREAD_STREAMS = 100_000;

/** Where a job comes from, which threads it waits for, and the factor of its work. */
export type Origin = {
	readonly chain: number;
	readonly client: number;
	readonly after: readonly Thread[];
	readonly scale: number;
};

/** Origin of a job that belongs to no chain and no client and waits for nothing. */
export const BY_ITSELF: Origin = { chain: NONE, client: NONE, after: [], scale: 1 };

/** Creates an instance of job `spec` of the scenario. Threads that wait for nothing are announced at once. */
export function createJob(chip: Chip, spec: number, origin: Origin, sink: EventSink | undefined): void {
	const first = chip.threads.length;
	const specs = at(chip.scenario.jobs, spec).threads;
	const id = chip.jobs.length;
	for (let index = 0; index < specs.length; index++)
		chip.threads.push(createThread(chip, first + index, id, at(specs, index), origin.scale));
	chip.jobs.push({
		id,
		spec,
		chain: origin.chain,
		client: origin.client,
		threads: countFrom(first, specs.length),
		undone: specs.length,
		announcedNs: NEVER_NS,
		startNs: NEVER_NS,
		finishNs: NEVER_NS,
	});
	chip.alive += specs.length;
	for (let threadId = first; threadId < first + specs.length; threadId++) {
		const thread = at(chip.threads, threadId);
		for (const index of thread.spec.after) waitFor(thread, at(chip.threads, first + index));
		if (thread.spec.after.length === 0) for (const before of origin.after) waitFor(thread, before);
	}
	for (let threadId = first; threadId < first + specs.length; threadId++) {
		const thread = at(chip.threads, threadId);
		if (thread.unstarted === 0) announce(chip, thread, sink);
	}
}

/**
 * Announces a thread all of whose predecessors have started: everybody sees it, and it is ready if they are all
 * done.
 */
export function announce(chip: Chip, thread: Thread, sink: EventSink | undefined): void {
	thread.state = "waiting";
	thread.announcedNs = chip.nowNs;
	chip.backlogNs += thread.taskWorkNs;
	const job = at(chip.jobs, thread.job);
	if (job.announcedNs === NEVER_NS) {
		job.announcedNs = chip.nowNs;
		sink?.({ type: "jobAnnounced", atNs: chip.nowNs, job: job.id });
	}
	sink?.({ type: "announced", atNs: chip.nowNs, thread: thread.id });
	deal(chip, thread, sink);
	if (thread.undone === 0) makeReady(chip, thread, sink);
}

/** Creates a thread of the job that no scenario names, ready at the end of the core's run queue. */
export function createReady(
	chip: Chip,
	jobId: number,
	{ spec, scale }: { readonly spec: ThreadSpec; readonly scale: number },
	core: number,
	sink: EventSink | undefined,
): Thread {
	const job = at(chip.jobs, jobId);
	const thread = createThread(chip, chip.threads.length, jobId, spec, scale);
	chip.threads.push(thread);
	job.threads.push(thread.id);
	job.undone++;
	chip.alive++;
	chip.backlogNs += thread.taskWorkNs;
	thread.announcedNs = chip.nowNs;
	thread.ticket = chip.nextTicket++;
	sink?.({ type: "announced", atNs: chip.nowNs, thread: thread.id });
	plan(chip, thread, core, at(chip.cores, core).queue.length);
	makeReady(chip, thread, sink);
	return thread;
}

/**
 * Queues a newly announced thread: where the scheduler's policy places it if a bot schedules, else at its home
 * or in the shared queue.
 */
export function deal(chip: Chip, thread: Thread, sink: EventSink | undefined): void {
	const placed = placedByPolicy(chip, thread);
	queueOn(chip, thread, placed < 0 ? thread.spec.home : placed, NEVER_NS, sink);
}

/**
 * Queues a woken thread: next in the run queue from which it had been started, behind those that woke before it;
 * as a new one if it came from the shared queue or the policy places it elsewhere.
 */
export function dealWoken(chip: Chip, thread: Thread, sink: EventSink | undefined): void {
	const placed = placedByPolicy(chip, thread);
	const target = placed >= 0 ? placed : thread.from;
	const core = target === thread.from ? chip.cores[target] : undefined;
	if (core === undefined) queueOn(chip, thread, placed >= 0 ? placed : thread.spec.home, NEVER_NS, sink);
	else queueOn(chip, thread, core.id, wokenAhead(chip, core), sink);
	thread.isWoken = thread.queue === SHARED || thread.queue === core?.id;
	if (thread.queue === SHARED) chip.wokenShared++;
}

/** How many threads at the head of the core's run queue have been woken and not run since. */
export function wokenAhead(chip: ReadonlyChip, { queue }: ReadonlyCore): number {
	const place = queue.findIndex((id) => !at(chip.threads, id).isWoken);
	return place < 0 ? queue.length : place;
}

/** The core to which a bot at the scheduler's seat deals the thread, or NONE. */
function placedByPolicy(chip: Chip, thread: Thread): number {
	const scheduler = at(chip.seats, 0);
	const { driver, policy } = scheduler;
	// At human pace a scheduler's policy that acts deals as people do, by one command at a time.
	const isDealt = driver === "bot" && (chip.pace === "machine" || policy.act === undefined);
	return isDealt ? policy.place(chip, thread.id, seatChance(scheduler)) : NONE;
}

/**
 * Puts the thread into the core's run queue at `position` or its end, or into the shared queue if `core` does
 * not exist or may not run it.
 */
function queueOn(
	chip: Chip,
	thread: Thread,
	core: number,
	position: number,
	sink: EventSink | undefined,
): void {
	thread.ticket = chip.nextTicket++;
	// Reading what is not there at a negative index is slow.
	const runner = core < 0 ? undefined : chip.cores[core];
	if (runner === undefined || !mayRun(runner, thread)) {
		share(chip, thread);
		return;
	}
	plan(chip, thread, core, position);
	sink?.({ type: "planned", atNs: chip.nowNs, thread: thread.id, core, seat: 0, from: NONE });
}

/** Makes `thread` ready from now on. It must already be in a queue. */
export function makeReady(chip: Chip, thread: Thread, sink: EventSink | undefined): void {
	thread.state = "ready";
	thread.readyNs = chip.nowNs;
	chip.ready++;
	sink?.({ type: "ready", atNs: chip.nowNs, thread: thread.id });
}

/**
 * Work of a program in ns on an ideal core. An endless loop counts one lap, and chunks of pools count nothing.
 */
export function workOf(program: readonly ProgramPhase[], scale = 1): number {
	const loops = program.some(({ type }) => type === "repeat");
	const upToNs: number[] = [];
	let sumNs = 0;
	for (const phase of program) {
		if (loops) upToNs.push(sumNs);
		if (phase.type === "compute" || phase.type === "update") sumNs += scaledNs(phase.workNs, scale);
		if (phase.type === "repeat" && phase.times > 1)
			sumNs += (phase.times - 1) * (sumNs - numberAt(upToNs, phase.from));
	}
	return sumNs;
}

/**
 * The thread's spec in the scenario, before anyone chose a way, cores or a priority, or asked for batches of it. A
 * batch, which no scenario names, is as it is.
 */
export function originalOf(chip: ReadonlyChip, thread: ReadonlyThread): ThreadSpec {
	const { spec, threads } = at(chip.jobs, thread.job);
	return at(chip.scenario.jobs, spec).threads[thread.id - idAt(threads, 0)] ?? thread.spec;
}

function createThread(chip: Chip, id: number, job: number, spec: ThreadSpec, scale: number): Thread {
	const workNs = workOf(spec.program, scale);
	return {
		id,
		job,
		spec,
		way: 0,
		workNs,
		doneNs: 0,
		taskWorkNs: workNs,
		scale,
		random: streamOf(chip.seed, THREAD_STREAMS + id),
		successors: NOTHING,
		state: "hidden",
		isDead: false,
		phase: -1,
		remainingNs: 0,
		debtNs: 0,
		faultShare: 0,
		step: 0,
		carry: 0,
		laps: NOTHING,
		held: NOTHING,
		wanted: NONE,
		ticket: 0,
		from: NOWHERE,
		slices: 0,
		sliceEpoch: 0,
		isWoken: false,
		sliceLeftNs: 0,
		spinLeftNs: 0,
		unstarted: 0,
		undone: 0,
		core: -1,
		queue: NOWHERE,
		announcedNs: NEVER_NS,
		readyNs: NEVER_NS,
		startNs: NEVER_NS,
		finishNs: NEVER_NS,
	};
}

function waitFor(thread: Thread, predecessor: Thread): void {
	predecessor.successors = appended(predecessor.successors, thread.id);
	if (predecessor.startNs === NEVER_NS) thread.unstarted++;
	if (predecessor.state !== "done") thread.undone++;
}
