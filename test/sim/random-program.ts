import fc from "fast-check";
import type { PhaseFile } from "#shared/sim/scenario/scenario-file.ts";

/** Three lengths of time in ns, for a shape to use as it likes. */
type Lengths = { readonly before: number; readonly held: number; readonly after: number };
type Shape = (lengths: Lengths) => PhaseFile[];

const compute = (workNs: number, spread: "fixed" | "exponential" = "fixed"): PhaseFile => ({
	type: "compute",
	workNs,
	spread,
});

/** Indices as in `random-scenario.ts`: lock 0 is any, 1 blocks; channel 0 blocks, 1 is spun on. */
const lock = (index: number): PhaseFile => ({ type: "lock", lock: index });
const unlock = (index: number): PhaseFile => ({ type: "unlock", lock: index });

/** Programs that come to an end whatever the others do, if every thread gets a core now and then. */
const ENDING: readonly Shape[] = [
	({ before }) => [compute(before)],
	({ before }) => [compute(before, "exponential"), { type: "chunks", pool: 0 }],
	({ before, held, after }) => [
		compute(held),
		{ type: "prefetch", kib: after % 700 },
		compute(before),
		{ type: "prefetch" },
		compute(before),
	],
	({ before, held, after }) => [compute(before), lock(0), compute(held), unlock(0), compute(after)],
	({ before, held, after }) => [
		lock(1),
		{ type: "io", device: 1, ns: held, spread: "exponential" },
		compute(after),
		unlock(1),
		compute(before),
	],
	({ before, held, after }) => [
		compute(before),
		{ type: "sleep", ns: held, spread: "exponential" },
		{ type: "io", device: 0, ns: after },
		compute(after),
	],
	({ before, held }) => [
		{ type: "update", counter: 0, workNs: held + 1 },
		compute(before % 10_000),
		{ type: "repeat", from: 0, times: 3 },
	],
	({ held, after }) => [
		{ type: "send", channel: 0, bytes: held },
		{ type: "receive", channel: 0 },
		compute(after),
	],
];

/** Programs that may wait for ever, go on for ever, or die. */
const WILD: readonly Shape[] = [
	({ before, after }) => [compute(before), { type: "barrier", barrier: 0 }, compute(after)],
	({ before, held }) => [compute(before), { type: "receive", channel: 1 }, compute(held)],
	({ before, held }) => [compute(before), { type: "send", channel: 1, bytes: held }],
	({ before, held }) => [
		compute(held + 500),
		{ type: "barrier", barrier: 0 },
		compute(before),
		{ type: "repeat", from: 0, times: 3 },
	],
	({ held, after }) => [
		compute(held + 500),
		{ type: "send", channel: after % 2, bytes: held },
		{ type: "repeat", from: 0 },
	],
	({ held, after }) => [
		{ type: "receive", channel: after % 2 },
		compute(held + 500),
		{ type: "repeat", from: 0 },
	],
	({ before, after }) => [compute(before), { type: "crash" }, compute(after)],
	({ before, held }) => [
		compute(before + 500),
		{ type: "crash", chance: 0.3 },
		compute(held),
		{ type: "repeat", from: 0, times: 5 },
	],
	({ before, held }) => [lock(0), compute(held), { type: "crash" }, unlock(0), compute(before)],
	({ before, held }) => [
		lock(0),
		compute(held + 500),
		unlock(0),
		compute(before + 500),
		{ type: "repeat", from: 0 },
	],
	({ held, after }) => [lock(0), lock(1), compute(held), unlock(1), unlock(0), compute(after)],
	({ held, after }) => [lock(1), compute(held), lock(0), compute(after), unlock(0), unlock(1)],
];

function programOf(shapes: readonly Shape[]): fc.Arbitrary<PhaseFile[]> {
	return fc
		.tuple(
			fc.record({ before: fc.nat(90_000), held: fc.nat(20_000), after: fc.nat(30_000) }),
			fc.constantFrom(...shapes),
		)
		.map(([lengths, shape]) => shape(lengths));
}

/** Comes to an end. */
export const endingProgram = programOf(ENDING);
/** Anything. */
export const wildProgram = programOf([...ENDING, ...WILD]);
