import { at } from "../../lib/assert.ts";
import type { ReadonlyChip, ReadonlyThread } from "../../sim/chip/chip.ts";
import { remainingWorkNs } from "../../sim/chip/progress.ts";

/**
 * Time for which other cores run something of the thread's name while it runs, in ns, if everything runs as
 * planned; the times of several cores add up.
 */
export function togetherNs(chip: ReadonlyChip, core: number, thread: ReadonlyThread): number {
	const own = plannedOn(chip, core).find(({ id }) => id === thread.id);
	if (own === undefined) return 0;
	const others = chip.cores.filter(({ id }) => id !== core).flatMap(({ id }) => plannedOn(chip, id));
	return others
		.filter(({ id }) => chip.threads[id]?.spec.name === thread.spec.name)
		.reduce((sumNs, { fromNs, toNs }) => {
			const bothNs = Math.min(toNs, own.toNs) - Math.max(fromNs, own.fromNs);
			return sumNs + Math.max(0, bothNs);
		}, 0);
}

type Stay = { readonly id: number; readonly fromNs: number; readonly toNs: number };

/** From and to when each thread of the core will run, in ns from now. */
function plannedOn(chip: ReadonlyChip, core: number): Stay[] {
	const { thread, queue } = at(chip.cores, core);
	let fromNs = 0;
	return [thread, ...queue].flatMap((id) => {
		const task = chip.threads[id];
		if (task === undefined) return [];
		const toNs = fromNs + remainingWorkNs(chip, task);
		const stay = { id, fromNs, toNs };
		fromNs = toNs;
		return stay;
	});
}
