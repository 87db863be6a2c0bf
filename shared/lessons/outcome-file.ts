import { z } from "zod";
import { CAUSES } from "../sim/chip/chip.ts";

const count = z.int().min(0);
const ns = z.number().min(0);
const causes = z.record(z.enum(CAUSES), z.number());

/** What a chip did in a round; all from the simulation, nothing else. */
const chipOutcome = z.strictObject({
	/** Which of the lesson's sides it played, by index. */
	side: count,
	/** Number of its cores. */
	cores: count,
	timeNs: ns,
	jobsDone: count,
	threadsDone: count,
	/** Work done, on an ideal core. */
	workNs: z.number(),
	/** The same as the tasks' own way counts it, whichever way was chosen, without what crashes threw away. */
	taskWorkNs: z.number(),
	/** Work that was done and lost in crashes. */
	workLostNs: z.number(),
	/** Jobs done with the started one by its share: `taskWorkNs` over the work of one job. */
	jobsByWork: z.number(),
	/** Share of the work of all its jobs that is not serial, 0 to 1. */
	parallelShare: z.number(),
	/** Whether it went down under its backlog before the round was over. */
	collapsed: z.boolean(),
	/** When the last job was done; the end of the round if one is unfinished. */
	makespanNs: ns,
	/** From announcement to end, mean of all announced threads; unfinished ones count up to now. */
	meanTurnaroundNs: z.number(),
	/** The same of jobs that nobody handed out, each with all that it has handed out. */
	meanJobTurnaroundNs: z.number(),
	/** Of threads, each over its work on an ideal core. */
	meanSlowdown: z.number(),
	/** Longest turnaround of the threads with a deadline; of all threads, if none has one. */
	worstResponseNs: z.number(),
	/** Threads that were done too late, or are not done although they should be. */
	deadlineMisses: count,
	/** Of these the urgent ones: those with a priority. */
	urgentMisses: count,
	/** Work of the threads that are done, and in time where they have a deadline; by the tasks' own way. */
	timelyWorkNs: z.number(),
	energyPj: z.number(),
	/** Updates of all counters, and how many of them were overwritten. */
	updates: count,
	lostUpdates: count,
	/** Useful core time over core time, 0 to 1. */
	utilisation: z.number(),
	/** Core time by cause, ns, summed over cores; and the same per core. */
	causes,
	causesByCore: z.array(causes),
	/** Threads done per second of play, one number per second. */
	throughput: z.array(z.number()),
	/** By the measure of the lesson: 0 is its naive policy, 100 the best known at human pace. */
	score: z.number(),
	checksum: count,
});

/** A reference that the round is held against, measured on the same scenario and seed. */
const reference = z.strictObject({
	policy: z.string(),
	pace: z.enum(["machine", "human"]),
	value: z.number(),
});

/** What came of a round, as data. */
export const roundOutcomeFile = z.strictObject({
	lesson: z.string(),
	seed: z.int().min(0).max(0xffff_ffff),
	part: z.union([z.literal(0), z.literal(1)]),
	chips: z.array(chipOutcome),
	/** By chip: its naive policy and best known at human pace, best known at machine speed, in the lesson's measure. */
	references: z.array(z.strictObject({ naive: reference, best: reference, machine: reference })),
});
