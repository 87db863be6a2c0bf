/** One row of the validation table: the expected figures and how they are measured. */
export type ValidationRow = {
	readonly id: string;
	/**
	 * scenario: a scenario file is parsed and simulated. formula: checks `shared/analysis`. property: holds on
	 * many runs.
	 */
	readonly kind: "scenario" | "formula" | "property";
	readonly what: string;
	/** Source of the expected figures. */
	readonly source: string;
	readonly expected: readonly ExpectedFigure[];
	/** Measures the figures, in the order of `expected`. */
	readonly measure: () => readonly number[];
	/** Whether it takes seconds, because chance averages out only over many runs. */
	readonly isSlow?: boolean;
	/** Why the simulation misses the figures, if that is known and accepted. */
	readonly shortfall?: string;
};

/** A figure with the range that counts as met; `tolerance` describes the range in words. */
export type ExpectedFigure = {
	readonly value: number;
	readonly least: number;
	readonly most: number;
	readonly tolerance: string;
};

/** A row with the figures measured; `ok` if all are within their ranges. */
export type RowResult = {
	readonly id: string;
	readonly kind: ValidationRow["kind"];
	readonly what: string;
	readonly source: string;
	readonly expected: readonly number[];
	readonly got: readonly number[];
	readonly tolerance: string;
	readonly ok: boolean;
	readonly shortfall?: string;
};

/** The same numbers up to the rounding of doubles (1e-6 of the value). */
export function exactly(...values: readonly number[]): ExpectedFigure[] {
	return values.map((value) => {
		const slack = Math.abs(value) * 1e-6;
		return { value, least: value - slack, most: value + slack, tolerance: "exact" };
	});
}

/** Within `percent` per cent of the values. */
export function near(percent: number, ...values: readonly number[]): ExpectedFigure[] {
	return values.map((value) => {
		const slack = (Math.abs(value) * percent) / 100;
		return { value, least: value - slack, most: value + slack, tolerance: `${percent} %` };
	});
}

/** Within `slack` of the values, in their unit. */
export function about(slack: number, ...values: readonly number[]): ExpectedFigure[] {
	return values.map((value) => ({
		value,
		least: value - slack,
		most: value + slack,
		tolerance: `+-${slack}`,
	}));
}

/** Anything from `least` to `most`. */
export function between(least: number, most: number): ExpectedFigure {
	return { value: (least + most) / 2, least, most, tolerance: `${least} to ${most}` };
}

/** Measures a row and compares it with what is expected. */
export function checkRow({ id, kind, what, source, expected, measure, shortfall }: ValidationRow): RowResult {
	const got = measure();
	const ok =
		got.length === expected.length &&
		expected.every(({ least, most }, index) => {
			const value = got[index] ?? Number.NaN;
			return value >= least && value <= most;
		});
	const tolerance = [...new Set(expected.map((each) => each.tolerance))].join(", ");
	const values = expected.map(({ value }) => value);
	const result = { id, kind, what, source, expected: values, got, tolerance, ok };
	return shortfall === undefined ? result : { ...result, shortfall };
}
