import { at } from "../../lib/assert.ts";
import { NEVER_NS, NS_PER_PLAY_S } from "../../lib/units.ts";
import type { Policy } from "../../sim/chip/policy.ts";
import { createHumanPaced } from "../parts/human-paced.ts";
import { backlogNs, cheapestCore, hasRoom } from "../parts/observations.ts";
import { leastLoaded } from "./dealing.ts";

/** How people play big and little cores who do not know yet, or who have one rule for everything. */

/** A packet that has less time than this is urgent. */
const URGENT_NS = 9 * NS_PER_PLAY_S;

/** Every core at that operating point all the time, packets to the core with the least to do. */
export function clocked(point: number): Policy {
	return createHumanPaced(`clocked:${point}`, {
		deal: leastLoaded,
		mode: (chip, seat) => {
			const core = chip.cores[seat - 1];
			const wanted = core?.spec.points[point];
			if (core === undefined || wanted === undefined || wanted.speed === core.spec.speed) return undefined;
			return { type: "clock", core: core.id, point };
		},
	});
}

/** Everything to the big cores, the one with less to do, as long as their queues have room; then to the little ones. */
export const bigFirst: Policy = createHumanPaced("big-first", {
	deal: (chip, packet) =>
		cheapestCore(chip, packet, (core) => {
			const isOpen = at(chip.cores, core).spec.kind === "P" && hasRoom(chip, core, packet);
			return backlogNs(chip, core) + (isOpen ? 0 : NEVER_NS);
		}),
});

/** What is most urgent to the big cores, everything else to the little ones, each to the one with the least to do. */
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
