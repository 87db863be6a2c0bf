import { at } from "#shared/lib/assert.ts";
import { NONE, type ReadonlyChip, SHARED } from "#shared/sim/chip/chip.ts";
import type { Command } from "#shared/sim/chip/command.ts";
import type { Chance, Policy } from "#shared/sim/chip/policy.ts";
import type { Reason } from "#shared/sim/chip/reason.ts";
import { seatChance } from "#shared/sim/chip/seat-chance.ts";
import { mayCoreTake } from "#shared/sim/chip/undealt.ts";
import { checkCommand } from "#shared/sim/commands/carry-out.ts";

/** What a policy would do in a seat now, and why. */
export type Advice = {
	readonly command: Command;
	readonly reason: Reason | undefined;
	/** The queue that a planned task came from, if it has left that queue since. */
	readonly from?: number;
};

/**
 * What `policy` would do next in this seat, or undefined if it would wait, or do what the lesson or the chip does not
 * allow now. Read-only: the policy draws from a copy of the seat's random state.
 */
export function advise(
	chip: ReadonlyChip,
	seat: number,
	policy: Policy,
	allowed: readonly Command["type"][],
): Advice | undefined {
	const chance = seatChance({ ...at(chip.seats, seat) });
	const command =
		policy.act?.(chip, seat, chance) ??
		(seat === 0 ? nextDeal(chip, policy, chance) : nextPlan(chip, seat - 1, policy, chance));
	if (command === undefined || !allowed.includes(command.type)) return undefined;
	if (!checkCommand(chip, seat, command).ok) return undefined;
	return { command, reason: policy.reason?.(chip, seat, command) };
}

function nextDeal(chip: ReadonlyChip, policy: Policy, chance: Chance): Command | undefined {
	for (const thread of chip.shared) {
		const core = policy.place(chip, thread, chance);
		if (core !== NONE) return { type: "plan", thread, core, position: at(chip.cores, core).queue.length };
	}
	return undefined;
}

function nextPlan(chip: ReadonlyChip, core: number, policy: Policy, chance: Chance): Command | undefined {
	const id = policy.pick(chip, core, true, chance);
	if (id === NONE) return undefined;
	const thread = at(chip.threads, id);
	const { queue } = thread;
	if (queue === SHARED && !mayCoreTake(chip, at(chip.cores, core), thread)) return undefined;
	if (queue !== SHARED && queue !== core) return { type: "steal", from: queue };
	const own = at(chip.cores, core).queue;
	// What stands first runs next by itself.
	if (own[0] === id) return undefined;
	return { type: "plan", thread: id, core, position: queue === core ? 0 : own.length };
}
