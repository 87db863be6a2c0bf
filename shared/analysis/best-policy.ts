import { at } from "../lib/assert.ts";
import { advance, runToEnd } from "../sim/advance.ts";
import type { Chip, ReadonlyChip } from "../sim/chip/chip.ts";
import type { Policy } from "../sim/chip/policy.ts";

/** Shares of the time after which the worse half of the policies drops out. */
const HEATS = [1 / 4, 1 / 2];
/** So many play to the end, however many there were. */
const FINALISTS_MIN = 12;

/**
 * The policy under which the chip costs least, and its cost; the first of equals. Where the time to play is
 * known, those that are behind for long drop out, so that fifty of them cost as much as half of them would.
 */
export function bestPolicy(
	policies: readonly Policy[],
	open: (policy: Policy) => Chip,
	endNs: number | undefined,
	costOf: (chip: ReadonlyChip) => number,
): { readonly policy: Policy; readonly cost: number } {
	let racing = policies.map((policy) => ({ policy, chip: open(policy), cost: 0 }));
	const play = (toNs: number | undefined): void => {
		for (const racer of racing) {
			if (toNs === undefined) runToEnd(racer.chip);
			else advance(racer.chip, toNs);
			racer.cost = costOf(racer.chip);
		}
		// Stable: of equals the first stays first.
		racing.sort((left, right) => left.cost - right.cost || 0);
	};
	for (const share of endNs === undefined ? [] : HEATS) {
		if (racing.length <= FINALISTS_MIN) break;
		play(Math.floor(share * (endNs ?? 0)));
		racing = racing.slice(0, Math.max(FINALISTS_MIN, Math.ceil(racing.length / 2)));
	}
	play(endNs);
	const { policy, cost } = at(racing, 0);
	return { policy, cost };
}
