import { at } from "#shared/lib/assert.ts";
import type { PlayerCommand } from "#shared/protocol/up.ts";
import { causesAt, sumBars } from "#shared/sim/accounting.ts";
import type { CauseBar, Chip, Core, QueueOrder, Stage, Thread } from "#shared/sim/chip.ts";
import { progressOf } from "#shared/sim/progress.ts";
import { actsAsBot } from "#shared/sim/seats.ts";
import { NEVER_NS, NS_PER_PLAY_S } from "#shared/sim/units.ts";
import { kindOf, type TokenKind } from "../present/kinds.ts";

/** A task as the controls show it. */
export type TaskView = {
	readonly thread: number;
	readonly kind: TokenKind;
	/** Its whole work, in seconds of play on an ideal core. */
	readonly lengthS: number;
	/** Could run now; else it is announced only. */
	readonly ready: boolean;
	/** Letter of its data, where that makes a difference. */
	readonly data: string | undefined;
	/** A command for it is on its way. */
	readonly pending: boolean;
};

/** Another core as a seat sees it. */
export type PeerView = {
	readonly core: number;
	readonly name: string;
	/** Tasks in its run queue, with those on their way there. */
	readonly planned: number;
	/** Of those, the ones that could run now and so could be stolen. */
	readonly waiting: number;
	readonly idle: boolean;
};

/** The player's own core. */
export type OwnCoreView = {
	readonly core: number;
	readonly stage: Stage;
	readonly idleCause: Core["idleCause"];
	/** Seconds of play until the running task is done, at the present speed. */
	readonly leftS: number;
	readonly queue: readonly TaskView[];
	/** While a decision point is open: seconds of play left, and the share of the window. */
	readonly decision: { readonly leftS: number; readonly share: number } | undefined;
};

/** Everything that the controls of one seat show. */
export type SeatView = {
	readonly seat: number;
	/** Undefined for the scheduler. */
	readonly own: OwnCoreView | undefined;
	readonly shared: readonly TaskView[];
	readonly peers: readonly PeerView[];
	readonly order: QueueOrder;
	/** Core time so far: of the own core, or of all for the scheduler. */
	readonly causes: CauseBar;
	readonly windowS: number;
	/** The seat's bot acts although its person is there: two decisions went unanswered. */
	readonly botActs: boolean;
};

/** What the controls of `seat` show, with the commands that are on their way as if they were there. */
export function viewSeat(
	chip: Readonly<Chip>,
	seat: number,
	pending: readonly PlayerCommand[],
	nameOf: (seat: number) => string,
): SeatView {
	const queues = withPending(chip, pending);
	const { windowNs } = at(chip.seats, seat);
	const ordered = pending.findLast((command) => command.type === "order");
	const causes = chip.cores.map((core) => causesAt(core, chip.nowNs));
	return {
		seat,
		own: seat === 0 ? undefined : viewOwnCore(chip, seat, queues),
		shared: queues.shared.map((entry) => viewTask(chip, entry)),
		peers: chip.cores
			.filter((core) => core.id !== seat - 1)
			.map((core) => viewPeer(chip, core, at(queues.cores, core.id), nameOf(core.id + 1))),
		order: ordered?.order ?? chip.queueOrder,
		causes: seat === 0 ? sumBars(causes) : at(causes, seat - 1),
		windowS: (pending.findLast((command) => command.type === "window")?.windowNs ?? windowNs) / NS_PER_PLAY_S,
		botActs: seat > 0 && actsAsBot(at(chip.seats, seat)),
	};
}

type Entry = { readonly thread: number; readonly pending: boolean };
type Queues = { shared: Entry[]; readonly cores: Entry[][] };

/** The queues as they will be once the pending commands have taken effect, if nothing comes between. */
function withPending(chip: Readonly<Chip>, pending: readonly PlayerCommand[]): Queues {
	const entry = (thread: number): Entry => ({ thread, pending: false });
	const queues: Queues = {
		shared: chip.shared.map(entry),
		cores: chip.cores.map((core) => core.queue.map(entry)),
	};
	for (const command of pending) {
		if (command.type === "plan") {
			if (!takeOut(queues, command.thread)) continue;
			queues.cores[command.core]?.splice(command.position, 0, { thread: command.thread, pending: true });
		} else if (command.type === "take") {
			const isReady = ({ thread }: Entry) => chip.threads[thread]?.state === "ready";
			const first = queues.shared.find(isReady) ?? queues.shared[0];
			if (first === undefined || !takeOut(queues, first.thread)) continue;
			queues.cores[command.core]?.push({ thread: first.thread, pending: true });
		} else if (command.type === "unplan") {
			if (!takeOut(queues, command.thread)) continue;
			queues.shared.unshift({ thread: command.thread, pending: true });
		}
	}
	return queues;
}

function takeOut(queues: Queues, thread: number): boolean {
	for (const queue of [queues.shared, ...queues.cores]) {
		const place = queue.findIndex((entry) => entry.thread === thread);
		if (place < 0) continue;
		queue.splice(place, 1);
		return true;
	}
	return false;
}

function viewOwnCore(chip: Readonly<Chip>, seat: number, queues: Queues): OwnCoreView {
	const core = at(chip.cores, seat - 1);
	const { deadlineNs, windowNs, driver } = at(chip.seats, seat);
	const leftNs = deadlineNs - chip.nowNs;
	return {
		core: core.id,
		stage: core.stage,
		idleCause: core.idleCause,
		leftS: secondsLeft(chip, core),
		queue: at(queues.cores, core.id).map((entry) => viewTask(chip, entry)),
		decision:
			deadlineNs === NEVER_NS || driver === "bot"
				? undefined
				: { leftS: Math.max(0, leftNs / NS_PER_PLAY_S), share: Math.max(0, Math.min(1, leftNs / windowNs)) },
	};
}

function secondsLeft(chip: Readonly<Chip>, core: Readonly<Core>): number {
	const thread = chip.threads[core.thread];
	if (thread === undefined) return 0;
	return ((1 - progressOf(chip, thread, chip.nowNs)) * thread.workNs * core.nsPerWork) / NS_PER_PLAY_S;
}

function viewPeer(
	chip: Readonly<Chip>,
	core: Readonly<Core>,
	queue: readonly Entry[],
	name: string,
): PeerView {
	return {
		core: core.id,
		name,
		planned: queue.length,
		waiting: queue.filter(({ thread }) => chip.threads[thread]?.state === "ready").length,
		idle: core.stage === "idle",
	};
}

function viewTask(chip: Readonly<Chip>, { thread: id, pending }: Entry): TaskView {
	const thread = at(chip.threads, id);
	return {
		thread: id,
		kind: kindOf(thread),
		lengthS: thread.workNs / NS_PER_PLAY_S,
		ready: thread.state === "ready",
		data: dataOf(chip, thread),
		pending,
	};
}

/** Data are worth naming only where some are reused and there is a choice between them. */
function dataOf(chip: Readonly<Chip>, thread: Readonly<Thread>): string | undefined {
	const { processes } = chip.scenario;
	const { process } = thread.spec;
	if (processes.length < 2 || at(processes, process).workingSetKib === 0) return undefined;
	return String.fromCharCode(65 + (process % 26));
}
