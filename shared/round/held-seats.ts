import { at } from "../lib/assert.ts";
import { NS_PER_PLAY_S, TURN_NS } from "../lib/units.ts";
import type { RoundLog, StampedCommand } from "./round.ts";

/** Who takes a seat until then, having been a few seconds late, holds it from the beginning. */
const BEGINNING_TURNS = (10 * NS_PER_PLAY_S) / TURN_NS;

/**
 * Seats of the chip that people hold when play begins, the lowest first: those of the header, unless they have gone before
 * the first turn was closed, and those that somebody takes within the first seconds.
 */
export function heldSeats(
	{ header, commands }: Pick<RoundLog, "header" | "commands">,
	chip: number,
): number[] {
	const held = at(header.chips, chip).seats.map(({ driver }) => driver === "person");
	for (const { turn, chip: on, seat, command } of commands) {
		if (on !== chip || command.type !== "drive" || turn > BEGINNING_TURNS) continue;
		if (command.driver === "person") held[seat] = true;
		else if (turn === 0) held[seat] = false;
	}
	return held.flatMap((isHeld, seat) => (isHeld ? [seat] : []));
}

/** Whether the command may change who holds a seat when play begins. */
export function isHandover({ turn, command }: StampedCommand): boolean {
	return command.type === "drive" && turn <= BEGINNING_TURNS;
}
