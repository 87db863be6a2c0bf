import { at } from "../../lib/assert.ts";
import { remainingWorkNs } from "../../sim/chip/progress.ts";
import { createHumanPaced } from "../parts/human-paced.ts";
import { nextInLine } from "../parts/next-in-line.ts";
import { leastLoaded } from "./dealing.ts";

/** Beginners where the order of tasks decides, with packets to the least loaded core. */

/** How much of its queue this beginner looks at. */
const LOOKS_AT = 2;

/** Beginner: of the next two the shorter first; what comes later is not looked at, and what runs stays. */
export const shorterOfTwo = createHumanPaced("shorter-of-two", {
	deal: leastLoaded,
	rank: (chip, core, { id, workNs }) =>
		at(chip.cores, core).queue.indexOf(id) < LOOKS_AT ? workNs : Number.POSITIVE_INFINITY,
});

/** Beginner: what runs makes way as soon as a shorter one is next; queues keep their order. */
export const makeWay = createHumanPaced("make-way", {
	deal: leastLoaded,
	modes: [
		(chip, seat) => {
			if (seat === 0) return undefined;
			const running = chip.threads[at(chip.cores, seat - 1).thread];
			const next = nextInLine(chip, seat - 1);
			if (running === undefined || next === undefined) return undefined;
			return remainingWorkNs(chip, next) < remainingWorkNs(chip, running) ? { type: "yield" } : undefined;
		},
	],
});

/** The reverse of shortest first: of what waits the longest next, and so the rule of the shared queue. */
export const longNext = createHumanPaced("long-next", {
	deal: leastLoaded,
	rank: (_chip, _core, { workNs }) => -workNs,
	modes: [
		(chip, seat) =>
			seat === 0 && chip.queueOrder !== "longestFirst" ? { type: "order", order: "longestFirst" } : undefined,
	],
});
