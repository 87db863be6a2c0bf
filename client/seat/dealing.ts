import type { Command } from "#shared/sim/chip/command.ts";
import { type Choice, canDo, chosenElsewhere, chosenTask, meantTask, openTasks } from "./choice.ts";
import { movesOnly } from "./coach.ts";
import type { PeerView, SeatView } from "./seat-view.ts";
import type { PacketView, TaskView } from "./task-view.ts";

/** What a scheduler could do right now with the chosen task or packet, or with the default one if there is no choice. */
export type Dealing = {
	readonly meant: TaskView | undefined;
	readonly isChosen: boolean;
	/** Nothing is dealt; tasks are moved from core to core. */
	readonly moves: boolean;
	/** The packets to choose from: those whose tasks are not already offered one by one. */
	readonly packets: readonly PacketView[];
	/**
	 * Whether this seat may place anything at a core, and whether a core with these abilities could run what is
	 * placed.
	 */
	readonly places: boolean;
	readonly fits: (can: readonly string[]) => boolean;
	/** Whether the core's queue has room for what is placed. What is moved within a queue needs none. */
	readonly hasRoom: (peer: PeerView) => boolean;
	/** The chosen task, if it waits at a core and may be taken back. */
	readonly taken: TaskView | undefined;
};

export function viewDealing(
	view: SeatView,
	choice: Choice | undefined,
	allowed: readonly Command["type"][],
): Dealing {
	const meant = meantTask(view, choice);
	const placed = placedTasks(view, choice, meant);
	const open = allowed.includes("choose") ? openTasks(view) : [];
	return {
		meant,
		isChosen: chosenTask(view, choice) !== undefined,
		moves: movesOnly(allowed),
		packets: view.packets.filter(({ tasks }) => !tasks.some((task) => open.includes(task))),
		places: (["deal", "plan", "take"] as const).some((type) => allowed.includes(type)),
		fits: (can) => meant !== undefined && placed.every((task) => canDo(can, task)),
		hasRoom: ({ queue, planned }) => {
			const coming = placed.filter(({ thread }) => !queue.some((task) => task.thread === thread));
			return planned + coming.length <= view.runQueueMax;
		},
		taken: allowed.includes("unplan") ? chosenElsewhere(view, choice) : undefined,
	};
}

/** The tasks that placing would send to a core: a whole packet, unless one of its tasks was chosen alone. */
function placedTasks(
	view: SeatView,
	choice: Choice | undefined,
	meant: TaskView | undefined,
): readonly TaskView[] {
	if (meant === undefined) return [];
	const packet = view.packets.find(({ job }) => job === meant.job);
	return packet !== undefined && (choice?.whole ?? true) ? packet.tasks : [meant];
}
