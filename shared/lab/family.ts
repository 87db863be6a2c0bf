import type { ScenarioFile } from "../sim/scenario/scenario-file.ts";
import type { FieldKey, Fields, Value, Values, ValuesOf } from "./field.ts";
import type { MachineValues } from "./machine.ts";

/** Kinds of program that the lab offers, in the order in which it lists them. */
export const FAMILY_IDS = [
	"equal",
	"amdahl",
	"arrivals",
	"lock",
	"race",
	"cache",
	"streams",
	"neighbours",
	"sharing",
	"messages",
	"deadlines",
	"inversion",
] as const;
/** One of FAMILY_IDS. */
export type FamilyId = (typeof FAMILY_IDS)[number];

/**
 * Theory of a program's speed-up. bottleneck: linear up to a limit. scalability: the universal law, fitted to
 * what is measured; for programs that have more threads with more cores.
 */
export type Law =
	| { readonly type: "equalTasks"; readonly tasks: number }
	| { readonly type: "amdahl"; readonly parallelShare: number }
	| { readonly type: "bottleneck"; readonly limit: number }
	| { readonly type: "scalability" };

/** A scenario file without its machine and its policy. */
export type ProgramFile = Omit<ScenarioFile, "$schema" | "title" | "machine" | "policy" | "quantumNs">;

/** What a program may depend on beside its own fields. */
export type Surroundings = {
	readonly machine: MachineValues;
	readonly seed: number;
};

/** A kind of program: its sliders, and the scenario they stand for. */
export type ProgramFamily = {
	readonly id: FamilyId;
	readonly fields: Fields;
	/** Defaults of the common fields with which the family is seen best. */
	readonly standards: Values;
	readonly program: (values: Values, surroundings: Surroundings) => ProgramFile;
	readonly law: ((values: Values) => Law | undefined) | undefined;
};

type FamilySpec<Given extends Fields> = {
	readonly id: FamilyId;
	readonly fields: Given;
	readonly standards?: Values;
	readonly program: (values: ValuesOf<Given>, surroundings: Surroundings) => ProgramFile;
	readonly law?: (values: ValuesOf<Given>) => Law | undefined;
};

/** Creates a family whose program sees only its own fields, typed by name. */
export function family<const Given extends Fields>({
	id,
	fields,
	standards = {},
	program,
	law,
}: FamilySpec<Given>): ProgramFamily {
	const own = (values: Values): ValuesOf<Given> => {
		const entries = Object.entries<Value | undefined>(values).filter(([key]) => (key as FieldKey) in fields);
		return Object.fromEntries(entries) as ValuesOf<Given>;
	};
	return {
		id,
		fields,
		standards,
		program: (values, surroundings) => program(own(values), surroundings),
		law: law === undefined ? undefined : (values) => law(own(values)),
	};
}
