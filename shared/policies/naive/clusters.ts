import { at } from "../../lib/assert.ts";
import { NONE, type ReadonlyChip, type ReadonlyThread } from "../../sim/chip/chip.ts";
import type { Policy } from "../../sim/chip/policy.ts";
import { clockTo, isForKind, isUrgent, slowestOf, soonestOfKind, waitsForMemory } from "../parts/clusters.ts";
import { createHumanPaced, type DecisionRules } from "../parts/human-paced.ts";
import { leastLoaded } from "./dealing.ts";

/** Fixed rules and beginners for big and little cores. */

/** Fixed rule: every core at that operating point all the time, packets to the least loaded core. */
export function clocked(point: number): Policy {
	return createHumanPaced(`clocked:${point}`, {
		deal: leastLoaded,
		modes: [(chip, seat) => (seat === 0 ? undefined : clockTo(at(chip.cores, seat - 1), point))],
	});
}

/** Fixed rule: big cores at their lowest clock and little ones at full, what comes first is done first. */
export const bigSlow: Policy = createHumanPaced("big-slow", {
	take: (chip, _core, { id }) => chip.shared.indexOf(id),
	modes: [
		(chip, seat) => {
			const core = chip.cores[seat - 1];
			return core && clockTo(core, core.spec.kind === "P" ? slowestOf(core) : 0);
		},
	],
});

/** Beginner: what is urgent is for big cores, all else as it comes. */
export const urgentToBig: Policy = createHumanPaced("urgent-to-big", keptFor("P", isUrgentTask));

/** Beginner: what waits for memory goes to the little cores, all else as it comes. */
export const memoryToLittle: Policy = createHumanPaced("memory-to-little", keptFor("E", waitsForMemory));

/** The reverse of what the lesson teaches: what is urgent goes to the little cores. */
export const urgentToLittle: Policy = createHumanPaced("urgent-to-little", keptFor("E", isUrgentTask));

function isUrgentTask(_chip: ReadonlyChip, thread: ReadonlyThread): boolean {
	return isUrgent(thread);
}

/**
 * Such tasks are dealt to cores of that kind, which plan them ahead, and left alone by the others; nothing else is
 * planned.
 */
function keptFor(
	kind: "P" | "E",
	isMeant: (chip: ReadonlyChip, thread: ReadonlyThread) => boolean,
): DecisionRules {
	return {
		deal: (chip, packet) =>
			packet.every((thread) => isMeant(chip, thread)) ? soonestOfKind(chip, packet, kind) : NONE,
		take: (chip, core, thread) =>
			at(chip.cores, core).spec.kind === kind && isMeant(chip, thread)
				? chip.shared.indexOf(thread.id)
				: Number.POSITIVE_INFINITY,
		takesAlone: (chip, core, thread) =>
			at(chip.cores, core).spec.kind === kind || !isMeant(chip, thread) || !isForKind(chip, thread, kind),
	};
}
