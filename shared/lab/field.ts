/** A slider or a choice of the lab. Values are whole numbers, or one of the options. */
export type Field = NumberField | ChoiceField;

/** A slider: `min`, `min` + `step` and so on up to `max`; `standard` is its default. */
export type NumberField = {
	readonly type: "number";
	readonly min: number;
	readonly max: number;
	readonly step: number;
	readonly standard: number;
	readonly unit: Unit;
};

/** A choice; `standard` is its default. */
export type ChoiceField<Option extends string = string> = {
	readonly type: "choice";
	readonly options: readonly Option[];
	readonly standard: Option;
};

/** Units of sliders. playMs: thousandths of a second of play, which are microseconds of the machine. */
export type Unit = "count" | "playMs" | "percent" | "kib" | "gbPerS" | "mbPerS" | "ns" | "perUs" | "seed";

/** A value of a field: a whole number, or one of its options. */
export type Value = number | string;

/** Keys of all fields of all programs; a key means the same thing everywhere. */
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

/** Fields by key. */
export type Fields = { readonly [Key in FieldKey]?: Field };
/** Values by key. */
export type Values = { readonly [Key in FieldKey]?: Value };

/** Values of given fields: a number for a slider, one of its options for a choice. */
export type ValuesOf<Given extends Fields> = {
	readonly [Key in keyof Given]: Given[Key] extends ChoiceField<infer Option> ? Option : number;
};

/** A slider from `min` to `max` in steps of `step`, with the default `standard`. */
export function slider(
	min: number,
	max: number,
	standard: number,
	step = 1,
	unit: Unit = "count",
): NumberField {
	return { type: "number", min, max, step, standard, unit };
}

/** A choice between `options`, with the default `standard`. */
export function choice<const Option extends string>(
	options: readonly Option[],
	standard: NoInfer<Option>,
): ChoiceField<Option> {
	return { type: "choice", options, standard };
}

/** Whether the value is on the slider's scale, or among the options. */
export function fits(field: Field, value: Value | undefined): value is Value {
	if (field.type === "choice") return field.options.some((option) => option === value);
	return (
		typeof value === "number" &&
		value >= field.min &&
		value <= field.max &&
		(value - field.min) % field.step === 0
	);
}
