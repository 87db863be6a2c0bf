import { at, idAt } from "../../lib/assert.ts";
import { NEVER_NS } from "../../lib/units.ts";
import { NONE, type ReadonlyChip } from "../../sim/chip/chip.ts";
import { mayRun } from "../../sim/chip/may-run.ts";
import type { Policy } from "../../sim/chip/policy.ts";
import { firstOf } from "../parts/candidates.ts";
import { becauseFullest } from "../parts/reasons.ts";
import { home } from "./home.ts";

/**
 * Work stealing: threads are dealt like `home`; a core without work takes the newest ready thread of the
 * longest queue. With a period, cores look at the others only at multiples of it, as a kernel's balancer does;
 * 0: at any time.
 */
export function stealEvery(periodNs: number, id = `steal:${periodNs}`): Policy {
	return {
		id,
		pick: (chip, core, ahead) => {
			const shared = firstOf(chip, core, chip.shared, ahead);
			const mayLook = periodNs === 0 || chip.nowNs % periodNs === 0;
			return shared === NONE && mayLook ? newestOfLongest(chip, core) : shared;
		},
		place: home.place,
		slices: true,
		reason: becauseFullest,
		asksAgainNs: (chip) => (periodNs === 0 ? NEVER_NS : (Math.floor(chip.nowNs / periodNs) + 1) * periodNs),
	};
}

/** Work stealing without a period. */
export const steal: Policy = stealEvery(0, "steal");

function newestOfLongest(chip: ReadonlyChip, thief: number): number {
	// A busy core does not steal: the thread would only wait elsewhere.
	const taker = at(chip.cores, thief);
	if (taker.activity !== "idle") return NONE;
	const isFor = (id: number): boolean => {
		const thread = at(chip.threads, id);
		return thread.state === "ready" && mayRun(taker, thread);
	};
	let newest = NONE;
	let longest = 0;
	for (const core of chip.cores) {
		if (core.id === thief) continue;
		const ready = core.queue.filter(isFor);
		if (ready.length <= longest) continue;
		longest = ready.length;
		newest = idAt(ready, ready.length - 1);
	}
	return newest;
}
