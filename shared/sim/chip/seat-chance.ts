import { nextState, randomOf, scaled } from "../../lib/random.ts";
import type { Seat } from "./chip.ts";
import type { Chance } from "./policy.ts";

/** Draws from the seat's own random stream an integer, 0 <= n < `below`: that changes only this seat. */
export function drawBelow(seat: Seat, below: number): number {
	seat.random = nextState(seat.random);
	return scaled(randomOf(seat.random), below);
}

/** The same as a function of its own, for policies. */
export function seatChance(seat: Seat): Chance {
	return (below) => drawBelow(seat, below);
}
