import { at } from "../lib/assert.ts";
import { removeAt } from "../lib/lists.ts";
import { NEVER_NS } from "../lib/units.ts";
import { book } from "./chip/accounting.ts";
import { collapseNs, watchBacklog } from "./chip/backlog.ts";
import type { Chip, ReadonlyChip } from "./chip/chip.ts";
import type { EventSink } from "./chip/event.ts";
import { nextSeatNs } from "./chip/seats.ts";
import { isSliceOver } from "./chip/slice.ts";
import { isMoreToCome } from "./chip/still-to-come.ts";
import { nextTimerNs } from "./chip/timers.ts";
import { actSeats } from "./decision-points.ts";
import { creditWork, refreshMemory } from "./memory/compute.ts";
import { reschedule } from "./reschedule.ts";
import { stuckFromNs, watchStandstill } from "./standstill.ts";
import { admitArrivals, beginArrivals, bringJob, nextArrivalNs } from "./threads/arrivals.ts";
import { restartProcess } from "./threads/crash.ts";
import { afterActivity } from "./threads/dispatch.ts";
import { wakeThread } from "./threads/wake.ts";

/**
 * Simulates the chip in place up to `toNs`, from event to event. How a span is cut into calls never changes the
 * outcome. Does nothing once the scenario has ended. Events go to `sink` in the order in which they happen.
 */
export function advance(chip: Chip, toNs: number, sink?: EventSink): void {
	while (!chip.finished) {
		lookAhead(chip);
		if (due.atNs > toNs) break;
		chip.nowNs = due.atNs;
		handleInstant(chip, sink);
	}
	if (!chip.finished && toNs > chip.nowNs) chip.nowNs = toNs;
}

/** Simulates to the end of the scenario. A scenario without a horizon also stops once the chip is stuck. */
export function runToEnd(chip: Chip, sink?: EventSink): void {
	while (!chip.finished) {
		lookAhead(chip);
		if (due.atNs === NEVER_NS) return;
		chip.nowNs = due.atNs;
		handleInstant(chip, sink);
	}
}

/**
 * Time of the next event; NEVER_NS when none is due, the chip has finished, or it is stuck in a scenario without
 * a horizon.
 */
export function nextEventNs(chip: ReadonlyChip): number {
	lookAhead(chip);
	return due.atNs;
}

/** Overwritten by each look ahead: a number that a function returns may take memory. */
const due = { atNs: NEVER_NS };

function lookAhead(chip: ReadonlyChip): void {
	const { end } = chip.scenario;
	due.atNs = NEVER_NS;
	if (chip.finished || (chip.isStuck && end.type !== "horizon")) return;
	let next = Math.min(nextArrivalNs(chip), nextTimerNs(chip), chip.tickNs, stuckFromNs(chip));
	if (chip.pace === "human") next = Math.min(next, nextSeatNs(chip));
	for (const core of chip.cores) next = Math.min(next, core.nextNs);
	// What fell due while it was stuck comes once a command has freed it.
	due.atNs = end.type === "horizon" ? Math.min(next, end.ns, collapseNs(chip)) : Math.max(next, chip.nowNs);
}

/**
 * Handles what is due at `chip.nowNs` in a fixed order: what ends, wakes or arrives, and what that causes at the
 * same instant; when nothing of this is left, ends of slices and of idleness; then the tick, and the seats. Each
 * call handles the first of these kinds that is due.
 */
function handleInstant(chip: Chip, sink: EventSink | undefined): void {
	const isQuiet = !makeHappen(chip, sink) && !endSlices(chip, sink);
	if (isQuiet && isAllTheSame(chip)) refreshMemory(chip);
	// At human pace time alone gives nobody a reason to do otherwise.
	else if (!isQuiet || chip.pace === "machine" || chip.tickNs <= chip.nowNs) reschedule(chip, sink);
	if (isQuiet && chip.pace === "human" && nextSeatNs(chip) <= chip.nowNs) {
		actSeats(chip, sink);
		reschedule(chip, sink);
	}
	watchStandstill(chip, sink);
	watchBacklog(chip);
	if (isOver(chip)) finish(chip, sink);
}

/** Whether nobody would do otherwise because of the time that has passed since caches and bus were brought up to date. */
function isAllTheSame({ pace, seats, memory, nowNs }: ReadonlyChip): boolean {
	if (pace !== "machine") return false;
	for (const { policy } of seats) if (policy.changesMind?.(memory.refreshedNs, nowNs) ?? true) return false;
	return true;
}

/** Cores by id, except those of which only a slice or idleness ends; timers; arrivals. False if none is due. */
function makeHappen(chip: Chip, sink: EventSink | undefined): boolean {
	const { nowNs } = chip;
	let isDue = !chip.begun || nextTimerNs(chip) <= nowNs || nextArrivalNs(chip) <= nowNs;
	for (const core of chip.cores) {
		if (core.nextNs > nowNs || core.activity === "idle" || isSliceOver(chip, core)) continue;
		afterActivity(chip, core, sink);
		isDue = true;
	}
	if (!chip.begun) begin(chip, sink);
	fireTimers(chip, sink);
	admitArrivals(chip, sink);
	return isDue;
}

/** Ends slices, and the idleness of cores that are to ask again or to fall asleep. False if none is due. */
function endSlices(chip: Chip, sink: EventSink | undefined): boolean {
	let isDue = false;
	for (const core of chip.cores) {
		if (core.nextNs > chip.nowNs) continue;
		afterActivity(chip, core, sink);
		isDue = true;
	}
	return isDue;
}

function isOver(chip: ReadonlyChip): boolean {
	const { end } = chip.scenario;
	if (end.type === "horizon") return chip.nowNs >= Math.min(end.ns, collapseNs(chip));
	if (end.type === "jobs") return chip.jobsDone >= end.count;
	return chip.alive === 0 && !isMoreToCome(chip);
}

function begin(chip: Chip, sink: EventSink | undefined): void {
	chip.begun = true;
	beginArrivals(chip, sink);
}

function fireTimers(chip: Chip, sink: EventSink | undefined): void {
	while (nextTimerNs(chip) <= chip.nowNs) {
		const timer = at(chip.timers, 0);
		removeAt(chip.timers, 0);
		if (timer.what === "thread") wakeThread(chip, at(chip.threads, timer.id), sink);
		else if (timer.what === "arrival") bringJob(chip, timer.id, sink);
		else restartProcess(chip, timer.id, sink);
	}
}

function finish(chip: Chip, sink: EventSink | undefined): void {
	for (const core of chip.cores) {
		if (core.activity === "computing") creditWork(chip, core);
		book(chip, core);
	}
	chip.finished = true;
	sink?.({ type: "finished", atNs: chip.nowNs });
}
