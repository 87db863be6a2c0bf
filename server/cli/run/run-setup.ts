import type { Pace } from "#shared/sim/chip/chip.ts";
import type { Policy } from "#shared/sim/chip/policy.ts";
import type { Scenario } from "#shared/sim/scenario/scenario.ts";
import { policyFor } from "../command/run-options.ts";
import type { ScenarioSource } from "../command/scenario-source.ts";

/** All that decides what happens in one run. */
export type RunSetup = {
	readonly scenario: Scenario;
	/** Of every seat. */
	readonly policy: Policy;
	/** 32-bit unsigned. */
	readonly seed: number;
	readonly pace: Pace;
};

type AskedRun = {
	readonly policy: Policy | undefined;
	readonly seed: number;
	readonly seeds: number | undefined;
	readonly pace: Pace;
};

/** One run for each seed, from the first on: as many as asked for, else as the scenario says. */
export function setupsFor(source: ScenarioSource, cores: number | undefined, asked: AskedRun): RunSetup[] {
	const first = source(asked.seed, cores);
	const policy = policyFor(first, asked.policy);
	return Array.from({ length: asked.seeds ?? first.seeds }, (_, index) => {
		const seed = (asked.seed + index) >>> 0;
		return { scenario: source(seed, cores), policy, seed, pace: asked.pace };
	});
}
