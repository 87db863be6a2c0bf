import { NONE } from "../sim/chip.ts";
import type { Policy } from "../sim/policy.ts";
import { bestOf } from "./candidates.ts";

/** List scheduling in an order of one's own: thread ids, first to start first; those not named come last. */
export function inOrder(order: readonly number[]): Policy {
	const rankById: number[] = [];
	order.forEach((id, rank) => {
		rankById[id] = rank;
	});
	const rankOf = (id: number): number => rankById[id] ?? order.length + id;
	return {
		id: "order",
		pick: (chip, core, ahead) =>
			bestOf(chip, core, chip.shared, ahead, (thread, than) => rankOf(thread.id) < rankOf(than.id)),
		place: () => NONE,
		slices: false,
	};
}
