import fc from "fast-check";
import { BIG_CORE, computeProcess, ordinaryLock, ordinaryThread } from "#shared/lessons/machine.ts";
import type { Phase, Scenario, ThreadSpec } from "#shared/sim/scenario.ts";
import { compute, plainMachine, scenario } from "./builders.ts";

/** What a thread does with three lengths of time. */
const SHAPES: readonly ((before: number, held: number, after: number) => Phase[])[] = [
	(before) => [compute(before)],
	(before, held, after) => [
		compute(before),
		{ type: "lock", lock: 0 },
		compute(held),
		{ type: "unlock", lock: 0 },
		compute(after),
	],
	(before, held, after) => [
		compute(before),
		{ type: "sleep", ns: held, spread: "exponential" },
		{ type: "io", device: 0, ns: after, spread: "fixed" },
		compute(after),
	],
	(before, held) => [
		{ type: "update", counter: 0, workNs: held },
		compute(before % 10_000),
		{ type: "repeat", from: 0, times: 3 },
	],
];

/** A small machine with any costs, and a handful of jobs with dependencies, locks and memory. */
export const randomScenario: fc.Arbitrary<Scenario> = fc
	.record({
		cores: fc.integer({ min: 1, max: 5 }),
		speeds: fc.array(fc.constantFrom(1, 0.5, 0.451), { minLength: 5, maxLength: 5 }),
		costs: fc.record({
			processSwitchNs: fc.nat(2_000),
			threadSwitchNs: fc.nat(1_000),
			wakeNs: fc.nat(3_000),
			handOffNs: fc.nat(200),
		}),
		processes: fc.array(
			fc.record({
				workingSetKib: fc.nat(700),
				accessesPerUs: fc.constantFrom(0, 5, 60),
				missesInFlight: fc.constantFrom(1, 2),
			}),
			{ minLength: 1, maxLength: 3 },
		),
		waiting: fc.constantFrom("spin" as const, "block" as const, "adaptive" as const),
		quantumNs: fc.constantFrom(0, 0, 7_000, 25_000),
		sleepAfterNs: fc.constantFrom(0, 0, 4_000),
		jobs: fc.array(fc.array(randomThread(), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
		arrivals: fc.array(fc.nat(200_000), { minLength: 4, maxLength: 4 }),
	})
	.map(({ cores, speeds, costs, processes, waiting, quantumNs, sleepAfterNs, jobs, arrivals }) =>
		scenario({
			machine: {
				...plainMachine(cores, costs),
				cores: speeds
					.slice(0, cores)
					.map((speed) => ({ ...BIG_CORE, kind: speed === 1 ? "P" : "E", speed, sleepAfterNs })),
			},
			processes: processes.map((process, index) => ({ ...computeProcess(`p${index}`), ...process })),
			locks: [{ ...ordinaryLock("l", waiting), stripes: 1 + (quantumNs % 2) }],
			devices: [{ name: "disk" }],
			counters: [{ name: "counter" }],
			quantumNs,
			jobs: jobs.map((threads) => threads.map((made, index) => bounded(made, index, processes.length))),
			arrivals: jobs.map((_, job) => ({ type: "at", atNs: arrivals[job] ?? 0, job })),
		}),
	);

type RandomThread = Pick<ThreadSpec, "name" | "process" | "after" | "serial" | "program">;

function randomThread(): fc.Arbitrary<RandomThread> {
	return fc.record({
		name: fc.constant("t"),
		process: fc.nat(2),
		after: fc.uniqueArray(fc.nat(5), { maxLength: 2 }),
		serial: fc.boolean(),
		program: fc
			.tuple(fc.nat(90_000), fc.nat(20_000), fc.nat(30_000), fc.constantFrom(...SHAPES))
			.map(([before, held, after, shape]) => shape(before, held, after)),
	});
}

/** Keeps indices inside the scenario, and dependencies backwards. */
function bounded(thread: RandomThread, index: number, processes: number): ThreadSpec {
	return {
		...ordinaryThread("t", 0, []),
		...thread,
		process: thread.process % processes,
		after: thread.after.filter((other) => other < index),
	};
}
