/** One measured figure. `goal`: what DESIGN.md asks for, where it does; `atMost` or `atLeast`. */
export type Figure = {
	readonly id: string;
	readonly what: string;
	readonly value: number;
	readonly unit: string;
	/** Said instead of a value that there is not. */
	readonly missing?: string;
	readonly atMost?: number;
	readonly atLeast?: number;
};

/** The value rounded to three digits, as people read it. */
export function showFigure({ value, unit, missing = "not measured" }: Figure): string {
	if (!Number.isFinite(value)) return missing;
	const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
	return `${value.toLocaleString("en", { maximumFractionDigits: digits })} ${unit}`;
}

export function isReached({ value, atMost, atLeast }: Figure): boolean {
	return (atMost === undefined || value <= atMost) && (atLeast === undefined || value >= atLeast);
}
