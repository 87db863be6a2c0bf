import { at } from "../../lib/assert.ts";
import type { ReadonlyChip } from "../../sim/chip/chip.ts";
import type { Command } from "../../sim/chip/command.ts";
import { mayRun } from "../../sim/chip/may-run.ts";
import { createHumanPaced } from "../parts/human-paced.ts";
import { longest, plansOne, sendLongest, untilFreeNs } from "./parallel-work.ts";

/** Least gain in ns for which a core steals. */
const WORTH_NS = 300_000;

/**
 * Expert policy of the lesson `amdahl`: parallel parts longest first, planned while the serial part runs; a
 * core steals what its neighbour would start later than itself. So all cores end together, and the next serial
 * part can begin.
 */
export const serialFirst = createHumanPaced("insight:amdahl", {
	ahead: 2,
	take: (chip, core, thread) =>
		plansOne(chip, at(chip.cores, core), thread.state) ? Number.POSITIVE_INFINITY : longest(thread),
	rank: (_chip, _core, thread) => longest(thread),
	modes: [(chip, seat) => (seat === 0 ? sendLongest(chip) : stealSooner(chip, seat - 1))],
});

/** Steals what waits at a neighbour for longer than it would here, when there is nothing else to take. */
function stealSooner(chip: ReadonlyChip, thief: number): Command | undefined {
	const own = at(chip.cores, thief);
	const isReady = (id: number): boolean => at(chip.threads, id).state === "ready";
	if (own.queue.some(isReady) || chip.shared.some(isReady)) return undefined;
	let latestNs = untilFreeNs(chip, own) + WORTH_NS;
	let from: number | undefined;
	for (const core of chip.cores) {
		const last = core.id === thief ? undefined : core.queue.findLast(isReady);
		if (last === undefined || !mayRun(own, at(chip.threads, last))) continue;
		const startsNs = untilFreeNs(chip, core) - at(chip.threads, last).workNs;
		if (startsNs <= latestNs) continue;
		latestNs = startsNs;
		from = core.id;
	}
	return from === undefined ? undefined : { type: "steal", from };
}
