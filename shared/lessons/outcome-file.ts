import { z } from "zod";
import { CAUSES } from "../sim/chip/chip.ts";

const count = z.int().min(0);
const ns = z.number().min(0);
const causes = z.record(z.enum(CAUSES), z.number());

/** Outcome of a chip in a round; everything in it comes from the simulation. */
const chipOutcome = z.strictObject({
	/** Index of the lesson's side it played. */
	side: count,
	/** Number of its cores. */
	cores: count,
	timeNs: ns,
	jobsDone: count,
	threadsDone: count,
	/** Work done, on an ideal core. */
	workNs: z.number(),
	/** As `workNs`, but by the tasks' own way, whichever way was chosen, and without work lost in crashes. */
	taskWorkNs: z.number(),
	/** Work done and then lost in crashes. */
	workLostNs: z.number(),
	/** Jobs done, a started one by its share: `taskWorkNs` over the work of one job. */
	jobsByWork: z.number(),
	/** Share of the work of all its jobs that is not serial, 0 to 1. */
	parallelShare: z.number(),
	/** Whether its backlog collapsed it before the round was over. */
	collapsed: z.boolean(),
	/** When the last job was done; the end of the round if one is unfinished. */
	makespanNs: ns,
	/** Mean time from announcement to end of all announced threads; unfinished ones count up to now. */
	meanTurnaroundNs: z.number(),
	/** The same for jobs that no other job delegates, each including all it delegates. */
	meanJobTurnaroundNs: z.number(),
	/** Mean turnaround of the threads, each divided by its work on an ideal core. */
	meanSlowdown: z.number(),
	/**
	 * Longest response as real-time systems count it, which is the turnaround, of the threads with a deadline; of
	 * all threads if none has one. Unfinished ones count up to now.
	 */
	worstResponseNs: z.number(),
	/** Threads that finished after their deadline, or are past it and unfinished. */
	deadlineMisses: count,
	/** How many of these are urgent, i.e. have a priority. */
	urgentMisses: count,
	/** Work, by their own way, of the threads that are done, and in time where they have a deadline. */
	timelyWorkNs: z.number(),
	energyPj: z.number(),
	/** Updates of all counters, and how many were overwritten. */
	updates: count,
	lostUpdates: count,
	/** Useful core time over core time, 0 to 1; unlike a core's utilisation it counts no stalls and no overhead. */
	utilisation: z.number(),
	/** Core time by cause in ns, summed over cores, and per core. */
	causes,
	causesByCore: z.array(causes),
	/** Threads done per second of play, one number per second. */
	throughput: z.array(z.number()),
	/**
	 * In the lesson's measure: 0 is the naive policy, 100 the best known at human pace; see `result/score.ts`. null where
	 * there is none: nobody held a seat, the round was cut short too early, or naive and best hardly differ.
	 */
	score: z.number().nullable(),
	/** Seats that people held when play began; empty if not known. */
	held: z.array(count),
	/** By seat: share of its time (0 to 1) in which a person played it; a bot did the rest. Empty if not known. */
	played: z.array(z.number().min(0).max(1)),
	checksum: count,
});

/** A reference value, measured on the same scenario and seed. */
const reference = z.strictObject({
	policy: z.string(),
	pace: z.enum(["machine", "human"]),
	value: z.number(),
});

/** Schema of the outcome of a round. */
export const roundOutcomeFile = z.strictObject({
	lesson: z.string(),
	seed: z.int().min(0).max(0xffff_ffff),
	part: z.union([z.literal(0), z.literal(1)]),
	/** Number of the formula of its scores, which are compared with those of the same formula only. */
	formula: z.int().min(1),
	chips: z.array(chipOutcome),
	/** By chip, in the lesson's measure: naive policy and best known at human pace, best known at machine speed. */
	references: z.array(z.strictObject({ naive: reference, best: reference, machine: reference })),
});

/** Upcast of an outcome from before scores carried the number of their formula, and said how much people played. */
export function fromUnnumbered(older: unknown): unknown {
	if (typeof older !== "object" || older === null) return older;
	const { chips } = older as { readonly chips?: unknown };
	if (!Array.isArray(chips)) return { ...older, formula: 1 };
	return {
		...older,
		formula: 1,
		chips: chips.map((chip: unknown) =>
			typeof chip === "object" && chip !== null ? { ...chip, held: [], played: [] } : chip,
		),
	};
}
