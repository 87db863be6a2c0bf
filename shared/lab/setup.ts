import type { Scenario } from "../sim/scenario/scenario.ts";
import { parseScenario, type ScenarioFile } from "../sim/scenario/scenario-file.ts";
import type { FamilyId, Law } from "./family.ts";
import {
	type Field,
	type FieldKey,
	type Fields,
	fits,
	type Value,
	type Values,
	type ValuesOf,
} from "./field.ts";
import { CORES_MAX, MACHINE_FIELDS, machineOf, POLICY_FIELDS } from "./machine.ts";
import { NS_PER_PLAY_MS } from "./parts.ts";
import { FAMILIES } from "./table.ts";

/** A machine, a program and a policy as set by the lab's sliders; every field of the family has a valid value. */
export type Setup = { readonly family: FamilyId; readonly values: Values };

const COMMON_FIELDS = { ...MACHINE_FIELDS, ...POLICY_FIELDS };
type CommonValues = ValuesOf<typeof COMMON_FIELDS>;

/** All fields of a family's set-ups with the family's defaults, in the order shown. */
export function fieldsOf(family: FamilyId): Fields {
	const { fields, standards } = FAMILIES[family];
	const all: [string, Field][] = Object.entries({ ...fields, ...COMMON_FIELDS });
	return Object.fromEntries(
		all.map(([key, field]) => [key, { ...field, standard: standards[key as FieldKey] ?? field.standard }]),
	);
}

/** The family with its defaults. */
export function standardSetup(family: FamilyId): Setup {
	const entries = Object.entries(fieldsOf(family)).map(([key, field]) => [key, field.standard]);
	return { family, values: Object.fromEntries(entries) };
}

/**
 * Changes one field. Cores of one kind give way to those of the other, and at least one core remains. Throws if
 * the field cannot have the value.
 */
export function withValue({ family, values }: Setup, key: FieldKey, value: Value): Setup {
	if (!fits(fieldsOf(family)[key] as Field, value)) throw new Error(`${key} of ${family} cannot be ${value}`);
	const next = { ...values, [key]: value };
	const { pCores, eCores } = next as CommonValues;
	if (key === "pCores") next.eCores = Math.min(Math.max(eCores, pCores === 0 ? 1 : 0), CORES_MAX - pCores);
	if (key === "eCores") next.pCores = Math.min(Math.max(pCores, eCores === 0 ? 1 : 0), CORES_MAX - eCores);
	return { family, values: next };
}

/** The set-up of another family: its defaults and the same seed. */
export function withFamily(setup: Setup, family: FamilyId): Setup {
	return { family, values: { ...standardSetup(family).values, seed: setup.values.seed ?? 1 } };
}

/** The scenario file of a set-up; fields with default values are left out, so that people can read it. */
export function scenarioFileOf({ family, values }: Setup): ScenarioFile {
	const common = values as CommonValues;
	return {
		title: `Lab: ${family}`,
		machine: machineOf(common),
		...FAMILIES[family].program(values, { machine: common, seed: common.seed }),
		policy: common.policy,
		quantumNs: common.quantumMs * NS_PER_PLAY_MS,
	};
}

/** The scenario of a set-up. Throws if it is not valid, which only a fault of the family can cause. */
export function scenarioOf(setup: Setup): Scenario {
	const parsed = parseScenario(scenarioFileOf(setup));
	if (!parsed.ok)
		throw new Error(`${setup.family} ${JSON.stringify(setup.values)}: ${parsed.reason.join("; ")}`);
	return parsed.value;
}

/** Theory of the set-up's speed-up; undefined if there is none. */
export function lawOf({ family, values }: Setup): Law | undefined {
	return FAMILIES[family].law?.(values);
}

/** Keys of the fields in which two set-ups differ. Looks at the fields of `one`'s family only. */
export function differences(one: Setup, other: Setup): FieldKey[] {
	const keys = Object.keys(fieldsOf(one.family)) as FieldKey[];
	return keys.filter((key) => one.values[key] !== other.values[key]);
}
