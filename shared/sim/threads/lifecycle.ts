import { at } from "../../lib/assert.ts";
import { NEVER_NS } from "../../lib/units.ts";
import type { Chip, Thread } from "../chip/chip.ts";
import type { EventSink } from "../chip/event.ts";
import type { Job } from "../chip/job-state.ts";
import { announce, makeReady } from "../chip/jobs.ts";
import { countBegun } from "../memory/paging.ts";
import { extendChain, releaseClient } from "./arrivals.ts";

/** The thread runs for the first time: its job has started, and what waited only for its start is announced. */
export function markStarted(chip: Chip, thread: Thread, sink: EventSink | undefined): void {
	if (thread.startNs !== NEVER_NS) return;
	thread.startNs = chip.nowNs;
	countBegun(chip, thread.spec.process, 1);
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

/** The thread has finished its program: what waited only for it becomes ready, and its job may be done. */
export function markDone(chip: Chip, thread: Thread, sink: EventSink | undefined): void {
	thread.state = "done";
	thread.finishNs = chip.nowNs;
	chip.threadsDone++;
	chip.backlogNs -= thread.taskWorkNs;
	countBegun(chip, thread.spec.process, -1);
	chip.alive--;
	const job = at(chip.jobs, thread.job);
	job.undone--;
	if (job.undone === 0) {
		job.finishNs = chip.nowNs;
		chip.jobsDone++;
		sink?.({ type: "jobDone", atNs: chip.nowNs, job: job.id });
		releaseClient(chip, job);
	}
	for (const id of thread.successors) {
		const successor = at(chip.threads, id);
		successor.undone--;
		if (successor.undone > 0 || successor.isDead) continue;
		if (successor.spec.divisible !== true) makeReady(chip, successor, sink);
		// It has waited for its own batches, all of which are done now.
		else if (successor.state === "blocked") markDone(chip, successor, sink);
		else if (successor.state === "waiting") makeReady(chip, successor, sink);
	}
}

/** Threads of the job that no other thread of it waits for: the job is done when they are. */
function leavesOf(chip: Chip, job: Job): Thread[] {
	return job.threads.map((id) => at(chip.threads, id)).filter((thread) => thread.successors.length === 0);
}
