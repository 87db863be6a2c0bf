import { sum, sumOf } from "#shared/lib/statistics.ts";
import type { Lanes } from "#shared/result/lanes.ts";
import { CAUSES, type Cause, type CauseBar } from "#shared/sim/chip/chip.ts";

/** Finer differences than this cannot be seen in a lane. */
const PARTS_PER_STEP = 8;

/** Some steps in which a core's time went to the same: shares in eighths, which sum to 8. */
export type LaneCell = {
	readonly steps: number;
	readonly parts: readonly { readonly cause: Cause; readonly eighths: number }[];
};

/** A lane from step `from` up to `to`, as the fewest cells. */
export function cellsOf(lane: readonly CauseBar[], from: number, to: number): LaneCell[] {
	const cells: LaneCell[] = [];
	for (const bar of lane.slice(from, to)) {
		const parts = partsOf(bar);
		const last = cells.at(-1);
		if (last !== undefined && looksOf(last.parts) === looksOf(parts))
			cells[cells.length - 1] = { ...last, steps: last.steps + 1 };
		else cells.push({ steps: 1, parts });
	}
	return cells;
}

/** Causes that take any visible time in the lanes between the steps. */
export function causesIn(lanes: Lanes, from: number, to: number): Cause[] {
	const cells = lanes.flatMap((lane) => cellsOf(lane, from, to));
	return CAUSES.filter((cause) => cells.some(({ parts }) => parts.some((part) => part.cause === cause)));
}

function looksOf(parts: LaneCell["parts"]): string {
	return parts.map(({ cause, eighths }) => `${cause}${eighths}`).join();
}

/** Largest remainders, so that the eighths sum to eight whatever the shares. */
function partsOf(bar: CauseBar): LaneCell["parts"] {
	const totalNs = sumOf(CAUSES, (cause) => bar[cause]);
	if (totalNs === 0) return [];
	const exact = CAUSES.map((cause) => (bar[cause] / totalNs) * PARTS_PER_STEP);
	const whole = exact.map(Math.floor);
	const byRemainder = exact
		.map((value, index) => ({ index, rest: value - Math.floor(value) }))
		.sort((one, other) => other.rest - one.rest);
	let missing = PARTS_PER_STEP - sum(whole);
	for (const { index } of byRemainder) {
		if (missing-- <= 0) break;
		whole[index] = (whole[index] ?? 0) + 1;
	}
	return CAUSES.flatMap((cause, index) => {
		const eighths = whole[index] ?? 0;
		return eighths === 0 ? [] : [{ cause, eighths }];
	});
}
