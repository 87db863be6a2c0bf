import { nextState, randomOf, scaled } from "../../lib/random.ts";
import type { Seat } from "./chip.ts";
import type { Chance } from "./policy.ts";

/** The seat's own random stream: drawing from it changes only this seat. */
export function seatChance(seat: Seat): Chance {
	return (below) => {
		seat.random = nextState(seat.random);
		return scaled(randomOf(seat.random), below);
	};
}
