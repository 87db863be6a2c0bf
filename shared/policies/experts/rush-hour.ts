import { at } from "../../lib/assert.ts";
import { NEVER_NS, NS_PER_PLAY_S } from "../../lib/units.ts";
import { NONE, type ReadonlyChip, type ReadonlyThread } from "../../sim/chip/chip.ts";
import type { Command } from "../../sim/chip/command.ts";
import { createHumanPaced, type Wish } from "../parts/human-paced.ts";
import { backlogNs, cheapestCore, packetOf, untilNextNs } from "../parts/observations.ts";

/** Ways of a task that counts in a table. */
const LOCKED = 0;
const UNLOCKED = 1;
const PRIVATE = 2;
/** Deadlines within one step count as equal. */
const DUE_STEP_NS = 6 * NS_PER_PLAY_S;
/** Tasks at the head of a queue that count as running. */
const SOON = 3;
/** A core with fewer tasks than this takes for itself what the scheduler has not dealt. */
const PLANS_AHEAD = 2;
/** What keeping a kind of work on one core is worth, as work waiting there beyond the shortest queue. */
const STREAM_NS = 12 * NS_PER_PLAY_S;
const TABLE_NS = 12 * NS_PER_PLAY_S;
const WARM_NS = 1.5 * NS_PER_PLAY_S;

/**
 * Expert policy of the lesson `rush-hour`, the ideas of the other lessons together: urgent work goes to the
 * front at once, what would be late anyway last; a table, a stream or a search stays on one core; protection
 * only where others are; shaky work in a process of its own; what nobody deals is taken by cores with room; and
 * cores that only wait for memory are clocked down.
 */
export const rushed = createHumanPaced("insight:rush-hour", {
	modes: [(chip, seat) => (seat === 0 ? dealUrgent(chip) : undefined)],
	deal: (chip, packet) => cheapestCore(chip, packet, (core) => costOf(chip, core, packet[0])),
	rank: rankOf,
	ahead: PLANS_AHEAD,
	take: takeOrder,
	way: (chip, core, thread) => {
		if (thread.spec.name === "X") return 1;
		return isTable(thread) && isElsewhere(chip, core, thread) ? PRIVATE : thread.way;
	},
	atLeisure: [takeOver, unlock, clock].map(
		(wish): Wish =>
			(chip, seat) =>
				seat === 0 ? undefined : wish(chip, seat - 1),
	),
});

/** An urgent packet overtakes the others in the shared queue and goes where something ends soonest. */
function dealUrgent(chip: ReadonlyChip): Command | undefined {
	const urgent = chip.shared.map((id) => at(chip.threads, id)).find(({ spec }) => spec.priority > 0);
	if (urgent === undefined) return undefined;
	const core = cheapestCore(chip, packetOf(chip, urgent.job), (id) => urgentAheadNs(chip, id));
	return core < 0 ? undefined : { type: "plan", thread: urgent.id, core, position: 0 };
}

function urgentAheadNs(chip: ReadonlyChip, id: number): number {
	const core = at(chip.cores, id);
	return core.queue
		.map((waiting) => at(chip.threads, waiting))
		.filter(({ spec }) => spec.priority > 0)
		.reduce((sumNs, { workNs }) => sumNs + workNs, untilNextNs(chip, core));
}

function costOf(chip: ReadonlyChip, core: number, thread: ReadonlyThread | undefined): number {
	const costNs = backlogNs(chip, core);
	if (thread === undefined) return costNs;
	const { process } = thread.spec;
	if (isStream(chip, thread)) return costNs + (isElsewhere(chip, core, thread) ? STREAM_NS : 0);
	if (isTable(thread)) return costNs + (isElsewhere(chip, core, thread) ? TABLE_NS : 0);
	return costNs - (at(chip.cores, core).recent[0] === process ? WARM_NS : 0);
}

/** Earliest deadline first; urgent tasks before all others, late ones after. */
function rankOf(chip: ReadonlyChip, core: number, thread: ReadonlyThread): number {
	const dueNs = Math.floor((thread.announcedNs + thread.spec.deadlineNs) / DUE_STEP_NS) * DUE_STEP_NS;
	if (thread.spec.priority > 0) return dueNs - LONG_NS;
	if (chip.nowNs + thread.workNs > dueNs) return dueNs + LONG_NS;
	return (
		dueNs + ((isTable(thread) || isStream(chip, thread)) && runsElsewhere(chip, core, thread) ? TABLE_NS : 0)
	);
}

/** The same order, but never a table or a stream that another core uses. */
function takeOrder(chip: ReadonlyChip, core: number, thread: ReadonlyThread): number {
	const belongsElsewhere = (isTable(thread) || isStream(chip, thread)) && isElsewhere(chip, core, thread);
	return belongsElsewhere ? Number.POSITIVE_INFINITY : rankOf(chip, core, thread);
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

/** A core without work steals from the longest queue. */
function takeOver(chip: ReadonlyChip, id: number): Command | undefined {
	const { activity, queue } = at(chip.cores, id);
	if (activity !== "idle" || queue.length > 0 || chip.shared.length > 0) return undefined;
	const fullest = chip.cores.reduce((most, core) => (core.queue.length > most.queue.length ? core : most));
	return fullest.queue.length === 0 ? undefined : { type: "steal", from: fullest.id };
}

/** Clocks down where several streams share the bus, which then is the limit: a slower clock loses nothing. */
function clock(chip: ReadonlyChip, id: number): Command | undefined {
	const { spec, thread: running } = at(chip.cores, id);
	const thread = chip.threads[running];
	const isBound = thread !== undefined && isStream(chip, thread) && runsElsewhere(chip, id, thread);
	const point = isBound ? 1 : 0;
	const wanted = spec.points[point];
	return wanted === undefined || wanted.speed === spec.speed ? undefined : { type: "clock", core: id, point };
}
