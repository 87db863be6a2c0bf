import { at, numberAt } from "../../lib/assert.ts";
import { NEVER_NS } from "../../lib/units.ts";
import { NONE, type ReadonlyThread } from "../../sim/chip/chip.ts";
import type { Policy } from "../../sim/chip/policy.ts";
import { bestOf } from "../parts/candidates.ts";
import { becauseWarm } from "../parts/reasons.ts";

/**
 * Affinity scheduling: picks the thread with the most data in this core's cache. A thread that last ran on
 * another core is left to it for `patienceNs`. (Linux calls a thread cache-hot for 0.5 ms.)
 */
export function affinity(patienceNs: number, id = `affinity:${patienceNs}`): Policy {
	return {
		id,
		pick: (chip, core, ahead) => {
			const { warmKib } = at(chip.cores, core);
			const isMine = ({ core: last, readyNs, state }: ReadonlyThread): boolean =>
				last === NONE || last === core || (state === "ready" && chip.nowNs - readyNs >= patienceNs);
			const mine = chip.shared.filter((thread) => isMine(at(chip.threads, thread)));
			return bestOf(
				chip,
				core,
				mine,
				ahead,
				(thread, than) => numberAt(warmKib, thread.spec.process) > numberAt(warmKib, than.spec.process),
			);
		},
		place: () => NONE,
		slices: true,
		reason: becauseWarm,
		asksAgainNs: (chip) => {
			let nextNs = NEVER_NS;
			for (const id of chip.shared) {
				const dueNs = at(chip.threads, id).readyNs + patienceNs;
				if (dueNs > chip.nowNs) nextNs = Math.min(nextNs, dueNs);
			}
			return nextNs;
		},
	};
}
