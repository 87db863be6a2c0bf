import type { Runnable } from "#shared/lab/subject.ts";
import { NEVER_NS } from "#shared/lib/units.ts";
import { advance, nextEventNs } from "#shared/sim/advance.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import { botSeats, createChip } from "#shared/sim/create-chip.ts";

/** Runs to the end, or until so many instants have passed: a set-up that never ends must not hold the tests. */
export function runAll(
	{ scenario, policy, seed }: Runnable,
	mostEvents: number,
): { readonly chip: Chip; readonly events: number } {
	const seats = botSeats(scenario.machine.cores.length, policy);
	const chip = createChip({ scenario, seed, pace: "machine", seats });
	let events = 0;
	for (; !chip.finished && events < mostEvents; events++) {
		const nextNs = nextEventNs(chip);
		if (nextNs === NEVER_NS) break;
		advance(chip, nextNs);
	}
	return { chip, events };
}
