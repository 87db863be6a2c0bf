import { at, numberAt } from "#shared/lib/assert.ts";
import { causesAt } from "#shared/sim/chip/accounting.ts";
import { backlogOf } from "#shared/sim/chip/backlog.ts";
import {
	CAUSES,
	NONE,
	NOWHERE,
	type ReadonlyChip,
	type ReadonlyCore,
	type ReadonlyThread,
	SHARED,
} from "#shared/sim/chip/chip.ts";
import type { ChipEvent } from "#shared/sim/chip/event.ts";

/** For sums of doubles. */
const SLACK = 1e-9;
/** The bus is solved to within a millionth. */
const BUS_LOAD_MAX = 1 + 1e-6;

type Complain = (isBroken: boolean, what: () => string) => void;

/** What must hold on every chip at every moment, as far as it does not: one line each. */
export function brokenInvariants(chip: ReadonlyChip): string[] {
	const broken: string[] = [];
	const complain: Complain = (isBroken, what) => {
		if (isBroken) broken.push(`${what()} at ${chip.nowNs}`);
	};
	const places = placesOf(chip);
	for (const thread of chip.threads) checkThread(thread, places, complain);
	for (const core of chip.cores) {
		checkCore(chip, core, complain);
		checkPrefetch(chip, core, complain);
	}
	checkOrder(chip, complain);
	checkCounts(chip, complain);
	checkLocks(chip, complain);
	checkMeetings(chip, complain);
	checkSharedCache(chip, complain);
	checkDram(chip, complain);
	return broken;
}

/** By thread: on how many cores, and in which queues. */
type Places = { readonly cores: Map<number, number>; readonly queues: Map<number, number[]> };

function placesOf({ cores, shared }: ReadonlyChip): Places {
	const places: Places = { cores: new Map(), queues: new Map() };
	const queue = (ids: readonly number[], name: number): void => {
		for (const id of ids) places.queues.set(id, [...(places.queues.get(id) ?? []), name]);
	};
	queue(shared, SHARED);
	for (const core of cores) {
		queue(core.queue, core.id);
		places.cores.set(core.thread, (places.cores.get(core.thread) ?? 0) + 1);
	}
	return places;
}

/** A thread is in one place: on one core, once in one queue, or nowhere; and its times are in order. */
function checkThread(thread: ReadonlyThread, places: Places, complain: Complain): void {
	const { id, state, queue } = thread;
	const onCores = places.cores.get(id) ?? 0;
	const inQueues = places.queues.get(id) ?? [];
	const isOn = state === "running" || state === "spinning";
	const isQueued = state === "ready" || state === "waiting";
	complain(onCores !== (isOn ? 1 : 0), () => `thread ${id}, ${state}, is on ${onCores} cores`);
	complain(
		inQueues.join() !== (isQueued ? String(queue) : ""),
		() => `thread ${id}, ${state}, is in queues ${inQueues}`,
	);
	complain(!isQueued && queue !== NOWHERE, () => `thread ${id}, ${state}, believes itself in queue ${queue}`);
	const { announcedNs, startNs, finishNs } = thread;
	complain(
		announcedNs > startNs || startNs > finishNs,
		() => `thread ${id}: ${announcedNs} ${startNs} ${finishNs}`,
	);
	complain(thread.isDead && state !== "blocked", () => `thread ${id} is dead and ${state}`);
	complain(
		thread.isWoken && (state !== "ready" || queue === NOWHERE),
		() => `thread ${id}, ${state}, is woken in ${queue}`,
	);
	complain(!(thread.remainingNs >= 0), () => `thread ${id} has ${thread.remainingNs} left`);
}

