/** One row of the validation table: what must come out, and how it is measured. */
export type ValidationRow = {
	readonly id: string;
	/** scenario: a scenario file through parser and simulation. formula: `shared/analysis`. property: holds on many runs. */
	readonly kind: "scenario" | "formula" | "property";
	readonly what: string;
	/** Where the expected figures come from. */
	readonly source: string;
	readonly expected: readonly ExpectedFigure[];
	/** The figures, in the order of `expected`. */
	readonly measure: () => readonly number[];
	/** Takes seconds, because chance averages out only over many runs. */
	readonly isSlow?: boolean;
	/** Why the simulation does not meet it, where that is known and stays so. */
	readonly shortfall?: string;
};

/** A figure and the least and the most that still count as met; `tolerance` says so in words. */
export type ExpectedFigure = {
	readonly value: number;
	readonly least: number;
	readonly most: number;
	readonly tolerance: string;
};

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

/** The same number, but for the rounding of doubles. */
export function exactly(...values: readonly number[]): ExpectedFigure[] {
	return values.map((value) => {
		const slack = Math.abs(value) * 1e-6;
		return { value, least: value - slack, most: value + slack, tolerance: "exact" };
	});
}

/** Within so many per cent. */
export function near(percent: number, ...values: readonly number[]): ExpectedFigure[] {
	return values.map((value) => {
		const slack = (Math.abs(value) * percent) / 100;
		return { value, least: value - slack, most: value + slack, tolerance: `${percent} %` };
	});
}

/** Within so much. */
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

/** Measures a row. */
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
