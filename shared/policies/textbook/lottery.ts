import { at } from "../../lib/assert.ts";
import { NONE } from "../../sim/chip/chip.ts";
import { mayRun } from "../../sim/chip/may-run.ts";
import type { Policy } from "../../sim/chip/policy.ts";

/**
 * Lottery scheduling (Waldspurger and Weihl 1994): every ready thread has as many tickets as its priority, at
 * least one, and a ticket is drawn.
 */
export const lottery: Policy = {
	id: "lottery",
	pick: (chip, core, ahead, chance) => {
		const runner = at(chip.cores, core);
		const threads = chip.shared
			.map((id) => at(chip.threads, id))
			.filter((thread) => (ahead || thread.state === "ready") && mayRun(runner, thread));
		if (threads.length === 0) return NONE;
		const tickets = threads.map(({ spec }) => Math.max(1, spec.priority));
		let drawn = chance(tickets.reduce((sum, count) => sum + count, 0));
		const winner = tickets.findIndex((count) => {
			drawn -= count;
			return drawn < 0;
		});
		return at(threads, winner).id;
	},
	place: () => NONE,
	slices: true,
};
