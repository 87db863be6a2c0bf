import {
	compute,
	computeProcess,
	NOTHING_SHARED,
	ordinaryThread,
	symmetricMachine,
} from "#shared/lessons/machine.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { policyById } from "#shared/policies/table.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import { botSeats, createChip } from "#shared/sim/create-chip.ts";
import type { Scenario } from "#shared/sim/scenario/scenario.ts";

/** Longer than any measurement. */
const STEADY_NS = 60_000 * NS_PER_PLAY_S;

/** All threads at once, of unequal length, so that every core computes on caches that fill all the time. */
export function createLoad(cores: number, threads: number, uncaught = 0.1): Scenario {
	const kinds = 8;
	return {
		title: `${threads} threads on ${cores} cores`,
		machine: symmetricMachine(cores),
		...NOTHING_SHARED,
		processes: Array.from({ length: kinds }, (_, index) => ({
			...computeProcess(`Data ${index + 1}`),
			workingSetKib: 384,
			accessesPerUs: 10,
			missesInFlight: 2,
			// What no cache catches keeps the bus busy to the end; if that is nothing, it is idle once all is loaded.
			missCurve: { type: "linear" as const, floor: uncaught },
		})),
		jobs: [
			{
				name: "Load",
				threads: Array.from({ length: threads }, (_, index) =>
					ordinaryThread(`Task ${index + 1}`, (index * 5) % kinds, [
						compute((1.5 + ((index * 7) % 11) / 10) * NS_PER_PLAY_S),
					]),
				),
			},
		],
		arrivals: [{ type: "at", atNs: 0, job: 0 }],
		end: { type: "done" },
	};
}

/** The chip of such a scenario, first in first out, at machine pace. */
export function createLoadedChip(scenario: Scenario): Chip {
	const seats = botSeats(scenario.machine.cores.length, policyById("fifo"));
	return createChip({ scenario, seed: 1, seats, pace: "machine" });
}

/**
 * One thread on each core for a long time, on a bus that is half busy, each on so much data, of which it brings in
 * so little at a time, that caches go on filling and the speeds of all are set anew again and again.
 */
export function createSteadyLoad(cores: number): Scenario {
	const { processes, machine, ...load } = createLoad(cores, 0);
	return {
		...load,
		title: `${cores} threads that only compute`,
		machine: { ...machine, bandwidthBytesPerUs: 0.025 * cores },
		processes: processes.map((each) => ({ ...each, workingSetKib: 300_000, accessesPerUs: 0.0002 })),
		jobs: [
			{
				name: "Load",
				threads: Array.from({ length: cores }, (_, index) =>
					ordinaryThread(`Task ${index + 1}`, index % processes.length, [compute(STEADY_NS)]),
				),
			},
		],
	};
}
