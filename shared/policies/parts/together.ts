import { at } from "../../lib/assert.ts";
import type { ReadonlyChip, ReadonlyThread } from "../../sim/chip/chip.ts";
import { remainingWorkNs } from "../../sim/chip/progress.ts";

/**
 * For how long other cores will be at something of the thread's name while it runs, if all runs as it is planned:
 * each of them counts.
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

/** When what runs and waits on the core will be at work, from now on. */
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