function checkCore(chip: ReadonlyChip, core: ReadonlyCore, complain: Complain): void {
	const { id, spec, activity, thread } = core;
	complain(
		(activity === "idle") !== (thread === NONE),
		() => `core ${id} is ${activity} with thread ${thread}`,
	);
	complain(
		thread !== NONE && at(chip.threads, thread).core !== id,
		() => `core ${id}: thread ${thread} differs`,
	);
	const bar = causesAt(core, chip.nowNs);
	const bookedNs = CAUSES.reduce((sum, cause) => sum + bar[cause], 0);
	complain(bookedNs !== chip.nowNs, () => `core ${id} has booked ${bookedNs}`);
	complain(
		CAUSES.some((cause) => bar[cause] < 0 || !Number.isInteger(bar[cause])),
		() => `core ${id} has booked ${JSON.stringify(bar)}`,
	);
	complain(
		core.owed.some((ns) => !(Math.abs(ns) < CAUSES.length)),
		() => `core ${id} owes ${core.owed}`,
	);
	const warmKib = core.warmKib.reduce((sum, kib) => sum + kib, 0);
	complain(!(warmKib <= spec.privateKib + SLACK), () => `core ${id} keeps ${warmKib} KiB warm`);
	core.warmKib.forEach((kib, process) => {
		complain(
			!(kib >= 0 && kib <= mostKib(chip, process, spec.privateKib) + SLACK),
			() => `core ${id} keeps ${kib} KiB of process ${process}`,
		);
	});
}

/** A process takes no more room than its working set; a stream may fill any cache. */
export function mostKib(chip: ReadonlyChip, process: number, cacheKib: number): number {
	const { missCurve, workingSetKib } = at(chip.scenario.processes, process);
	return missCurve.type === "stream" ? cacheKib : Math.min(cacheKib, workingSetKib);
}

/** The shared queue is in the order of its rule, and its equals in order of queueing. */
function checkOrder(chip: ReadonlyChip, complain: Complain): void {
	const sign = { arrival: 0, longestFirst: -1, shortestFirst: 1 }[chip.queueOrder];
	const keys = chip.shared
		.map((id) => at(chip.threads, id))
		.map(({ workNs, ticket }) => [sign * workNs, ticket]);
	complain(
		keys.some((key, place) => place > 0 && !isLess(at(keys, place - 1), key)),
		() => `the shared queue ${chip.shared} is out of order`,
	);
}

const isLess = ([left = 0, first = 0]: number[], [right = 0, second = 0]: number[]): boolean =>
	left === right ? first < second : left < right;

function checkCounts(chip: ReadonlyChip, complain: Complain): void {
	const count = (is: (thread: ReadonlyThread) => boolean): number => chip.threads.filter(is).length;
	const isOver = ({ state, isDead, spec }: ReadonlyThread): boolean =>
		state === "done" || (isDead && numberAtRestart(chip, spec.process) === 0);
	const told = {
		ready: chip.ready,
		done: chip.threadsDone,
		alive: chip.alive,
		serial: chip.serialRunning,
		wokenShared: chip.wokenShared,
	};
	const counted = {
		ready: count(({ state }) => state === "ready"),
		done: count(({ state }) => state === "done"),
		alive: count((thread) => !isOver(thread)),
		serial: chip.cores.filter(({ thread }) => thread !== NONE && at(chip.threads, thread).spec.serial).length,
		wokenShared: count(({ isWoken, queue }) => isWoken && queue === SHARED),
	};
	complain(
		JSON.stringify(told) !== JSON.stringify(counted),
		() => `${JSON.stringify(told)} is ${JSON.stringify(counted)}`,
	);
	const backlogNs = backlogOf(chip);
	complain(chip.backlogNs !== backlogNs, () => `the backlog is ${backlogNs}, not ${chip.backlogNs}`);
	for (const job of chip.jobs) {
		const undone = job.threads.filter((id) => at(chip.threads, id).state !== "done").length;
		complain(job.undone !== undone, () => `job ${job.id} has ${job.undone} of ${undone} threads to do`);
	}
	complain(chip.timers[0] !== undefined && chip.timers[0].atNs < chip.nowNs, () => "a timer is overdue");
}

function numberAtRestart(chip: ReadonlyChip, process: number): number {
	return at(chip.scenario.processes, process).restartNs;
}

