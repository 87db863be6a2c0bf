import { at } from "../../lib/assert.ts";
import { NEVER_NS, NS_PER_PLAY_S } from "../../lib/units.ts";
import { NONE, type ReadonlyChip, type ReadonlyThread } from "../../sim/chip/chip.ts";
import type { Command } from "../../sim/chip/command.ts";
import { createHumanPaced } from "../parts/human-paced.ts";
import { backlogNs, cheapestWithRoom, packetOf } from "../parts/observations.ts";
import { placeUrgent } from "../parts/urgent.ts";

/** Ways of a task that counts in a table. */
const LOCKED = 0;
const UNLOCKED = 1;
const PRIVATE = 2;
/** Deadlines within one step count as equal. */
const DUE_STEP_NS = 6 * NS_PER_PLAY_S;
/** Tasks at the head of a queue that count as running. */
const SOON = 3;
/** What keeping a kind of work on one core is worth, as work waiting there beyond the shortest queue; and keeping two of a kind apart in time. */
const STREAM_NS = 12 * NS_PER_PLAY_S;
const APART_NS = 12 * NS_PER_PLAY_S;
const WARM_NS = 1.5 * NS_PER_PLAY_S;

/**
 * Expert policy of the lesson `rush-hour`, the ideas of the other lessons together: urgent work goes to the
 * front at once, what would be late anyway last; streams stay on one core; protection only where others are; and
 * shaky work in a process of its own.
 */
export const rushed = createHumanPaced("insight:rush-hour", {
	modes: [(chip, seat) => (seat === 0 ? placeUrgent(chip) : undefined)],
	deal: (chip, packet) => (packet[0]?.job === mostPressing(chip) ? coreFor(chip, packet) : NONE),
	rank: rankOf,
	way: (chip, core, thread) => {
		if (thread.spec.name === "X") return 1;
		return isTable(thread) && isElsewhere(chip, core, thread) ? PRIVATE : thread.way;
	},
	atLeisure: [(chip, seat) => (seat === 0 ? undefined : unlock(chip, seat - 1))],
});

/** The job that is dealt next: of those for which a core has room the one that ranks first; NONE if there is none. */
function mostPressing(chip: ReadonlyChip): number {
	let best = NONE;
	let least = Number.POSITIVE_INFINITY;
	let seen = NONE;
	for (const id of chip.shared) {
		const { job } = at(chip.threads, id);
		if (job === seen) continue;
		seen = job;
		const packet = packetOf(chip, job);
		const core = coreFor(chip, packet);
		const value = core < 0 ? Number.POSITIVE_INFINITY : pressingOf(chip, core, packet);
		if (value >= least) continue;
		best = job;
		least = value;
	}
	return best;
}

/** Earliest deadline first, as in a core's queue; a packet of which more than half would be late there comes last. */
function pressingOf(chip: ReadonlyChip, core: number, packet: readonly ReadonlyThread[]): number {
	const [first] = packet;
	if (first === undefined) return Number.POSITIVE_INFINITY;
	const dueNs = first.announcedNs + first.spec.deadlineNs;
	const halfNs = packet.reduce((sumNs, { workNs }) => sumNs + workNs, 0) / 2;
	return chip.nowNs + backlogNs(chip, core) + halfNs > dueNs ? dueNs + LONG_NS : dueNs;
}

/** The least loaded core with room, but streams to one that streams already. */
function coreFor(chip: ReadonlyChip, packet: readonly ReadonlyThread[]): number {
	const [first] = packet;
	if (first === undefined) return NONE;
	const { process } = first.spec;
	return cheapestWithRoom(chip, packet, (core) => {
		const costNs = backlogNs(chip, core);
		if (isStream(chip, first)) return costNs + (isElsewhere(chip, core, first) ? STREAM_NS : 0);
		return costNs - (at(chip.cores, core).recent[0] === process ? WARM_NS : 0);
	});
}

/** Earliest deadline first; urgent tasks before all others, late ones after. */
function rankOf(chip: ReadonlyChip, core: number, thread: ReadonlyThread): number {
	const dueNs = Math.floor((thread.announcedNs + thread.spec.deadlineNs) / DUE_STEP_NS) * DUE_STEP_NS;
	if (thread.spec.priority > 0) return dueNs - LONG_NS;
	if (chip.nowNs + thread.workNs > dueNs) return dueNs + LONG_NS;
	return (
		dueNs + ((isTable(thread) || isStream(chip, thread)) && runsElsewhere(chip, core, thread) ? APART_NS : 0)
	);
}

const LONG_NS = 1_000 * NS_PER_PLAY_S;

function isTable({ spec }: ReadonlyThread): boolean {
	return spec.ways.length === 2;
}

function isStream(chip: ReadonlyChip, { spec }: ReadonlyThread): boolean {
	return chip.scenario.processes[spec.process]?.missCurve.type === "stream";
}

function isElsewhere(chip: ReadonlyChip, core: number, { spec: { name } }: ReadonlyThread): boolean {
	return chip.cores.some(
		({ id, thread, queue }) =>
			id !== core &&
			[thread, ...queue.slice(0, SOON)].some((other) => chip.threads[other]?.spec.name === name),
	);
}

function runsElsewhere(chip: ReadonlyChip, core: number, { spec: { name } }: ReadonlyThread): boolean {
	return chip.cores.some(({ id, thread }) => id !== core && chip.threads[thread]?.spec.name === name);
}

/** Lets the next task leave the lock of its table alone if nobody else uses the table. */
function unlock(chip: ReadonlyChip, id: number): Command | undefined {
	const thread = chip.threads[at(chip.cores, id).queue[0] ?? NONE];
	if (thread === undefined || !isTable(thread) || thread.way !== LOCKED || thread.startNs !== NEVER_NS)
		return undefined;
	return isElsewhere(chip, id, thread) ? undefined : { type: "choose", thread: thread.id, way: UNLOCKED };
}
