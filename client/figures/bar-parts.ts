import { sumOf } from "#shared/lib/statistics.ts";
import { CAUSES, type Cause, type CauseBar } from "#shared/sim/chip/chip.ts";

/** A part of a bar: `percent` has one decimal, and the parts of a bar sum to exactly 100. */
export type BarPart = { readonly cause: Cause; readonly percent: number };

/** The causes that took any time, as percentages by largest remainder, in the order of CAUSES. */
export function barParts(causes: CauseBar): BarPart[] {
	const totalNs = sumOf(CAUSES, (cause) => causes[cause]);
	if (totalNs === 0) return [];
	const exact = CAUSES.map((cause) => ({ cause, exact: (causes[cause] / totalNs) * 1000 }));
	const whole = exact.map((part) => ({ ...part, permille: Math.floor(part.exact) }));
	let missing = 1000 - sumOf(whole, ({ permille }) => permille);
	const byRemainder = [...whole].sort((one, other) => (other.exact % 1) - (one.exact % 1));
	for (const part of byRemainder) {
		if (missing === 0) break;
		part.permille += 1;
		missing -= 1;
	}
	return whole
		.filter(({ permille }) => permille > 0)
		.map(({ cause, permille }) => ({ cause, percent: permille / 10 }));
}

/** Whole percentages, in the same order, that still sum to 100. */
export function wholePercents(parts: readonly BarPart[]): BarPart[] {
	let exact = 0;
	let shown = 0;
	return parts.map(({ cause, percent }) => {
		exact += percent;
		const whole = Math.round(exact) - shown;
		shown += whole;
		return { cause, percent: whole };
	});
}
