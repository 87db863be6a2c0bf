import { at } from "../lib/assert.ts";
import { type Chip, NONE } from "../sim/chip.ts";
import { mayRun } from "../sim/may-run.ts";
import type { Policy } from "../sim/policy.ts";
import { firstOf } from "./candidates.ts";
import { home } from "./home.ts";

/** Work stealing: dealt like home queues; a core with nothing left takes the newest thread of the longest queue. */
export const steal: Policy = {
	id: "steal",
	pick: (chip, core, ahead) => {
		const shared = firstOf(chip, core, chip.shared, ahead);
		return shared === NONE ? newestOfLongest(chip, core) : shared;
	},
	place: home.place,
	slices: true,
};

function newestOfLongest(chip: Readonly<Chip>, thief: number): number {
	// A core that still computes does not steal: it would only move the wait.
	const taker = at(chip.cores, thief);
	if (taker.stage !== "idle") return NONE;
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
		newest = at(ready, ready.length - 1);
	}
	return newest;
}
