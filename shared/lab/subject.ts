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

/** Everything that a run needs to be the same run again. */
export type Runnable = { readonly scenario: Scenario; readonly policy: Policy; readonly seed: number };

export function runnableOf(subject: Subject): Runnable {
	if (subject.type === "setup") {
		const scenario = scenarioOf(subject);
		return { scenario, policy: policyById(scenario.policy), seed: Number(subject.values.seed) };
	}
	return { scenario: subject.scenario, policy: policyById(subject.policy), seed: subject.seed };
}

/** The scenario on another number of cores: of both kinds as before, big ones first; a file's own, round and round. */
export function scenarioOn(subject: Subject, cores: number): Scenario {
	if (subject.type === "file") return withCores(subject.scenario, cores);
	const pBefore = Number(subject.values.pCores);
	const eBefore = Number(subject.values.eCores);
	const pCores = Math.round((cores * pBefore) / (pBefore + eBefore));
	return scenarioOf({ ...subject, values: { ...subject.values, pCores, eCores: cores - pCores } });
}

/** The numbers of cores on which it is measured. */
export const SWEPT_CORES: readonly number[] = Array.from({ length: CORES_MAX }, (_, index) => index + 1);
