import { z } from "zod";
import { TICK_NS } from "../../lib/units.ts";
import { SCENARIO_MAX } from "../scenario/limits.ts";
import { LOCK_WAITING } from "../scenario/scenario.ts";
import { QUEUE_ORDERS, SIGNALS } from "./command.ts";

const index = z.int().min(0).max(9_999);
const indexOrNone = z.int().min(-1).max(9_999);
const way = z.int().min(0).max(SCENARIO_MAX.waysPerThread);
const timeNs = z.int().min(0).max(SCENARIO_MAX.horizonNs);
/** No slicing, or slices so long that a class's turn has no more than ten of each core. */
const quantumNs = z.union([z.literal(0), timeNs.min(TICK_NS)]);

/** The commands of players, with the quanta that they may set. */
function playersWith<Quantum extends z.ZodType<number>>(quantum: Quantum) {
	return [
		z.strictObject({ type: z.literal("plan"), thread: index, core: index, position: z.int().min(0).max(63) }),
		z.strictObject({ type: z.literal("take"), core: index }),
		z.strictObject({ type: z.literal("deal"), job: index, core: index, way: way.exactOptional() }),
		z.strictObject({ type: z.literal("unplan"), thread: index }),
		z.strictObject({ type: z.literal("steal"), from: index }),
		z.strictObject({ type: z.literal("yield") }),
		z.strictObject({ type: z.literal("order"), order: z.enum(QUEUE_ORDERS) }),
		z.strictObject({
			type: z.literal("ask"),
			thread: index,
			count: z.int().min(1).max(SCENARIO_MAX.itemsPerThread),
		}),
		z.strictObject({ type: z.literal("reorder"), thread: index, position: z.int().min(0).max(63) }),
		z.strictObject({
			type: z.literal("choose"),
			thread: index,
			way,
		}),
		z.strictObject({ type: z.literal("pin"), thread: index, core: indexOrNone }),
		z.strictObject({
			type: z.literal("priority"),
			thread: index,
			priority: z.int().min(0).max(SCENARIO_MAX.priority),
		}),
		z.strictObject({ type: z.literal("restart"), process: index }),
		z.strictObject({ type: z.literal("quantum"), ns: quantum }),
		z.strictObject({
			type: z.literal("reserve"),
			process: index,
			kib: z.int().min(0).max(SCENARIO_MAX.cacheKib),
		}),
		z.strictObject({
			type: z.literal("cap"),
			process: index,
			bytesPerUs: z.int().min(0).max(SCENARIO_MAX.capBytesPerUs),
		}),
		z.strictObject({ type: z.literal("lockMode"), lock: index, waiting: z.enum(LOCK_WAITING) }),
		z.strictObject({ type: z.literal("inherit"), lock: index, on: z.boolean() }),
		z.strictObject({ type: z.literal("spinFor"), ns: z.int().min(-1).max(SCENARIO_MAX.horizonNs) }),
		z.strictObject({ type: z.literal("sleepAfter"), core: index, ns: timeNs }),
		z.strictObject({
			type: z.literal("clock"),
			core: index,
			point: z.int().min(0).max(SCENARIO_MAX.pointsPerCore),
		}),
		z.strictObject({ type: z.literal("signal"), signal: z.enum(SIGNALS) }),
		z.strictObject({ type: z.literal("window"), windowNs: z.int().min(2_500_000).max(10_000_000) }),
	] as const;
}

/**
 * Schema of the commands a player may send, each number with its range. `drive` is not among them: only the
 * class issues it.
 */
export const playerCommandFile = z.discriminatedUnion("type", playersWith(quantumNs));

/**
 * Schema of every command a round's log may hold: those of players, also such as only an earlier version let them
 * send, and `drive`, who drives the seat.
 */
export const commandFile = z.discriminatedUnion("type", [
	...playersWith(timeNs),
	z.strictObject({ type: z.literal("drive"), driver: z.enum(["person", "bot"]) }),
]);
