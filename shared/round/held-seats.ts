import { at } from "../lib/assert.ts";
import type { RoundLog } from "./round.ts";

/**
 * Seats of the chip that people hold when play begins, the lowest first: those of the header, and who has come or gone
 * before the first turn was closed.
 */
export function heldSeats(
	{ header, commands }: Pick<RoundLog, "header" | "commands">,
	chip: number,
): number[] {
	const held = at(header.chips, chip).seats.map(({ driver }) => driver === "person");
	for (const { turn, chip: on, seat, command } of commands)
		if (turn === 0 && on === chip && command.type === "drive") held[seat] = command.driver === "person";
	return held.flatMap((isHeld, seat) => (isHeld ? [seat] : []));
}
