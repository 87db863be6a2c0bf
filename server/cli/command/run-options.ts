import { findPolicy, POLICIES } from "#shared/policies/table.ts";
import type { Pace } from "#shared/sim/chip/chip.ts";
import type { Policy } from "#shared/sim/chip/policy.ts";
import { SCENARIO_MAX } from "#shared/sim/scenario/limits.ts";
import type { Scenario } from "#shared/sim/scenario/scenario.ts";
import { wrappedNames } from "./help.ts";
import { flag, type Setting, text, wholeNumber } from "./option.ts";
import { UsageError } from "./usage-error.ts";

/** Options that several verbs have, each declared once. */
export const POLICY: Setting<Policy | undefined> = {
	type: "setting",
	placeholder: "P",
	help: `who decides what runs where: ${wrappedNames(POLICIES.map(({ id }) => id))};
some take a number: affinity:500000 (patience in ns), steal:1000000 (looks at
the others every so many ns), di:2 (heavy tasks at a time). Without it a lesson's expert policy, or a file's own, else fifo`,
	parse: (written) => (written === undefined ? undefined : policyNamed(written)),
};

export const CORES = wholeNumber("N", "on another number of cores than the scenario's", {
	least: 1,
	most: SCENARIO_MAX.cores,
	otherwise: undefined,
});

export const SEED = wholeNumber(
	"S",
	"a whole number that all chance comes from (1): the same seed, the same run",
	{ least: 0, most: 0xffff_ffff, otherwise: 1 },
);

export const SEEDS = wholeNumber(
	"N",
	`run with N seeds, from --seed on, and show the mean of each measure with its 95 %
confidence interval; without it as many as the scenario says, else 1`,
	{ least: 1, most: SCENARIO_MAX.seeds, otherwise: undefined },
);

export const PACE: Setting<Pace> = {
	type: "setting",
	placeholder: "PACE",
	help: `machine: the policy decides at once (the default);
human: about once a second of play, as the bots of a class do`,
	parse: (written = "machine") => {
		if (written === "machine" || written === "human") return written;
		throw new UsageError(`There is no pace "${written}"; there are machine and human.`);
	},
};

export const JSON_OUTPUT = flag("everything that was measured, for another program");

export const SVG = text("FILE", "write the same as a picture");

/** The policy that was asked for, else the one that the scenario names. */
export function policyFor({ policy }: Scenario, asked: Policy | undefined): Policy {
	return asked ?? policyNamed(policy);
}

/** The policy of that name, as written on the command line or in a file. */
function policyNamed(id: string): Policy {
	const policy = findPolicy(id);
	if (policy !== undefined) return policy;
	throw new UsageError(
		`There is no policy "${id}"; there are ${POLICIES.map((known) => known.id).join(", ")}.`,
	);
}
