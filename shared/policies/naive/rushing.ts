import type { Policy } from "../../sim/chip/policy.ts";
import { createHumanPaced } from "../parts/human-paced.ts";
import { backlogNs, cheapestWithRoom } from "../parts/observations.ts";
import { placeUrgent } from "../parts/urgent.ts";
import { nextInTurn } from "./dealing.ts";

/** Beginners of the rush hour, with one plausible rule each. */

/** What is due first is done first, also what is late already; packets in their order to the least loaded core. */
export const dueFirst: Policy = createHumanPaced("due-first", {
	deal: (chip, packet) => cheapestWithRoom(chip, packet, (core) => backlogNs(chip, core)),
	rank: (_chip, _core, { announcedNs, spec }) => announcedNs + spec.deadlineNs,
});

/** Urgent tasks go to the front; all others as they come. */
export const urgentFront: Policy = createHumanPaced("urgent-front", {
	modes: [(chip, seat) => (seat === 0 ? placeUrgent(chip) : undefined)],
	deal: nextInTurn,
	rank: (_chip, _core, { spec }) => -spec.priority,
});
