/** From here on a slider and an axis count in factors rather than in steps. */
const LOG_FROM_RATIO = 50;

/** Up to here there is a number every five, beyond it there are four. */
const MOST_BY_FIVE = 50;

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
	const apart = max <= MOST_BY_FIVE ? 5 : max / 4;
	if (!isLog)
		return Array.from({ length: Math.floor(max / apart) + 1 }, (_, index) => Math.max(min, index * apart));
	const ticks: number[] = [];
	for (let tick = 1; tick <= max; tick *= 10) if (tick >= min) ticks.push(tick);
	return ticks;
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
