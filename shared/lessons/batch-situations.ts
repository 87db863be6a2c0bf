import { at } from "../lib/assert.ts";
import { itemsLeftNs, jobsOf, rightSize } from "../policies/parts/batches.ts";
import type { Situation } from "./concept.ts";

/** A core asks for a batch, and sizes differ: good if it is the one whose work suits best. */
export function askedInSize(): Situation {
	return (chip, event) => {
		if (event.type !== "asked") return undefined;
		const { seat, count, of } = event;
		const thread = at(chip.threads, of);
		const sizes = chip.scenario.handOut?.sizes ?? [];
		const before = (thread.spec.items?.count ?? 0) + count;
		const right = Math.min(before, rightSize(chip, seat - 1, thread));
		// More than there was comes to the same as all of it.
		const good = sizes.filter((size) => Math.min(before, size) === right).length;
		if (good === 0 || good === sizes.length) return undefined;
		return { seat, took: count === right, chance: good / sizes.length };
	};
}

/** The scheduler puts a job before all others of its kind: good if none of them has less left. */
export function putShortestFirst(): Situation {
	return (chip, event) => {
		if (event.type !== "reordered") return undefined;
		const thread = at(chip.threads, event.thread);
		const jobs = jobsOf(chip, thread.spec.needs);
		if (jobs.length < 2 || jobs[0] !== thread) return undefined;
		const least = Math.min(...jobs.map(itemsLeftNs));
		const good = jobs.filter((job) => itemsLeftNs(job) === least).length;
		if (good === jobs.length) return undefined;
		return { seat: event.seat, took: itemsLeftNs(thread) === least, chance: good / jobs.length };
	};
}
