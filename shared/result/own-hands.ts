import type { Occasion } from "../lessons/concept.ts";
import { at, numberAt } from "../lib/assert.ts";
import type { RoundLog } from "../round/round.ts";
import type { ReadonlyChip } from "../sim/chip/chip.ts";
import type { Command } from "../sim/chip/command.ts";
import type { ChipEvent } from "../sim/chip/event.ts";
import { QUIET_TURNS } from "./attendance.ts";

/** What people in the seats of a chip have done themselves, while it is replayed. */
export type OwnHands = {
	/** To be called before the turn's commands. */
	readonly begin: (turn: number) => void;
	/** To be told every event, and whether it comes of the turn's commands. */
	readonly see: (event: ChipEvent, isCommanded: boolean) => void;
	/** Whether the person in the seat of the occasion, which the event settles, has decided it. */
	readonly isOwn: (event: ChipEvent, occasion: Occasion, isCommanded: boolean) => boolean;
	/** Commands of the seat that were carried out, signals and settings of the seat itself left out. */
	readonly decisions: (seat: number) => number;
};

/** Commands that decide nothing on the chip. */
const ASIDE: readonly Command["type"][] = ["signal", "window", "drive"];

export function watchHands(
	chip: ReadonlyChip,
	{ commands }: Pick<RoundLog, "commands">,
	index: number,
): OwnHands {
	const given = commands.filter((stamped) => stamped.chip === index && !ASIDE.includes(stamped.command.type));
	/** By seat: the threads that its person has planned, moved or chosen for. */
	const touched = chip.seats.map(() => new Set<number>());
	const counts = chip.seats.map(() => 0);
	let now = 0;
	const isNear = (seat: number): boolean =>
		given.some((stamped) => stamped.seat === seat && Math.abs(stamped.turn - now) <= QUIET_TURNS);
	const has = (seat: number, thread: number): boolean => at(touched, seat).has(thread);
	return {
		begin: (turn) => {
			now = turn;
			for (const { seat, turn: at } of given) if (at === turn) counts[seat] = numberAt(counts, seat) + 1;
		},
		see: (event, isCommanded) => {
			if (!isCommanded) return;
			if (event.type === "refused" && !ASIDE.includes(event.command.type))
				counts[event.seat] = numberAt(counts, event.seat) - 1;
			const touch = touchOf(event);
			if (touch !== undefined) touched[touch.seat]?.add(touch.thread);
		},
		isOwn: (event, { seat, took }, isCommanded) => {
			if (event.type === "started") {
				const { queue } = at(chip.cores, event.core);
				return has(seat, event.thread) || queue.some((thread) => has(seat, thread));
			}
			if (event.type === "stopped") {
				const { queue } = at(chip.cores, event.core);
				// Who has planned nothing has decided so only if they were there.
				return took ? queue.some((thread) => has(seat, thread)) : isNear(seat);
			}
			return isCommanded;
		},
		decisions: (seat) => numberAt(counts, seat),
	};
}

/** The seat that has done something with a thread, and the thread. */
function touchOf(event: ChipEvent): { readonly seat: number; readonly thread: number } | undefined {
	switch (event.type) {
		case "planned":
		case "unplanned":
			return { seat: event.seat, thread: event.thread };
		case "stolen":
			return { seat: event.core + 1, thread: event.thread };
		case "decided":
			return "thread" in event.command ? { seat: event.seat, thread: event.command.thread } : undefined;
		default:
			return undefined;
	}
}
