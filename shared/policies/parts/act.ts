import { at } from "../../lib/assert.ts";
import { type ReadonlyChip, SHARED } from "../../sim/chip/chip.ts";
import type { Command } from "../../sim/chip/command.ts";

/**
 * A kind of act, as a player would name it. The command `plan` is three of them: the scheduler `place`s a thread
 * on a core, a core `take`s one from the shared queue, or `arrange`s its own queue. `order` is the rule of the
 * shared queue.
 */
export type Act = "place" | "arrange" | Exclude<Command["type"], "plan">;

/** What that command of the seat would be, in the chip's present state. */
export function actOf(chip: ReadonlyChip, seat: number, command: Command): Act {
	if (command.type !== "plan") return command.type;
	if (seat === 0) return "place";
	return at(chip.threads, command.thread).queue === SHARED ? "take" : "arrange";
}
