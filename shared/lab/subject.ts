import { policyById } from "../policies/table.ts";
import type { Policy } from "../sim/chip/policy.ts";
import type { Scenario } from "../sim/scenario/scenario.ts";
import { withCores } from "../sim/scenario/with-cores.ts";
import { CORES_MAX } from "./machine.ts";
import { type Setup, scenarioOf } from "./setup.ts";

/** What one side of the lab runs: a set-up of sliders, or a scenario from a file with a policy and a seed. */
export type Subject =
	| ({ readonly type: "setup" } & Setup)
	| { readonly type: "file"; readonly scenario: Scenario; readonly policy: string; readonly seed: number };

/** Everything that determines a run. */
export type Runnable = { readonly scenario: Scenario; readonly policy: Policy; readonly seed: number };

/** What a subject runs. Throws for an unknown policy. */
export function runnableOf(subject: Subject): Runnable {
	if (subject.type === "setup") {
		const scenario = scenarioOf(subject);
		return { scenario, policy: policyById(scenario.policy), seed: Number(subject.values.seed) };
	}
	return { scenario: subject.scenario, policy: policyById(subject.policy), seed: subject.seed };
}

/**
 * The subject's scenario on another number of cores: both kinds in the same proportion, big ones first; a
 * file's own cores repeated in turn.
 */
export function scenarioOn(subject: Subject, cores: number): Scenario {
	if (subject.type === "file") return withCores(subject.scenario, cores);
	const pBefore = Number(subject.values.pCores);
	const eBefore = Number(subject.values.eCores);
	const pCores = Math.round((cores * pBefore) / (pBefore + eBefore));
	return scenarioOf({ ...subject, values: { ...subject.values, pCores, eCores: cores - pCores } });
}

/** Numbers of cores of a sweep, 1 to CORES_MAX. */
export const SWEPT_CORES: readonly number[] = Array.from({ length: CORES_MAX }, (_, index) => index + 1);
