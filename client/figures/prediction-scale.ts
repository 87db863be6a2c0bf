/** From here on a slider and an axis count in factors rather than in steps. */
const LOG_FROM_RATIO = 50;

/** More numbers than these are not written at a line, but for its beginning. */
const TICKS_MAX = 6;

/** A range of numbers laid on a line from 0 to 1, in factors when it is wide. */
export type PredictionScale = {
	readonly min: number;
	readonly max: number;
	readonly step: number;
	readonly isLog: boolean;
};

export function predictionScale(range: { min: number; max: number; step: number }): PredictionScale {
	const { min, max, step } = range;
	return { min, max, step, isLog: min > 0 && max / min >= LOG_FROM_RATIO };
}

/** Where on the line `value` lies, 0 to 1. */
export function placeOf(scale: PredictionScale, value: number): number {
	const { min, max, isLog } = scale;
	const within = Math.min(max, Math.max(min, value));
	return isLog ? Math.log(within / min) / Math.log(max / min) : (within - min) / (max - min);
}

/** The value at `place`, rounded to three digits that matter and to the range's step. */
export function valueAt(scale: PredictionScale, place: number): number {
	const { min, max, step, isLog } = scale;
	// Rounding must not keep the slider from its end.
	if (place >= 1) return max;
	const exact = isLog ? min * (max / min) ** place : min + place * (max - min);
	const coarse = isLog ? Number(exact.toPrecision(exact < 100 ? 2 : 3)) : Math.round(exact * 10) / 10;
	const stepped = Math.round(coarse / step) * step;
	return Math.min(max, Math.max(min, Number(stepped.toFixed(6))));
}

/** Round numbers to write at the axis. */
export function ticksOf(scale: PredictionScale): number[] {
	const { min, max, isLog } = scale;
	return isLog ? powersWithin(min, max) : stepsWithin(min, max);
}

function powersWithin(min: number, max: number): number[] {
	const first = Math.ceil(Math.log10(min) - 1e-9);
	const last = Math.floor(Math.log10(max) + 1e-9);
	// Negative powers are divided, because 10 ** -1 is not the number that 0.1 is.
	return Array.from({ length: last - first + 1 }, (_, index) => {
		const power = first + index;
		return power < 0 ? 1 / 10 ** -power : 10 ** power;
	});
}

/** Multiples of 1, 2 or 5 times a power of ten, and the beginning of the range. */
function stepsWithin(min: number, max: number): number[] {
	const coarse = (max - min) / (TICKS_MAX - 1);
	const power = 10 ** Math.floor(Math.log10(coarse));
	const apart = [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= coarse) ?? 10 * power;
	const ticks = [min];
	for (let index = Math.floor(min / apart) + 1; index * apart <= max; index++)
		ticks.push(Number((index * apart).toFixed(6)));
	return ticks;
}

/** The number that somebody typed, with a comma or a point, if it is one of the range. */
export function readPrediction(
	typed: string,
	{ min, max }: { readonly min: number; readonly max: number },
): number | undefined {
	const value = typed.trim() === "" ? Number.NaN : Number(typed.replace(",", "."));
	return value >= min && value <= max ? value : undefined;
}

export type Dot = { readonly place: number; readonly level: number; readonly value: number };

/** Values as dots over a line of `columns`: equal and close ones stand on each other, from level 0 up. */
export function stackDots(scale: PredictionScale, values: readonly number[], columns: number): Dot[] {
	const heights = new Map<number, number>();
	return [...values]
		.sort((one, other) => one - other)
		.map((value) => {
			const column = Math.min(columns - 1, Math.floor(placeOf(scale, value) * columns));
			const level = heights.get(column) ?? 0;
			heights.set(column, level + 1);
			return { place: (column + 0.5) / columns, level, value };
		});
}
