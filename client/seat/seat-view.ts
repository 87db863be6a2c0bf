import { at } from "#shared/lib/assert.ts";
import { sumOf } from "#shared/lib/statistics.ts";
import { NEVER_NS, NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { stealCandidateOf } from "#shared/policies/parts/moves.ts";
import { reloadNs } from "#shared/policies/parts/reload.ts";
import type { PlayerCommand } from "#shared/protocol/up.ts";
import { causesAt, sumBars } from "#shared/sim/chip/accounting.ts";
import type { CauseBar, CoreActivity, ReadonlyChip, ReadonlyCore } from "#shared/sim/chip/chip.ts";
import type { QueueOrder } from "#shared/sim/chip/command.ts";
import { actsAsBot } from "#shared/sim/chip/seats.ts";
import { mayCoresTake, mayCoreTake } from "#shared/sim/chip/undealt.ts";
import { kindsToTell } from "../present/core-kinds.ts";
import { leftNsOf, lengthNsOf } from "../present/hand-out.ts";
import { dueSOf } from "../present/task-facts.ts";
import { type HandOutView, viewHandOut } from "./divisible-view.ts";
import { type ModeView, viewModes } from "./modes.ts";
import { type QueueEntry, type Queues, queuesWith } from "./queues-view.ts";
import { type PacketView, type TaskView, viewPackets, viewTask } from "./task-view.ts";

/** Another core as a seat sees it. */
export type PeerView = {
	readonly core: number;
	readonly name: string;
	/** Number of tasks in its run queue, including those on their way there. */
	readonly planned: number;
	/** How many of those could run now, and so could be stolen. */
	readonly waiting: number;
	readonly idle: boolean;
	/** Its run queue, if the viewer is the scheduler, who may move what waits there; empty for others. */
	readonly queue: readonly TaskView[];
	/** Seconds of play until it runs out of work, at its own speed. */
	readonly loadS: number;
	/**
	 * What a steal from here would get now; undefined if the thief may run none of its tasks, or if the viewer is the
	 * scheduler.
	 */
	readonly stealCandidate: StealCandidate | undefined;
	/** Its kind, where cores differ: "P" or "E", and its abilities beyond the ordinary. */
	readonly kind: string;
	/** Its abilities beyond the ordinary. It may not run a task that needs any other. */
	readonly can: readonly string[];
};

/** A task that could be stolen. */
export type StealCandidate = {
	readonly lengthS: number;
	/** Letter of its data, if that makes a difference. */
	readonly data: string | undefined;
	/**
	 * Seconds of play that loading its data takes on the thief's core; 0 if warm there, undefined if there is nothing
	 * to load.
	 */
	readonly loadsS: number | undefined;
};

/** The player's own core. */
export type OwnCoreView = {
	readonly core: number;
	readonly activity: CoreActivity;
	/** Its abilities beyond the ordinary. */
	readonly can: readonly string[];
	readonly idleCause: ReadonlyCore["idleCause"];
	/** Seconds of play until the running task is done, at the current speed. */
	readonly leftS: number;
	/** Seconds of play until the running task's deadline, negative if it is late; undefined if it has none. */
	readonly dueS: number | undefined;
	readonly queue: readonly TaskView[];
	/** The open decision point, if any: seconds of play left, that as a share of the window, and when it closes. */
	readonly decision: { readonly leftS: number; readonly share: number; readonly untilNs: number } | undefined;
};

/** Everything that the controls of one seat show. */
export type SeatView = {
	readonly seat: number;
	/** undefined for the scheduler. */
	readonly own: OwnCoreView | undefined;
	readonly shared: readonly TaskView[];
	/** Whether any task of this round comes to the shared queue. Otherwise each is assigned to a core from the start. */
	readonly isShared: boolean;
	/** Whether the seat may place what waits in the shared queue: a core may not where the scheduler deals. */
	readonly mayTake: boolean;
	/** What of the shared queue the seat may place now. */
	readonly open: readonly TaskView[];
	/** Tasks that players may queue on one core. */
	readonly runQueueMax: number;
	/** What can be dealt together, in the order of the shared queue. */
	readonly packets: readonly PacketView[];
	/** undefined if nothing in this round is handed out in batches. */
	readonly handOut: HandOutView | undefined;
	readonly peers: readonly PeerView[];
	readonly order: QueueOrder;
	/** What can be set for the machine, the player's own core and the chosen task. A lesson may allow less. */
	readonly modes: readonly ModeView[];
	/** Core time so far: of the player's own core, or of all cores for the scheduler. */
	readonly causes: CauseBar;
	readonly windowS: number;
	/** The bot acts although the player is connected: two decisions went unanswered, or work waited to be dealt for long. */
	readonly botActs: boolean;
};

/** What the controls of `seat` show, as if the pending commands had taken effect. */
export function viewSeat(
	chip: ReadonlyChip,
	seat: number,
	pending: readonly PlayerCommand[],
	nameOf: (seat: number) => string,
	chosen?: number,
): SeatView {
	const queues = queuesWith(chip, pending);
	const shared = queues.shared.map((entry) => viewTask(chip, entry, pending));
	const { windowNs } = at(chip.seats, seat);
	const ordered = pending.findLast((command) => command.type === "order");
	const causes = chip.cores.map((core) => causesAt(core, chip.nowNs));
	return {
		seat,
		own: seat === 0 ? undefined : viewOwnCore(chip, seat, queues, pending),
		shared,
		isShared: chip.scenario.jobs.some(({ threads }) => threads.some(({ home }) => home < 0)),
		mayTake: seat === 0 || mayCoresTake(chip),
		open: shared.filter(({ thread }) => isOpen(chip, seat, thread)),
		runQueueMax: chip.scenario.runQueueMax,
		packets: viewPackets(shared),
		handOut: viewHandOut(chip, seat, pending),
		peers: chip.cores
			.filter((core) => core.id !== seat - 1)
			.map((core) => ({
				...viewPeer(chip, core, at(queues.cores, core.id), nameOf(core.id + 1)),
				queue: seat === 0 ? at(queues.cores, core.id).map((entry) => viewTask(chip, entry, pending)) : [],
				stealCandidate: seat === 0 ? undefined : viewStealCandidate(chip, core.id, seat - 1),
			})),
		order: ordered?.order ?? chip.queueOrder,
		modes: viewModes(chip, seat, pending, chosen),
		causes: seat === 0 ? sumBars(causes) : at(causes, seat - 1),
		windowS: (pending.findLast((command) => command.type === "window")?.windowNs ?? windowNs) / NS_PER_PLAY_S,
		botActs: actsAsBot(at(chip.seats, seat)),
	};
}

function isOpen(chip: ReadonlyChip, seat: number, thread: number): boolean {
	return seat === 0 || mayCoreTake(chip, at(chip.cores, seat - 1), at(chip.threads, thread));
}

function viewOwnCore(
	chip: ReadonlyChip,
	seat: number,
	queues: Queues,
	pending: readonly PlayerCommand[],
): OwnCoreView {
	const core = at(chip.cores, seat - 1);
	const { deadlineNs, windowNs, driver } = at(chip.seats, seat);
	const leftNs = deadlineNs - chip.nowNs;
	return {
		core: core.id,
		activity: core.activity,
		can: core.spec.can,
		idleCause: core.idleCause,
		leftS: secondsLeft(chip, core),
		dueS: dueSOf(chip, chip.threads[core.thread]),
		queue: at(queues.cores, core.id).map((entry) => viewTask(chip, entry, pending)),
		decision:
			deadlineNs === NEVER_NS || driver === "bot"
				? undefined
				: {
						leftS: Math.max(0, leftNs / NS_PER_PLAY_S),
						share: Math.max(0, Math.min(1, leftNs / windowNs)),
						untilNs: deadlineNs,
					},
	};
}

function secondsLeft(chip: ReadonlyChip, core: ReadonlyCore): number {
	return leftNsOf(chip, core, chip.nowNs) / NS_PER_PLAY_S;
}

function viewPeer(
	chip: ReadonlyChip,
	core: ReadonlyCore,
	queue: readonly QueueEntry[],
	name: string,
): Omit<PeerView, "queue" | "stealCandidate"> {
	return {
		core: core.id,
		name,
		planned: queue.length,
		waiting: queue.filter(({ thread }) => chip.threads[thread]?.state === "ready").length,
		idle: core.activity === "idle",
		loadS: loadOf(chip, core, queue),
		kind: coreKind(chip, core),
		can: core.spec.can,
	};
}

function viewStealCandidate(chip: ReadonlyChip, from: number, thief: number): StealCandidate | undefined {
	const thread = stealCandidateOf(chip, from, thief);
	if (thread === undefined) return undefined;
	const { lengthS, data } = viewTask(chip, { thread: thread.id, pending: false }, []);
	const { workingSetKib } = at(chip.scenario.processes, thread.spec.process);
	const loadsS = workingSetKib === 0 ? undefined : reloadNs(chip, thief, thread) / NS_PER_PLAY_S;
	return { lengthS, data, loadsS };
}

function loadOf(chip: ReadonlyChip, core: ReadonlyCore, queue: readonly QueueEntry[]): number {
	const plannedNs = sumOf(queue, ({ thread }) => lengthNsOf(at(chip.threads, thread)));
	return secondsLeft(chip, core) + plannedNs / core.spec.speed / NS_PER_PLAY_S;
}

/** What tells a core from others: its kind, if cores differ in kind, and its abilities. */
function coreKind({ cores }: ReadonlyChip, { id, spec }: ReadonlyCore): string {
	const kind = kindsToTell(cores.map((core) => core.spec))[id] ?? "";
	return [kind, ...spec.can].filter(Boolean).join(" ");
}