/**
 * A lock belongs to one living thread, or to a dead one if it is not robust. Nobody waits for a free one, except
 * where it is free until taken: there nobody spins at it, and if somebody sleeps one has been woken and is on its way.
 */
function checkLocks(chip: ReadonlyChip, complain: Complain): void {
	chip.locks.forEach((lock, index) => {
		const owner = lock.owner === NONE ? undefined : at(chip.threads, lock.owner);
		const holders = chip.threads.filter(({ held }) => held.includes(index)).map(({ id }) => id);
		const name = `lock ${index} of ${lock.owner}`;
		complain(owner?.isDead === true && lock.spec.robust, () => `${name}, which is dead`);
		// One that died with a lock that is not robust has lost it for ever, also when it begins again and ends.
		const hasIt = lock.spec.robust || holders.length > 0;
		complain(owner?.state === "done" && hasIt, () => `${name}, which is done`);
		// Who begins again after a crash may become the owner's namesake without having it.
		const isOrphan = owner !== undefined && !lock.spec.robust && !owner.held.includes(index);
		complain(
			!isOrphan && holders.join() !== (owner?.id ?? []).toString(),
			() => `${name} is held by ${holders}`,
		);
		complain(
			new Set(lock.waiters).size !== lock.waiters.length,
			() => `${name} is awaited by ${lock.waiters}`,
		);
		const states = lock.waiters.map((id) => at(chip.threads, id).state);
		const isFree = owner === undefined && states.length > 0;
		const { handOff } = lock.spec;
		complain(isFree && handOff !== "barging", () => `${name}, ${handOff}, is free and awaited by ${states}`);
		complain(isFree && states.includes("spinning"), () => `${name} is free, and ${lock.waiters} spin at it`);
		complain(
			isFree && states.includes("blocked") && lock.woken === NONE,
			() => `${name} is free, and nobody has been woken of ${lock.waiters}`,
		);
		const woken = chip.threads[lock.woken];
		complain(
			woken !== undefined && !(lock.waiters.includes(woken.id) && ["ready", "running"].includes(woken.state)),
			() => `${name} has woken ${lock.woken}, which is ${woken?.state}`,
		);
		for (const waiter of lock.waiters) {
			const { isDead, state } = at(chip.threads, waiter);
			complain(
				isDead || state === "done" || (waiter === lock.owner && !isOrphan),
				() => `${name} is awaited by ${waiter}, ${state}`,
			);
		}
	});
}

function checkMeetings(chip: ReadonlyChip, complain: Complain): void {
	chip.barriers.forEach((waiting, index) => {
		const { parties, waiting: way } = at(chip.scenario.barriers, index);
		complain(waiting.length >= parties, () => `${waiting.length} of ${parties} wait at barrier ${index}`);
		checkWaiters(chip, waiting, way, `barrier ${index}`, complain);
	});
	chip.channels.forEach(({ messages, receivers, senders }, index) => {
		const { capacity, waiting: way } = at(chip.scenario.channels, index);
		complain(messages.length > 0 && receivers.length > 0, () => `channel ${index} keeps a message back`);
		complain(
			capacity > 0 && messages.length > capacity,
			() => `channel ${index} of ${capacity} holds ${messages.length}`,
		);
		complain(
			senders.length > 0 && messages.length !== capacity,
			() => `channel ${index} keeps ${senders} out at ${messages.length} of ${capacity}`,
		);
		checkWaiters(chip, receivers, way, `channel ${index}, for a message`, complain);
		checkWaiters(chip, senders, way, `channel ${index}, for room`, complain);
	});
	chip.pools.forEach((left, index) => {
		complain(left < 0, () => `pool ${index} has ${left} chunks left`);
	});
	chip.counters.forEach(({ value, updates }, index) => {
		complain(value > updates, () => `counter ${index} says ${value} after ${updates} updates`);
	});
}

/** Who spins is on a core, was taken off it, is back and about to spin again, or sleeps so that others get on. */
const SPINNER = ["spinning", "ready", "running", "blocked"];

