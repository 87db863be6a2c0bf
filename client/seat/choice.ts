import type { PlayerCommand } from "#shared/protocol/up.ts";
import type { Command } from "#shared/sim/chip/command.ts";
import type { SeatView } from "./seat-view.ts";
import type { PacketView, TaskView } from "./task-view.ts";

/**
 * What a player has chosen to place: a task or, where packets are dealt, the whole packet that it belongs to, and the
 * way that goes with its deal, if one was chosen.
 */
export type Choice = { readonly thread: number; readonly whole: boolean; readonly way?: number };

/**
 * The task that a command without a target means: the chosen one, otherwise the first one that could run on the
 * player's own core now, otherwise the first one that may run there at all.
 */
export function meantTask(view: SeatView, choice: Choice | undefined): TaskView | undefined {
	const free = view.open.filter((task) => !task.pending && canDo(view.own?.can, task));
	return chosenTask(view, choice) ?? free.find((task) => task.ready) ?? free[0];
}

/** Whether a core with the abilities `can` may run the task. A scheduler runs nothing, so all tasks are open to it. */
export function canDo(can: readonly string[] | undefined, { needs }: Pick<TaskView, "needs">): boolean {
	return can === undefined || needs === "" || can.includes(needs);
}

/** The chosen task, if it is still in a queue that the seat sees. */
export function chosenTask(view: SeatView, choice: Choice | undefined): TaskView | undefined {
	if (choice === undefined) return undefined;
	const planned = [...(view.own?.queue ?? []), ...view.peers.flatMap(({ queue }) => queue)];
	// A packet that others have dealt or taken is no longer there; its first task alone was never meant.
	return [...view.shared, ...(choice.whole ? [] : planned)].find(({ thread }) => thread === choice.thread);
}

/** The chosen task, if it waits at another core, so that a scheduler could take it back. */
export function chosenElsewhere(view: SeatView, choice: Choice | undefined): TaskView | undefined {
	if (choice === undefined || choice.whole) return undefined;
	return view.peers.flatMap(({ queue }) => queue).find(({ thread }) => thread === choice.thread);
}

/** The choice after a touch on a task: first its packet, if it has one, then the task alone, then nothing. */
export function touch(
	view: SeatView,
	choice: Choice | undefined,
	thread: number,
	deals: boolean,
): Choice | undefined {
	const packet = deals ? packetOf(view, thread) : undefined;
	const isChosen = packet?.tasks.some((task) => task.thread === choice?.thread) ?? false;
	if (packet !== undefined && packet.tasks.length > 1 && !isChosen) return { thread, whole: true };
	if (choice?.thread === thread && !choice.whole) return undefined;
	return { thread, whole: false };
}

/** The choice after one step through the queues that the seat may move tasks from, by packets where they are dealt. */
export function step(
	view: SeatView,
	choice: Choice | undefined,
	by: 1 | -1,
	deals: boolean,
): Choice | undefined {
	const alone = view.mayTake ? view.open : (view.own?.queue ?? []);
	// What has been handed out stays where it is.
	const atCores = view.handOut === undefined ? view.peers.flatMap(({ queue }) => queue) : [];
	const stops = deals
		? view.packets.flatMap(({ tasks: [first] }) => (first === undefined ? [] : [first]))
		: [...alone, ...atCores];
	if (stops.length === 0) return undefined;
	const job = chosenTask(view, choice)?.job;
	const place = stops.findIndex((task) => (deals ? task.job === job : task.thread === choice?.thread));
	const next = place < 0 ? (by === 1 ? 0 : stops.length - 1) : (place + by + stops.length) % stops.length;
	const task = stops[next];
	return task === undefined ? undefined : { thread: task.thread, whole: deals };
}

/**
 * The command that puts the chosen task or packet into a core's queue. Without a choice it is the first packet, or
 * the task that is first when the command takes effect, so that a faster player cannot make it fail.
 */
export function dealTo(
	view: SeatView,
	choice: Choice | undefined,
	core: number,
	allowed: readonly Command["type"][],
): PlayerCommand | undefined {
	const task = meantTask(view, choice);
	if (task === undefined) return undefined;
	const isChosen = task.thread === choice?.thread;
	if (allowed.includes("deal") && (choice?.whole ?? true) && packetOf(view, task.thread) !== undefined)
		return { type: "deal", job: task.job, core, ...(choice?.way !== undefined && { way: choice.way }) };
	return isChosen || !allowed.includes("take") ? planLast(view, task.thread, core) : { type: "take", core };
}

/** The command that puts `thread` at the end of a core's queue. */
export function planLast(view: SeatView, thread: number, core: number): PlayerCommand {
	const own = view.own?.core === core ? view.own.queue.length : undefined;
	const planned = own ?? view.peers.find((peer) => peer.core === core)?.planned ?? 0;
	return { type: "plan", thread, core, position: Math.min(63, planned) };
}

function packetOf(view: SeatView, thread: number): PacketView | undefined {
	return view.packets.find(({ tasks }) => tasks.some((task) => task.thread === thread));
}

/** The packet of that task as a choice; it keeps the way that was chosen for it. */
export function wholePacket(view: SeatView, choice: Choice | undefined, thread: number): Choice {
	const isChosen = packetOf(view, thread)?.tasks.some((task) => task.thread === choice?.thread) ?? false;
	return { thread, whole: true, ...(isChosen && choice?.way !== undefined && { way: choice.way }) };
}

/** The packet that would be dealt now, if its tasks have a choice of ways, and the way in which they would be done. */
export function dealtWays(
	view: SeatView,
	choice: Choice | undefined,
): { readonly packet: PacketView; readonly way: number | undefined } | undefined {
	const meant = (choice?.whole ?? true) ? meantTask(view, choice) : undefined;
	const packet = meant === undefined ? undefined : packetOf(view, meant.thread);
	if (packet === undefined || packet.ways.length < 2) return undefined;
	return { packet, way: choice?.way ?? packet.way };
}

/** The choice of the packet that would be dealt now, done in its next way; undefined if it has no choice. */
export function nextDealtWay(view: SeatView, choice: Choice | undefined): Choice | undefined {
	const dealt = dealtWays(view, choice);
	const [first] = dealt?.packet.tasks ?? [];
	if (dealt === undefined || first === undefined) return undefined;
	const way = ((dealt.way ?? -1) + 1) % dealt.packet.ways.length;
	return { thread: choice?.thread ?? first.thread, whole: true, way };
}

/**
 * Tasks whose way this seat may still choose: those in a core's own queue; for the scheduler all waiting tasks,
 * planned ones first.
 */
export function openTasks({ own, peers, shared }: SeatView): TaskView[] {
	const tasks = own?.queue ?? [...peers.flatMap(({ queue }) => queue), ...shared];
	return tasks.filter(({ mayChoose }) => mayChoose);
}

/** The task whose way a key changes: the chosen one, otherwise the first that still has a choice. */
export function choosableTask(view: SeatView, choice: Choice | undefined): TaskView | undefined {
	const open = openTasks(view);
	return open.find(({ thread }) => thread === choice?.thread) ?? open[0];
}

/** The command that switches a task to its next way, wrapping around; undefined if it has none to choose. */
export function nextWay({ thread, way, ways, mayChoose }: TaskView): PlayerCommand | undefined {
	return mayChoose ? { type: "choose", thread, way: (way + 1) % ways.length } : undefined;
}
