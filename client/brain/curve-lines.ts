import type { PrpPoint, Trial } from "#shared/analysis/prp.ts";
import { referenceRt2Ms } from "#shared/analysis/prp-reference.ts";
import { runDualTask } from "#shared/brain/run-dual-task.ts";
import type { DualTaskTimes } from "#shared/lessons/brain.ts";

/** What a plot of reaction times against the gap between the stimuli shows; all times in ms. */
export type CurveLines = {
	readonly gapsMs: readonly number[];
	/** The second reaction time of the 473 others; of the chip; and of a queue with slope -1 from the first point. */
	readonly reference: readonly (number | null)[];
	readonly chip: readonly (number | null)[];
	readonly guide: readonly (number | null)[];
	/** Range of times that everything fits in. */
	readonly fromMs: number;
	readonly toMs: number;
};

const STEP_MS = 25;
export const GAP_MS_MAX = 900;
/** Room above and below, and round numbers at the ends. */
const ROUND_MS = 100;

/** `stages`: of the chip that is drawn, if any. `points`: of the class, with a guide through them if `guided`. */
export function curveLines(
	points: readonly PrpPoint[],
	own: readonly Trial[],
	options: {
		readonly times: DualTaskTimes | undefined;
		readonly guided: boolean;
		readonly reference: boolean;
	},
): CurveLines {
	const { times } = options;
	const gapsMs = Array.from({ length: GAP_MS_MAX / STEP_MS + 1 }, (_, index) => index * STEP_MS);
	const reference = gapsMs.map((gapMs) => (options.reference ? referenceRt2Ms(gapMs) : null));
	const chip = gapsMs.map((gapMs) => (times === undefined ? null : runDualTask(times, gapMs).rt2Ms));
	const guide = gapsMs.map((gapMs) => (options.guided ? guideAt(points, gapMs) : null));
	const shown = [
		...points.flatMap((point) => [
			point.rt1Ms - point.rt1MarginMs,
			point.rt1Ms + point.rt1MarginMs,
			point.rt2Ms - point.rt2MarginMs,
			point.rt2Ms + point.rt2MarginMs,
		]),
		...own.flatMap(({ rt1Ms, rt2Ms }) => [rt1Ms, rt2Ms]),
		...[...reference, ...chip].flatMap((ms) => ms ?? []),
	];
	return {
		gapsMs,
		reference,
		chip,
		guide,
		fromMs: Math.max(0, Math.floor(Math.min(...shown) / ROUND_MS) * ROUND_MS),
		toMs: Math.ceil(Math.max(...shown) / ROUND_MS) * ROUND_MS,
	};
}

/** A pure queue: each ms of gap is a ms less of waiting, down to what the last point needs without waiting. */
function guideAt(points: readonly PrpPoint[], gapMs: number): number | null {
	const [first, last] = [points[0], points.at(-1)];
	if (first === undefined || last === undefined) return null;
	const rt2Ms = first.rt2Ms - (gapMs - first.shownMs);
	return rt2Ms < last.rt2Ms ? null : rt2Ms;
}