/** Each waits once, alive, as that place says. */
function checkWaiters(
	chip: ReadonlyChip,
	ids: readonly number[],
	way: "spin" | "block",
	where: string,
	complain: Complain,
): void {
	complain(new Set(ids).size !== ids.length, () => `at ${where} wait ${ids}`);
	for (const id of ids) {
		const { state, isDead } = at(chip.threads, id);
		const mayWait = way === "spin" ? SPINNER.includes(state) : state === "blocked";
		complain(isDead || !mayWait, () => `at ${where} waits ${id}, which is ${isDead ? "dead" : state}`);
	}
}

/** What has begun and is not over, by process, is in DRAM; what does not fit is out. */
function checkDram(chip: ReadonlyChip, complain: Complain): void {
	const { memory, scenario } = chip;
	let neededKib = 0;
	scenario.processes.forEach(({ footprintKib }, process) => {
		const here = chip.threads.filter(
			({ spec, startNs, state, isDead }) =>
				spec.process === process && startNs <= chip.nowNs && state !== "done" && !isDead,
		).length;
		const told = numberAt(memory.begun, process);
		complain(told !== here, () => `${told} threads of process ${process} have begun, not ${here}`);
		if (here > 0) neededKib += footprintKib;
	});
	const { dramKib } = scenario.machine;
	const swappedShare = dramKib > 0 && neededKib > dramKib ? 1 - dramKib / neededKib : 0;
	complain(
		memory.swappedShare !== swappedShare,
		() => `of all pages ${memory.swappedShare} are out, not ${swappedShare}`,
	);
	complain(memory.pageFaults > 0 && dramKib === 0, () => `${memory.pageFaults} page faults without a limit`);
}

/** A core prefetches no more than was asked of it, and only for a process that reads. */
function checkPrefetch(chip: ReadonlyChip, core: ReadonlyCore, complain: Complain): void {
	const { leftKib, perNs } = core.prefetch;
	complain(!(leftKib >= 0 && perNs >= 0), () => `core ${core.id} prefetches ${leftKib} KiB at ${perNs}`);
	const mostPerNs = chip.scenario.machine.bandwidthBytesPerUs / 1_000;
	complain(perNs > mostPerNs * (1 + SLACK), () => `core ${core.id} prefetches at ${perNs}`);
}

function checkSharedCache(chip: ReadonlyChip, complain: Complain): void {
	const { l3Kib, l3Parts, busLoad } = chip.memory;
	complain(!(busLoad >= 0 && busLoad <= BUS_LOAD_MAX), () => `the bus is at ${busLoad}`);
	l3Parts.forEach(({ sizeKib, members }, index) => {
		const usedKib = members.reduce((sum, process) => sum + numberAt(l3Kib, process), 0);
		complain(!(usedKib <= sizeKib * (1 + SLACK)), () => `part ${index} of the L3 holds ${usedKib} KiB`);
		for (const process of members) {
			const kib = numberAt(l3Kib, process);
			complain(
				!(kib >= 0 && kib <= mostKib(chip, process, sizeKib) * (1 + SLACK)),
				() => `the L3 holds ${kib} KiB of process ${process}`,
			);
		}
	});
}

/** Watches that threads start and stop by turns, end once, and never run after that. */
export function createWatch(): { readonly see: (event: ChipEvent) => void; readonly broken: string[] } {
	const on = new Set<number>();
	const ended = new Set<number>();
	const broken: string[] = [];
	const see = (event: ChipEvent): void => {
		if (event.type === "started") {
			if (on.has(event.thread) || ended.has(event.thread))
				broken.push(`thread ${event.thread} starts again at ${event.atNs}`);
			on.add(event.thread);
		} else if (event.type === "stopped") {
			if (!on.delete(event.thread)) broken.push(`thread ${event.thread} stops twice at ${event.atNs}`);
			if (event.why === "done") ended.add(event.thread);
		}
	};
	return { see, broken };
}
