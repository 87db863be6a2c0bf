import { at } from "../lib/assert.ts";
import { type Chip, type Job, NONE, NOWHERE, type Thread } from "./chip.ts";
import type { EventSink } from "./event.ts";
import { plan, share } from "./queues.ts";
import type { ThreadSpec } from "./scenario.ts";
import { seatChance } from "./seat-chance.ts";
import { NEVER_NS } from "./units.ts";

/** Brings what arrives at `chip.nowNs` onto the chip. */
export function admitArrivals(chip: Chip, sink: EventSink | undefined): void {
	const { arrivals } = chip.scenario;
	while (chip.nextArrival < chip.timed.length) {
		const arrival = at(arrivals, at(chip.timed, chip.nextArrival));
		if (arrival.type !== "at" || arrival.atNs > chip.nowNs) break;
		chip.nextArrival++;
		createJob(chip, arrival.job, NONE, [], sink);
	}
	arrivals.forEach((arrival, chain) => {
		if (arrival.type === "chain" && chip.chainStarted[chain] === 0) extendChain(chip, chain, [], sink);
	});
}

/** When the next timed arrival comes. */
export function nextArrivalNs(chip: Readonly<Chip>): number {
	const index = chip.timed[chip.nextArrival];
	const arrival = index === undefined ? undefined : chip.scenario.arrivals[index];
	return arrival?.type === "at" ? arrival.atNs : NEVER_NS;
}

/** The thread runs for the first time: what waits for it may be announced, its job has begun. */
export function markStarted(chip: Chip, thread: Thread, sink: EventSink | undefined): void {
	if (thread.startNs !== NEVER_NS) return;
	thread.startNs = chip.nowNs;
	const job = at(chip.jobs, thread.job);
	if (job.startNs === NEVER_NS) {
		job.startNs = chip.nowNs;
		chip.jobsStarted++;
		if (job.chain >= 0) extendChain(chip, job.chain, leavesOf(chip, job), sink);
	}
	for (const id of thread.successors) {
		const successor = at(chip.threads, id);
		successor.unstarted--;
		if (successor.unstarted === 0 && successor.state === "hidden") announce(chip, successor, sink);
	}
}

/** The thread has ended its program: what waited only for it becomes ready, its job may be done. */
export function markDone(chip: Chip, thread: Thread, sink: EventSink | undefined): void {
	thread.state = "done";
	thread.finishNs = chip.nowNs;
	chip.threadsDone++;
	chip.alive--;
	const job = at(chip.jobs, thread.job);
	job.undone--;
	if (job.undone === 0) {
		job.finishNs = chip.nowNs;
		chip.jobsDone++;
		sink?.({ type: "jobDone", atNs: chip.nowNs, job: job.id });
	}
	for (const id of thread.successors) {
		const successor = at(chip.threads, id);
		successor.undone--;
		if (successor.undone === 0) makeReady(chip, successor, sink);
	}
}

/** `thread` could run from now on. It must be in a queue already. */
export function makeReady(chip: Chip, thread: Thread, sink: EventSink | undefined): void {
	thread.state = "ready";
	thread.readyNs = chip.nowNs;
	chip.ready++;
	sink?.({ type: "ready", atNs: chip.nowNs, thread: thread.id });
}

function extendChain(chip: Chip, chain: number, after: readonly Thread[], sink: EventSink | undefined): void {
	const arrival = at(chip.scenario.arrivals, chain);
	if (arrival.type !== "chain") return;
	const started = at(chip.chainStarted, chain);
	chip.chainStarted[chain] = started + 1;
	createJob(chip, at(arrival.jobs, started % arrival.jobs.length), chain, after, sink);
}

function createJob(
	chip: Chip,
	spec: number,
	chain: number,
	after: readonly Thread[],
	sink: EventSink | undefined,
): void {
	const first = chip.threads.length;
	const specs = at(chip.scenario.jobs, spec).threads;
	const id = chip.jobs.length;
	const threads = specs.map((_, index) => first + index);
	chip.jobs.push({
		id,
		spec,
		chain,
		threads,
		undone: specs.length,
		announcedNs: NEVER_NS,
		startNs: NEVER_NS,
		finishNs: NEVER_NS,
	});
	specs.forEach((threadSpec, index) => {
		chip.threads.push(createThread(first + index, id, threadSpec));
	});
	chip.alive += specs.length;
	for (const thread of threads.map((threadId) => at(chip.threads, threadId))) {
		const inside = thread.spec.after.map((index) => at(chip.threads, first + index));
		const predecessors = inside.length > 0 ? inside : after;
		for (const predecessor of predecessors) waitFor(thread, predecessor);
	}
	for (const threadId of threads) {
		const thread = at(chip.threads, threadId);
		if (thread.unstarted === 0) announce(chip, thread, sink);
	}
}

function createThread(id: number, job: number, spec: ThreadSpec): Thread {
	let workNs = 0;
	for (const phase of spec.program) if (phase.type === "compute") workNs += phase.workNs;
	return {
		id,
		job,
		spec,
		workNs,
		successors: [],
		state: "hidden",
		phase: -1,
		remainingNs: 0,
		debtNs: 0,
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
	predecessor.successors.push(thread.id);
	if (predecessor.startNs === NEVER_NS) thread.unstarted++;
	if (predecessor.state !== "done") thread.undone++;
}

function announce(chip: Chip, thread: Thread, sink: EventSink | undefined): void {
	thread.state = "waiting";
	thread.announcedNs = chip.nowNs;
	const job = at(chip.jobs, thread.job);
	if (job.announcedNs === NEVER_NS) {
		job.announcedNs = chip.nowNs;
		sink?.({ type: "jobAnnounced", atNs: chip.nowNs, job: job.id });
	}
	sink?.({ type: "announced", atNs: chip.nowNs, thread: thread.id });
	deal(chip, thread, sink);
	if (thread.undone === 0) makeReady(chip, thread, sink);
}

/** Where a thread waits: where the scheduler's policy deals it, if a bot schedules, else in the shared queue. */
export function deal(chip: Chip, thread: Thread, sink: EventSink | undefined): void {
	const scheduler = at(chip.seats, 0);
	const core =
		scheduler.driver === "bot" ? scheduler.policy.place(chip, thread.id, seatChance(scheduler)) : NONE;
	if (core < 0) {
		share(chip, thread);
		return;
	}
	plan(chip, thread, core, at(chip.cores, core).queue.length);
	sink?.({ type: "planned", atNs: chip.nowNs, thread: thread.id, core, seat: 0, from: NONE });
}

/** Threads of the job that nothing inside it waits for: when they are done, the job is. */
function leavesOf(chip: Chip, job: Job): Thread[] {
	return job.threads.map((id) => at(chip.threads, id)).filter((thread) => thread.successors.length === 0);
}
