import fc from "fast-check";
import { expect, test } from "vitest";
import { POLICIES } from "#shared/policies/table.ts";
import type { ProgramPhase, Scenario } from "#shared/sim/scenario/scenario.ts";
import { holds } from "../setup/holds.ts";
import { run } from "./builders.ts";
import { randomScenario } from "./random-scenario.ts";
import { runs } from "./runs.ts";

/**
 * The same scenario with processes, locks, devices, channels and jobs numbered the other way round. Without
 * an L3: which of several idle processes gives way there goes by number.
 */
function renumbered(made: Scenario): Scenario {
	const { processes, locks, devices, channels, jobs } = made;
	const flip = (index: number, all: readonly unknown[]): number => all.length - 1 - index;
	const flipPhase = (phase: ProgramPhase): ProgramPhase => {
		if (phase.type === "lock" || phase.type === "unlock") return { ...phase, lock: flip(phase.lock, locks) };
		if (phase.type === "io") return { ...phase, device: flip(phase.device, devices) };
		if (phase.type === "send" || phase.type === "receive")
			return { ...phase, channel: flip(phase.channel, channels) };
		return phase;
	};
	return {
		...made,
		processes: processes.toReversed(),
		locks: locks.toReversed(),
		devices: devices.toReversed(),
		channels: channels.toReversed(),
		jobs: jobs.toReversed().map((job) => ({
			...job,
			threads: job.threads.map((thread) => ({
				...thread,
				process: flip(thread.process, processes),
				program: thread.program.map(flipPhase),
				ways: thread.ways.map((way) => ({
					...way,
					process: flip(way.process, processes),
					program: way.program.map(flipPhase),
				})),
			})),
		})),
		arrivals: made.arrivals.map((arrival) =>
			"job" in arrival ? { ...arrival, job: flip(arrival.job, jobs) } : arrival,
		),
	};
}

/** Some scenarios take seconds, and are played twice. */

const times = (made: Scenario, policy: (typeof POLICIES)[number], seed: number) => {
	const chip = run(made, policy, seed);
	return {
		threads: chip.threads.map(({ startNs, finishNs }) => [startNs, finishNs]),
		booked: chip.cores.map(({ booked }) => booked),
	};
};

test("[P3] numbering processes, locks, devices, channels and jobs otherwise changes nothing", () => {
	holds(
		"names of processes",
		fc.property(randomScenario, fc.nat(), fc.constantFrom(...POLICIES), (wide, seed, policy) => {
			const made = {
				...wide,
				machine: { ...wide.machine, l3PartitionsKib: wide.machine.l3PartitionsKib.map(() => 0) },
			};
			expect(times(renumbered(made), policy, seed)).toEqual(times(made, policy, seed));
		}),
		runs(60),
	);
});
