import { at } from "../../lib/assert.ts";
import { NEVER_NS, NS_PER_PLAY_S } from "../../lib/units.ts";
import type { Policy } from "../../sim/chip/policy.ts";
import { createHumanPaced } from "../parts/human-paced.ts";
import { backlogNs, cheapestCore, hasRoom } from "../parts/observations.ts";
import { leastLoaded } from "./dealing.ts";

/** Naive policies and fixed rules for big and little cores. */

/** A packet with less time than this is urgent. */
const URGENT_NS = 9 * NS_PER_PLAY_S;

/** Fixed rule: every core at that operating point all the time, packets to the least loaded core. */
export function clocked(point: number): Policy {
	return createHumanPaced(`clocked:${point}`, {
		deal: leastLoaded,
		modes: [
			(chip, seat) => {
				const core = chip.cores[seat - 1];
				const wanted = core?.spec.points[point];
				if (core === undefined || wanted === undefined || wanted.speed === core.spec.speed) return undefined;
				return { type: "clock", core: core.id, point };
			},
		],
	});
}

/** Naive policy: everything to the less loaded big core while there is room in its queue, then to the little ones. */
export const bigFirst: Policy = createHumanPaced("big-first", {
	deal: (chip, packet) =>
		cheapestCore(chip, packet, (core) => {
			const isOpen = at(chip.cores, core).spec.kind === "P" && hasRoom(chip, core, packet);
			return backlogNs(chip, core) + (isOpen ? 0 : NEVER_NS);
		}),
});

/** Fixed rule: urgent packets to the big cores, all others to the little ones, each to the least loaded one. */
export const urgentToBig: Policy = createHumanPaced("urgent-to-big", {
	deal: (chip, packet) => {
		const leastNs = Math.min(...packet.map(({ spec }) => spec.deadlineNs));
		const kind = leastNs <= URGENT_NS ? "P" : "E";
		return cheapestCore(
			chip,
			packet,
			(core) => backlogNs(chip, core) + (at(chip.cores, core).spec.kind === kind ? 0 : NEVER_NS),
		);
	},
});
