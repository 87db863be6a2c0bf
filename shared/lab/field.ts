/** What a slider or a choice of the lab sets. Values are whole numbers, or one of the options. */
export type Field = NumberField | ChoiceField;

export type NumberField = {
	readonly type: "number";
	readonly min: number;
	readonly max: number;
	readonly step: number;
	readonly standard: number;
	readonly unit: Unit;
};

export type ChoiceField<Option extends string = string> = {
	readonly type: "choice";
	readonly options: readonly Option[];
	readonly standard: Option;
};

/** playMs: thousandths of a second of play, which are microseconds of the machine. */
export type Unit = "count" | "playMs" | "percent" | "kib" | "gbPerS" | "mbPerS" | "ns" | "perUs" | "seed";

export type Value = number | string;

/** Every field of every program has a key of its own; the same key means the same thing everywhere. */
export type FieldKey =
	| "pCores"
	| "eCores"
	| "privateKib"
	| "l3Kib"
	| "reservedPercent"
	| "bandwidthGbPerS"
	| "switchNs"
	| "policy"
	| "quantumMs"
	| "seed"
	| "tasks"
	| "taskMs"
	| "unevenPercent"
	| "parallelPercent"
	| "parts"
	| "workMs"
	| "programs"
	| "gapMs"
	| "spread"
	| "threadsPerCore"
	| "thinkMs"
	| "holdMs"
	| "waiting"
	| "stripes"
	| "hungryTasks"
	| "calmTasks"
	| "workingSetKib"
	| "accessesPerUs"
	| "missesInFlight"
	| "streams"
	| "capMbPerS"
	| "writesPerUs"
	| "layout"
	| "deadlineMs"
	| "background"
	| "pairs"
	| "messageKib"
	| "between"
	| "writers"
	| "windowNs"
	| "guard"
	| "middleMs"
	| "inherits";

export type Fields = { readonly [Key in FieldKey]?: Field };
export type Values = { readonly [Key in FieldKey]?: Value };

/** The values that belong to given fields: a number for a slider, one of its options for a choice. */
export type ValuesOf<Given extends Fields> = {
	readonly [Key in keyof Given]: Given[Key] extends ChoiceField<infer Option> ? Option : number;
};

export function slider(
	min: number,
	max: number,
	standard: number,
	step = 1,
	unit: Unit = "count",
): NumberField {
	return { type: "number", min, max, step, standard, unit };
}

export function choice<const Option extends string>(
	options: readonly Option[],
	standard: NoInfer<Option>,
): ChoiceField<Option> {
	return { type: "choice", options, standard };
}

/** Whether the field can have that value. */
export function fits(field: Field, value: Value | undefined): value is Value {
	if (field.type === "choice") return field.options.some((option) => option === value);
	return (
		typeof value === "number" &&
		value >= field.min &&
		value <= field.max &&
		(value - field.min) % field.step === 0
	);
}
