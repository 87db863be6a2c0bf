import type { PlayerCommand } from "#shared/protocol/up.ts";
import type { Command } from "#shared/sim/chip/command.ts";
import type { SeatView } from "./seat-view.ts";
import type { TaskView } from "./task-view.ts";

/** What a player has picked to be placed: a task or, where packets are dealt, the whole packet that it is part of. */
export type Choice = { readonly thread: number; readonly whole: boolean };

/** The task that an unaddressed wish means: the chosen one, else of those that the own core can do the first that could run, else the first. */
export function meantTask(view: SeatView, choice: Choice | undefined): TaskView | undefined {
	const free = view.shared.filter((task) => !task.pending && canDo(view.own?.can, task));
	return chosenTask(view, choice) ?? free.find((task) => task.ready) ?? free[0];
}

/** Whether a core that can do `can` may run the task; a scheduler runs nothing, so all are open to it. */
export function canDo(can: readonly string[] | undefined, { needs }: Pick<TaskView, "needs">): boolean {
	return can === undefined || needs === "" || can.includes(needs);
}

/** The chosen task, if it is still in a queue that the seat sees. */
export function chosenTask(view: SeatView, choice: Choice | undefined): TaskView | undefined {
	if (choice === undefined) return undefined;
	const planned = view.peers.flatMap(({ queue }) => queue);
	return [...view.shared, ...(view.own?.queue ?? []), ...planned].find(
		({ thread }) => thread === choice.thread,
	);
}

/** The chosen task, if it waits at a core that is not the player's own: what a scheduler can take back. */
export function chosenElsewhere(view: SeatView, choice: Choice | undefined): TaskView | undefined {
	return view.peers.flatMap(({ queue }) => queue).find(({ thread }) => thread === choice?.thread);
}

/** The choice after a touch on that task: its packet first, where there are packets; then itself; then nothing. */
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

/** The choice after a step through the queues that the seat may move from, by packets where they are dealt. */
export function step(
	view: SeatView,
	choice: Choice | undefined,
	by: 1 | -1,
	deals: boolean,
): Choice | undefined {
	const stops = deals
		? view.packets.flatMap(({ tasks: [first] }) => (first === undefined ? [] : [first]))
		: [...view.shared, ...view.peers.flatMap(({ queue }) => queue)];
	if (stops.length === 0) return undefined;
	const job = chosenTask(view, choice)?.job;
	const place = stops.findIndex((task) => (deals ? task.job === job : task.thread === choice?.thread));
	const next = place < 0 ? (by === 1 ? 0 : stops.length - 1) : (place + by + stops.length) % stops.length;
	const task = stops[next];
	return task === undefined ? undefined : { thread: task.thread, whole: deals };
}

/**
 * The chosen task or packet into a core's queue; without a choice, the first packet, or whatever task is
 * first when the command takes effect, so that nobody who was a moment faster can make it fail.
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
		return { type: "deal", job: task.job, core };
	return isChosen || !allowed.includes("take") ? planLast(view, task.thread, core) : { type: "take", core };
}

/** `thread` at the end of a core's queue. */
export function planLast(view: SeatView, thread: number, core: number): PlayerCommand {
	const own = view.own?.core === core ? view.own.queue.length : undefined;
	const planned = own ?? view.peers.find((peer) => peer.core === core)?.planned ?? 0;
	return { type: "plan", thread, core, position: Math.min(63, planned) };
}

function packetOf(view: SeatView, thread: number) {
	return view.packets.find(({ tasks }) => tasks.some((task) => task.thread === thread));
}

/** Tasks whose way this seat may still choose: a core's own, for the scheduler all that wait, planned ones first. */
export function openTasks({ own, peers, shared }: SeatView): TaskView[] {
	const tasks = own?.queue ?? [...peers.flatMap(({ queue }) => queue), ...shared];
	return tasks.filter(({ mayChoose }) => mayChoose);
}

/** The task whose way a key changes: the chosen one, else the next that still has a choice. */
export function choosableTask(view: SeatView, choice: Choice | undefined): TaskView | undefined {
	const open = openTasks(view);
	return open.find(({ thread }) => thread === choice?.thread) ?? open[0];
}

/** The command that gives a task its next way, round and round; undefined if it has none to choose. */
export function nextWay({ thread, way, ways, mayChoose }: TaskView): PlayerCommand | undefined {
	return mayChoose ? { type: "choose", thread, way: (way + 1) % ways.length } : undefined;
}
