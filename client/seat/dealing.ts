import type { Command } from "#shared/sim/chip/command.ts";
import { type Choice, canDo, chosenElsewhere, chosenTask, meantTask, openTasks } from "./choice.ts";
import { movesOnly } from "./coach.ts";
import type { SeatView } from "./seat-view.ts";
import type { PacketView, TaskView } from "./task-view.ts";

/** What a scheduler could do at once with what it has chosen, or with what it would mean without a choice. */
export type Dealing = {
	readonly meant: TaskView | undefined;
	readonly isChosen: boolean;
	/** Nothing is dealt: tasks are moved from core to core. */
	readonly moves: boolean;
	/** The packets to choose from: those whose tasks are not offered one by one already. */
	readonly packets: readonly PacketView[];
	/** Whether anything can be placed at a core at all, and whether the placed tasks can run on that one. */
	readonly places: boolean;
	readonly fits: (can: readonly string[]) => boolean;
	/** The chosen task that waits at a core and may be taken back. */
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
		taken: allowed.includes("unplan") ? chosenElsewhere(view, choice) : undefined,
	};
}

/** What would go to the core that is chosen now: all tasks of a packet, unless one of them alone was chosen. */
function placedTasks(
	view: SeatView,
	choice: Choice | undefined,
	meant: TaskView | undefined,
): readonly TaskView[] {
	if (meant === undefined) return [];
	const packet = view.packets.find(({ job }) => job === meant.job);
	return packet !== undefined && (choice?.whole ?? true) ? packet.tasks : [meant];
}
