import fc from "fast-check";
import type { StampedCommand } from "#shared/round/round.ts";
import type { Command } from "#shared/sim/chip/command.ts";
import { QUEUE_ORDERS, SIGNALS } from "#shared/sim/chip/command.ts";
import { LOCK_WAITING } from "#shared/sim/scenario/scenario.ts";

export const command: fc.Arbitrary<Command> = fc.oneof(
	fc.record({ type: fc.constant("plan" as const), thread: fc.nat(60), core: fc.nat(8), position: fc.nat(9) }),
	fc.record({ type: fc.constant("take" as const), core: fc.nat(8) }),
	fc.record({ type: fc.constant("unplan" as const), thread: fc.nat(60) }),
	fc.record({ type: fc.constant("steal" as const), from: fc.nat(8) }),
	fc.record({ type: fc.constant("yield" as const) }),
	fc.record({ type: fc.constant("order" as const), order: fc.constantFrom(...QUEUE_ORDERS) }),
	fc.record({ type: fc.constant("signal" as const), signal: fc.constantFrom(...SIGNALS) }),
	fc.record({
		type: fc.constant("window" as const),
		windowNs: fc.integer({ min: 2_500_000, max: 10_000_000 }),
	}),
	fc.record({ type: fc.constant("deal" as const), job: fc.nat(20), core: fc.nat(8) }),
	fc.record({
		type: fc.constant("ask" as const),
		thread: fc.nat(60),
		count: fc.integer({ min: 1, max: 40 }),
	}),
	fc.record({ type: fc.constant("reorder" as const), thread: fc.nat(60), position: fc.nat(9) }),
	fc.record({ type: fc.constant("deal" as const), job: fc.nat(20), core: fc.nat(8), way: fc.nat(2) }),
	fc.record({ type: fc.constant("choose" as const), thread: fc.nat(60), way: fc.nat(2) }),
	fc.record({ type: fc.constant("pin" as const), thread: fc.nat(60), core: fc.integer({ min: -1, max: 8 }) }),
	fc.record({ type: fc.constant("priority" as const), thread: fc.nat(60), priority: fc.nat(9) }),
	fc.record({ type: fc.constant("restart" as const), process: fc.nat(4) }),
	fc.record({ type: fc.constant("quantum" as const), ns: fc.constantFrom(0, 5_000, 250_000) }),
	fc.record({ type: fc.constant("reserve" as const), process: fc.nat(4), kib: fc.nat(10_000) }),
	fc.record({ type: fc.constant("cap" as const), process: fc.nat(4), bytesPerUs: fc.nat(9_000) }),
	fc.record({
		type: fc.constant("lockMode" as const),
		lock: fc.nat(2),
		waiting: fc.constantFrom(...LOCK_WAITING),
	}),
	fc.record({ type: fc.constant("inherit" as const), lock: fc.nat(2), on: fc.boolean() }),
	fc.record({ type: fc.constant("spinFor" as const), ns: fc.integer({ min: -1, max: 20_000 }) }),
	fc.record({ type: fc.constant("sleepAfter" as const), core: fc.nat(8), ns: fc.nat(500_000) }),
	fc.record({ type: fc.constant("clock" as const), core: fc.nat(8), point: fc.nat(3) }),
	fc.record({
		type: fc.constant("drive" as const),
		driver: fc.constantFrom("person" as const, "bot" as const),
	}),
);

/** Anything that people could send in 30 s of play, legal or not, in order of turns. */
export const randomCommands: fc.Arbitrary<StampedCommand[]> = fc
	.array(fc.record({ turn: fc.nat(119), chip: fc.nat(3), seat: fc.nat(8), command }), { maxLength: 150 })
	.map((commands) => commands.sort((left, right) => left.turn - right.turn));
