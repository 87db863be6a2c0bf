import { numberAt } from "../../lib/assert.ts";
import { power } from "../../lib/exact-math.ts";
import { unreachable } from "../../lib/unreachable.ts";
import type { MissTable } from "../chip/memory-state.ts";
import type { ProcessSpec } from "../scenario/scenario.ts";

const STEPS = 256;

/** Tabulates the miss curve of a process; power laws at 257 points with linear interpolation. */
export function tabulate({ missCurve, workingSetKib }: ProcessSpec): MissTable {
	const straight = {
		workingSetKib,
		isStream: false,
		isStep: false,
		floor: 0,
		points: undefined,
		atKib: [],
		shares: [],
	};
	switch (missCurve.type) {
		case "stream":
			return { ...straight, isStream: true, floor: 1 };
		case "step":
			return { ...straight, isStep: true };
		case "linear":
			return { ...straight, floor: missCurve.floor };
		case "power": {
			const { kneeKib, alpha, floor } = missCurve;
			const end = power(1 + workingSetKib / kneeKib, -alpha);
			const points = Float64Array.from({ length: STEPS + 1 }, (_, step) => {
				const left = power(1 + (workingSetKib * step) / STEPS / kneeKib, -alpha);
				return floor + ((1 - floor) * (left - end)) / (1 - end);
			});
			return { ...straight, floor, points };
		}
		case "table": {
			const table = {
				...straight,
				atKib: missCurve.points.map(([kib]) => kib),
				shares: missCurve.points.map(([, share]) => share),
			};
			return { ...table, floor: measured(table, workingSetKib) };
		}
		default:
			return unreachable(missCurve);
	}
}

/** Share of first-level misses that `kib` of cache do not catch, 0 to 1. */
export function missRatio(table: MissTable, kib: number): number {
	if (table.isStream) return 1;
	if (kib >= table.workingSetKib) return table.floor;
	if (table.isStep) return 1;
	if (table.shares.length > 0) return measured(table, kib);
	if (table.points === undefined) return Math.max(table.floor, 1 - kib / table.workingSetKib);
	const place = (kib / table.workingSetKib) * STEPS;
	const step = Math.floor(place);
	const left = table.points[step] ?? table.floor;
	const right = table.points[step + 1] ?? table.floor;
	return left + (right - left) * (place - step);
}

/** Linear between the two points around `kib`, constant after the last. */
function measured({ atKib, shares }: Pick<MissTable, "atKib" | "shares">, kib: number): number {
	let low = 0;
	let high = atKib.length;
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (numberAt(atKib, middle) <= kib) low = middle;
		else high = middle;
	}
	const left = numberAt(shares, low);
	if (high === atKib.length) return left;
	const fromKib = numberAt(atKib, low);
	return left + ((numberAt(shares, high) - left) * (kib - fromKib)) / (numberAt(atKib, high) - fromKib);
}
