import type { z } from "zod";
import { prpCurve } from "../analysis/prp.ts";
import type { DeepReadonly } from "../lib/deep-readonly.ts";
import { mean, sum } from "../lib/statistics.ts";
import type { classResultFile } from "./class-result-file.ts";
import type { PersonMeans } from "./person.ts";
import { VERDICTS, type Verdict } from "./verdict.ts";

/** Fewest people whose times are shown: in a mean of two, each could compute the other's. */
export const PEOPLE_FOR_POINTS = 3;
/** Fewest people for a fit; with fewer only the points are shown. */
export const PEOPLE_FOR_FIT = 8;

/** Result of a class's experiment: anonymous, and without times if too few people count. */
export type ClassResult = DeepReadonly<z.infer<typeof classResultFile>>;

/** Result of all who took part or sat out. */
export function classResult(people: readonly PersonMeans[]): ClassResult {
	const all = people.filter(({ verdict }) => verdict === "counted");
	const counted = all.length < PEOPLE_FOR_POINTS ? [] : all;
	const curve = counted.length === 0 ? undefined : prpCurve(counted.map(({ points }) => points));
	const points = curve?.points ?? [];
	const search = searchMeans(counted);
	const kept = sum(counted.map((person) => person.kept));
	const first = points[0];
	const last = points.at(-1);
	const isFit = counted.length >= PEOPLE_FOR_FIT;
	return {
		verdicts: countVerdicts(people),
		kept,
		dropped: sum(counted.map((person) => person.done)) - kept,
		points,
		search,
		searchMsPerItem: msPerItem(search),
		fit:
			isFit && curve !== undefined && first !== undefined && last !== undefined
				? {
						effectMs: curve.effectMs,
						effectMarginMs: curve.effectMarginMs,
						slope: curve.slope,
						rt1RiseMs: last.rt1Ms - first.rt1Ms,
						groupedShare: sum(counted.map((person) => person.grouped)) / kept,
					}
				: null,
	};
}

/** Number of people who took part or sat out, whether or not their times count. */
export function peopleOf({ verdicts }: ClassResult): number {
	return sum(Object.values(verdicts));
}

function countVerdicts(people: readonly PersonMeans[]): Record<Verdict, number> {
	const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
	for (const { verdict } of people) counts[verdict] += 1;
	return counts;
}

/** Means over people of their own means, for people who answered every size, so that all sizes have the same people. */
function searchMeans(people: readonly PersonMeans[]): ClassResult["search"] {
	const most = Math.max(0, ...people.map(({ search }) => search.length));
	const whole = people.filter(({ search }) => search.length === most);
	return (whole[0]?.search ?? []).map(({ items }, index) => ({
		items,
		rtMs: mean(whole.map(({ search }) => search[index]?.rtMs ?? 0)),
	}));
}

/** Slope of the search time per item by least squares, in ms; null with fewer than two sizes. */
export function msPerItem(points: ClassResult["search"]): number | null {
	if (points.length < 2) return null;
	const itemsMean = mean(points.map(({ items }) => items));
	const rtMean = mean(points.map(({ rtMs }) => rtMs));
	const covariance = sum(points.map(({ items, rtMs }) => (items - itemsMean) * (rtMs - rtMean)));
	return covariance / sum(points.map(({ items }) => (items - itemsMean) ** 2));
}
