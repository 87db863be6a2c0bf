import { at } from "../../lib/assert.ts";
import { streamOf } from "../../lib/random.ts";
import { NONE, type ReadonlyChip, type ReadonlyThread } from "../../sim/chip/chip.ts";
import type { Policy } from "../../sim/chip/policy.ts";
import { createHumanPaced } from "../parts/human-paced.ts";
import { backlogNs, cheapestCore, cheapestWithRoom, waysOf } from "../parts/observations.ts";
import { random } from "../textbook/random.ts";

/** Naive policies and fixed rules with which expert policies are compared. */

/** Naive policy: packets to one core after the other, queues in their order, every task its own way. */
export const inTurn: Policy = createHumanPaced("in-turn", { deal: oneAfterTheOther });

/**
 * Naive policy: packets in their order, each to the next core in turn that has room for it; queues in their order, every
 * task its own way.
 */
export const nextWithRoom: Policy = createHumanPaced("next-with-room", {
	deal: nextInTurn,
});

/** Random choices of where a packet goes, what runs next, and which way. */
export const guess: Policy = createHumanPaced("guess", {
	deal: (chip, packet, chance) => cheapestCore(chip, packet, () => chance(1_000)),
	rank: (chip, _core, thread) => drawOf(chip, thread, 1),
	way: (chip, _core, thread) => drawOf(chip, thread, 2) % waysOf(thread),
});

/** Random choices of what a core takes when it has nothing to do; nothing is planned. */
export const guessAtNeed: Policy = {
	...createHumanPaced("guess-at-need", {}),
	pick: (chip, core, _ahead, chance) =>
		at(chip.cores, core).activity === "idle" ? random.pick(chip, core, false, chance) : NONE,
};

/**
 * Fixed rule: always the same way, packets to the least loaded core; the best that needs no look at the chip's
 * state.
 */
export function always(way: number): Policy {
	return createHumanPaced(`always:${way}`, {
		deal: leastLoaded,
		way: (_chip, _core, thread) => Math.min(way, waysOf(thread) - 1),
	});
}

function oneAfterTheOther(chip: ReadonlyChip, packet: readonly ReadonlyThread[]): number {
	return cheapestCore(chip, packet, inTurnFrom(chip, packet));
}

/** The next core in turn with room for the packet; NONE if there is none. */
export function nextInTurn(chip: ReadonlyChip, packet: readonly ReadonlyThread[]): number {
	return cheapestWithRoom(chip, packet, inTurnFrom(chip, packet));
}

/** How many cores later in the turn than the packet's own a core comes. */
function inTurnFrom(chip: ReadonlyChip, packet: readonly ReadonlyThread[]): (core: number) => number {
	const first = (packet[0]?.job ?? 0) % chip.cores.length;
	return (core) => (core - first + chip.cores.length) % chip.cores.length;
}

/** The least loaded core that may run the whole packet; NONE for an empty packet. */
export function leastLoaded(chip: ReadonlyChip, packet: readonly ReadonlyThread[]): number {
	return packet.length === 0 ? NONE : cheapestCore(chip, packet, (core) => backlogNs(chip, core));
}

/** A draw that is the same however often it is asked for. */
function drawOf(chip: ReadonlyChip, thread: ReadonlyThread, purpose: number): number {
	return streamOf(streamOf(chip.seed, thread.id), purpose) >>> 8;
}
