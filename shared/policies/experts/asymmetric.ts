import { at, numberAt } from "../../lib/assert.ts";
import { NS_PER_PLAY_S } from "../../lib/units.ts";
import { isDivisible, mayAsk, misfitOf, openThreads } from "../../sim/chip/batches.ts";
import type { ReadonlyChip, ReadonlyThread } from "../../sim/chip/chip.ts";
import type { Chance, Policy } from "../../sim/chip/policy.ts";
import { itemsLeftNs, jobsOf, kindsWaiting, rightSize } from "../parts/batches.ts";
import { createHumanPaced, type Wish } from "../parts/human-paced.ts";

type SizeOf = (chip: ReadonlyChip, core: number, thread: ReadonlyThread) => number;
type Rank = (thread: ReadonlyThread) => number;

/** Expert policy of the lesson `asymmetric`: batches of the right work, and of each kind the job first that is soonest done. */
export const rightBatches = createHumanPaced("insight:asymmetric", {
	asks: true,
	modes: [inOrder(itemsLeftNs), askOwn(rightSize)],
});

/** The reverse: the longest job first, and what is long in large batches. */
export const wrongBatches = createHumanPaced("reverse:asymmetric", {
	asks: true,
	modes: [
		inOrder((thread) => -itemsLeftNs(thread)),
		askOwn((chip, core, thread) => {
			const sizes = chip.scenario.handOut?.sizes ?? [1];
			return numberAt(sizes, sizes.length - 1 - sizes.indexOf(rightSize(chip, core, thread)));
		}),
	],
});

/** Naive: batches of always the same size, of jobs as they come. */
export function batches(size: number): Policy {
	return createHumanPaced(`batches:${size}`, { asks: true, modes: [askOwn(() => size)] });
}

/** A beginner: few items are soon done, and batches should be large. */
export const fewItemsFirst = createHumanPaced("beginner:few-items", {
	asks: true,
	modes: [inOrder(({ spec }) => spec.items?.count ?? 0), askOwn(() => 16)],
});

/** Work up to which a beginner calls a job small, and length from which they call an item long. */
const SMALL_NS = 8 * NS_PER_PLAY_S;
const LONG_NS = NS_PER_PLAY_S;

/** A beginner: small jobs before large ones, whatever is left of them; long items one by one, others by 16. */
export const smallJobsFirst = createHumanPaced("beginner:small-jobs", {
	asks: true,
	modes: [
		inOrder((thread) => (itemsLeftNs(thread) < SMALL_NS ? 0 : 1)),
		askOwn((_chip, _core, { spec }) => ((spec.items?.eachNs ?? 0) < LONG_NS ? 16 : 1)),
	],
});

/** Random choices: any job of those that may be asked, any size, any order. */
export const anyBatches = createHumanPaced("guess-batches", { asks: true, modes: [anyOrder, askAny] });

/** Whether the core is made for the job, or no worker is. */
function isFor(chip: ReadonlyChip, core: number, job: ReadonlyThread): boolean {
	const fits = ({ id }: { readonly id: number }): boolean => misfitOf(chip, id, job) === 1;
	if (fits({ id: core })) return true;
	return !chip.cores.some((each) => each.id !== chip.scenario.handOut?.master && fits(each));
}

/** Asks for a batch of the job that the core is made for, of that many items. */
function askOwn(sizeOf: SizeOf): Wish {
	return (chip, seat) => {
		const core = seat - 1;
		if (core < 0 || !mayAsk(chip, core)) return undefined;
		const thread = openThreads(chip).find((open) => isFor(chip, core, open));
		return thread && { type: "ask", thread: thread.id, count: sizeOf(chip, core, thread) };
	};
}

/** Of each kind of jobs puts the one of the least rank before the others. */
function inOrder(rank: Rank): Wish {
	return (chip, seat) => {
		if (seat > 0) return undefined;
		for (const kind of kindsWaiting(chip)) {
			const jobs = jobsOf(chip, kind);
			const [first] = jobs;
			const best = jobs.reduce((leader, job) => (rank(job) < rank(leader) ? job : leader), at(jobs, 0));
			if (first !== undefined && rank(best) < rank(first))
				return { type: "reorder", thread: best.id, position: placeOf(chip, first) };
		}
		return undefined;
	};
}

/** The job's place among all of the shared queue. */
function placeOf(chip: ReadonlyChip, { id }: ReadonlyThread): number {
	return chip.shared.filter((other) => isDivisible(at(chip.threads, other))).indexOf(id);
}

function anyOrder(chip: ReadonlyChip, seat: number, chance: Chance): ReturnType<Wish> {
	const jobs = seat > 0 ? [] : chip.shared.filter((id) => isDivisible(at(chip.threads, id)));
	if (jobs.length < 2) return undefined;
	return { type: "reorder", thread: numberAt(jobs, chance(jobs.length)), position: chance(jobs.length) };
}

function askAny(chip: ReadonlyChip, seat: number, chance: Chance): ReturnType<Wish> {
	const { handOut } = chip.scenario;
	if (seat === 0 || handOut === undefined || !mayAsk(chip, seat - 1)) return undefined;
	const open = openThreads(chip);
	const { id } = at(open, chance(open.length));
	return { type: "ask", thread: id, count: numberAt(handOut.sizes, chance(handOut.sizes.length)) };
}
