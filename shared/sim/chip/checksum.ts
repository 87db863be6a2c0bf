import { NEVER_NS } from "../../lib/units.ts";
import { LOCK_WAITING } from "../scenario/scenario.ts";
import { limitOf } from "./backlog.ts";
import {
	CAUSES,
	type CoreActivity,
	type ReadonlyChip,
	type ReadonlyCore,
	type ReadonlyThread,
	type ThreadState,
	type Timer,
} from "./chip.ts";
import { QUEUE_ORDERS } from "./command.ts";

const STATES: readonly ThreadState[] = [
	"hidden",
	"waiting",
	"ready",
	"running",
	"spinning",
	"blocked",
	"done",
];
const ACTIVITIES: readonly CoreActivity[] = ["idle", "switching", "waking", "computing", "spinning"];

const TIMERS: readonly Timer["what"][] = ["thread", "arrival", "process"];

/** 32-bit unsigned fingerprint (FNV-1a over 32-bit words) of everything that decides how the chip goes on. */
export function checksum(chip: ReadonlyChip): number {
	hash = 0x811c9dc5;
	addAll([
		chip.nowNs,
		chip.nextArrival,
		chip.jobsStarted,
		chip.jobsDone,
		chip.threadsDone,
		chip.alive,
		chip.ready,
		chip.nextTicket,
		chip.quantumNs,
		chip.workLostNs,
	]);
	if (limitOf(chip) !== undefined) addNumber(chip.overloadedNs);
	if (chip.stillNs !== NEVER_NS) addAll([chip.stillNs, chip.isStuck ? 1 : 0]);
	add((chip.finished ? 1 : 0) + (chip.begun ? 2 : 0));
	add(QUEUE_ORDERS.indexOf(chip.queueOrder));
	addAll(chip.shared);
	addAll(chip.chainStarted);
	addAll(chip.arrivalRandom);
	addAll(chip.arrivalLeft);
	for (const core of chip.cores) addCore(core);
	for (const thread of chip.threads) addThread(thread);
	for (const { undone, announcedNs, startNs, finishNs } of chip.jobs) {
		add(4);
		addNumber(undone);
		addNumber(announcedNs);
		addNumber(startNs);
		addNumber(finishNs);
	}
	addAll(chip.memory.l3Kib);
	addAll(chip.memory.begun);
	addAll([chip.memory.swappedShare, chip.memory.pageFaults, chip.memory.swapFreeNs]);
	addAll(chip.memory.reservedKib);
	addAll(chip.memory.capBytesPerUs);
	const { busWaitNs, busLoad, carriedBytes, refreshedNs } = chip.memory;
	addAll([busWaitNs, busLoad, carriedBytes, refreshedNs]);
	addShared(chip);
	for (const seat of chip.seats) {
		add((seat.driver === "person" ? 1 : 0) + (seat.isHeld ? 2 : 0));
		addAll([
			seat.lookMeanNs,
			seat.planAhead,
			seat.windowNs,
			seat.deadlineNs,
			seat.nextActNs,
			seat.unanswered,
		]);
		if (!chip.scenario.coresTake) addNumber(seat.takesNs);
		add(seat.random);
	}
	return hash >>> 0;
}

/** Its words are added one after the other: one checksum is made at a time. */
let hash = 0;

const double = new DataView(new ArrayBuffer(8));

function add(word: number): void {
	hash = Math.imul(hash ^ word, 0x01000193);
}

function addNumber(value: number): void {
	double.setFloat64(0, value);
	hash = Math.imul(hash ^ double.getInt32(0), 0x01000193);
	hash = Math.imul(hash ^ double.getInt32(4), 0x01000193);
}

function addAll(values: readonly number[]): void {
	add(values.length);
	for (let index = 0; index < values.length; index++) addNumber(values[index] ?? 0);
}

function addCore(core: ReadonlyCore): void {
	add(ACTIVITIES.indexOf(core.activity));
	add(CAUSES.indexOf(core.idleCause));
	add(CAUSES.indexOf(core.overheadCause));
	add(core.isAsleep ? 1 : 0);
	add(16);
	addNumber(core.thread);
	addNumber(core.startedNs);
	addNumber(core.lastThread);
	addNumber(core.anchorNs);
	addNumber(core.nextNs);
	addNumber(core.workEndNs);
	addNumber(core.sliceEndNs);
	addNumber(core.nsPerWork);
	addNumber(core.prefetch.leftKib);
	addNumber(core.bookedNs);
	addNumber(core.workDoneNs);
	addNumber(core.spinForNs);
	addNumber(core.repricedPj);
	addNumber(core.spec.sleepAfterNs);
	addNumber(core.spec.speed);
	addNumber(core.spec.activeMw);
	addAll(core.queue);
	addAll(core.warmKib);
	addAll(core.recent);
	addAll(core.booked);
	addAll(core.owed);
}

function addThread(thread: ReadonlyThread): void {
	add(STATES.indexOf(thread.state));
	add((thread.isDead ? 1 : 0) + (thread.isWoken ? 2 : 0));
	add(7);
	addNumber(thread.phase);
	addNumber(thread.remainingNs);
	addNumber(thread.debtNs);
	addNumber(thread.unstarted);
	addNumber(thread.undone);
	addNumber(thread.core);
	addNumber(thread.queue);
	add(14);
	addNumber(thread.doneNs);
	addNumber(thread.random);
	addNumber(thread.faultShare);
	addNumber(thread.step);
	addNumber(thread.carry);
	addNumber(thread.wanted);
	addNumber(thread.ticket);
	addNumber(thread.from);
	addNumber(thread.slices);
	addNumber(thread.sliceEpoch);
	addNumber(thread.sliceLeftNs);
	addNumber(thread.spinLeftNs);
	addNumber(thread.way);
	addNumber(thread.spec.priority);
	addAll(thread.spec.cores);
	// The work of all others follows from their way.
	if (thread.spec.divisible !== undefined) addAll([thread.workNs, thread.taskWorkNs]);
	addAll(thread.held);
	for (let phase = 0; phase < thread.laps.length; phase++) addNumber(thread.laps[phase] ?? 0);
	add(4);
	addNumber(thread.announcedNs);
	addNumber(thread.readyNs);
	addNumber(thread.startNs);
	addNumber(thread.finishNs);
}

/** State that threads share besides cores and memory. */
function addShared(chip: ReadonlyChip): void {
	for (const lock of chip.locks) {
		addAll([lock.owner, lock.woken, lock.taken, lock.handOffs]);
		add(LOCK_WAITING.indexOf(lock.spec.waiting) * 2 + (lock.spec.inherits ? 1 : 0));
		addAll(lock.waiters);
	}
	for (const waiting of chip.barriers) addAll(waiting);
	addAll(chip.pools);
	addAll(chip.deviceFreeNs);
	for (const { messages, receivers, senders } of chip.channels) {
		addAll(senders);
		addAll(messages);
		addAll(receivers);
	}
	for (const { value, updates } of chip.counters) addAll([value, updates]);
	for (const { atNs, what, id } of chip.timers) addAll([atNs, TIMERS.indexOf(what), id]);
}

/** A checksum for display: eight hexadecimal digits. */
export function showChecksum(sum: number): string {
	return sum.toString(16).padStart(8, "0");
}
