import { at, idAt } from "../../lib/assert.ts";
import { NONE } from "../../sim/chip/chip.ts";
import { mayRun } from "../../sim/chip/may-run.ts";
import type { Policy } from "../../sim/chip/policy.ts";
import { becauseRandom } from "../parts/reasons.ts";

/** Any ready thread of the shared queue, with equal probability. */
export const random: Policy = {
	id: "random",
	pick: (chip, core, ahead, chance) => {
		const runner = at(chip.cores, core);
		const ready = chip.shared.filter((id) => {
			const thread = at(chip.threads, id);
			return (ahead || thread.state === "ready") && mayRun(runner, thread);
		});
		return ready.length === 0 ? NONE : idAt(ready, chance(ready.length));
	},
	place: () => NONE,
	slices: true,
	reason: becauseRandom,
};
