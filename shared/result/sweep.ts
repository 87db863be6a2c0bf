import type { ChipOutcome, OfRound } from "../lessons/outcome.ts";
import { runToEnd } from "../sim/advance.ts";
import type { Pace } from "../sim/chip/chip.ts";
import { energyOf } from "../sim/chip/energy.ts";
import type { Policy } from "../sim/chip/policy.ts";
import { isAllDone } from "../sim/chip/still-to-come.ts";
import { botSeats, createChip } from "../sim/create-chip.ts";
import type { Scenario } from "../sim/scenario/scenario.ts";
import { measureChip } from "./measure-chip.ts";
import { type BusUse, type CacheUse, measureBus, measureCaches } from "./measure-memory.ts";

/** What a sweep runs. */
export type SweepSetup = {
	/** Numbers of cores, in the order in which they are run; speed-up is relative to the first. */
	readonly cores: readonly number[];
	/** The scenario for a number of cores: a lesson's own instance, or one scenario `withCores`. */
	readonly scenarioOn: (cores: number) => Scenario;
	readonly policy: Policy;
	/** 32-bit unsigned. */
	readonly seed: number;
	readonly pace: Pace;
};

/** Result of one run of a sweep. */
export type SweepPoint = Omit<ChipOutcome, OfRound> & {
	/** False if the remaining work waits for something that never comes. */
	readonly finished: boolean;
	/** Whether all that was to come has come and is done. */
	readonly isAllDone: boolean;
	/** Work per time, relative to the first point. */
	readonly speedup: number;
	readonly bus: BusUse;
	/** At the end of the run. */
	readonly caches: CacheUse;
	readonly energyPj: number;
};

/** Runs a scenario to its end on each number of cores and yields each result as soon as it is known. */
export function* sweep({ cores, scenarioOn, policy, seed, pace }: SweepSetup): Generator<SweepPoint, void> {
	let firstPerNs: number | undefined;
	for (const count of cores) {
		const scenario = scenarioOn(count);
		const chip = createChip({ scenario, seed, pace, seats: botSeats(scenario.machine.cores.length, policy) });
		runToEnd(chip);
		const outcome = measureChip(chip);
		const workPerNs = outcome.timeNs === 0 ? 0 : outcome.workNs / outcome.timeNs;
		firstPerNs ??= workPerNs;
		yield {
			...outcome,
			finished: chip.finished,
			isAllDone: isAllDone(chip),
			speedup: firstPerNs === 0 ? 0 : workPerNs / firstPerNs,
			bus: measureBus(chip),
			caches: measureCaches(chip),
			energyPj: energyOf(chip, chip.nowNs),
		};
	}
}
