import { at } from "../../lib/assert.ts";
import { NONE, type ReadonlyChip, type ReadonlyCore, type ReadonlyThread } from "../../sim/chip/chip.ts";
import { mayRun } from "../../sim/chip/may-run.ts";
import type { Policy } from "../../sim/chip/policy.ts";
import { remainingWorkNs } from "../../sim/chip/progress.ts";

/**
 * Energy-aware scheduling: the cheapest core that finishes by the deadline; if none does, the one that finishes
 * first.
 */
export const eas: Policy = {
	id: "eas",
	pick: () => NONE,
	place: (chip, id) => {
		const thread = at(chip.threads, id);
		const { deadlineNs } = thread.spec;
		const offers = chip.cores
			.filter((core) => mayRun(core, thread))
			.map((core) => offerOf(chip, core, thread));
		const inTime = offers.filter(({ finishNs }) => deadlineNs === 0 || finishNs <= deadlineNs);
		const isBetter = inTime.length > 0 ? isCheaper : isSooner;
		const [first, ...others] = inTime.length > 0 ? inTime : offers;
		if (first === undefined) return NONE;
		return others.reduce((best, offer) => (isBetter(offer, best) ? offer : best), first).core;
	},
	slices: true,
};

/** When the thread would be done on that core, in ns from now, and the energy of its work in pJ. */
type Offer = { readonly core: number; readonly finishNs: number; readonly energy: number };

function offerOf(chip: ReadonlyChip, core: ReadonlyCore, thread: ReadonlyThread): Offer {
	const { speed, activeMw, wakeLatencyNs } = core.spec;
	const ahead = core.thread < 0 ? core.queue : [core.thread, ...core.queue];
	let workNs = remainingWorkNs(chip, thread);
	const energy = (workNs / speed) * activeMw;
	for (const id of ahead) if (id !== thread.id) workNs += remainingWorkNs(chip, at(chip.threads, id));
	return { core: core.id, finishNs: workNs / speed + (core.isAsleep ? wakeLatencyNs : 0), energy };
}

function isCheaper(offer: Offer, than: Offer): boolean {
	return offer.energy === than.energy ? isSooner(offer, than) : offer.energy < than.energy;
}

function isSooner(offer: Offer, than: Offer): boolean {
	return offer.finishNs < than.finishNs;
}
