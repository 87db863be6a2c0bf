import type { z } from "zod";
import { prpCurve } from "../analysis/prp.ts";
import type { DeepReadonly } from "../lib/deep-readonly.ts";
import { mean, sum } from "../lib/statistics.ts";
import type { classResultFile } from "./class-result-file.ts";
import type { PersonMeans } from "./person.ts";
import { VERDICTS, type Verdict } from "./verdict.ts";

/** The times of fewer people than this are nobody else's business: a mean of two tells one about the other. */
export const PEOPLE_FOR_POINTS = 3;
/** Fewer people than this give points, and nothing fitted to them. */
export const PEOPLE_FOR_FIT = 8;

/** What a class measured on itself: of nobody in particular, and with no times where too few people count. */
export type ClassResult = DeepReadonly<z.infer<typeof classResultFile>>;

/** The result of all who took part or said that they would not. */
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

/** How many took part or said that they would not, whether their times count or not. */
export function peopleOf({ verdicts }: ClassResult): number {
	return sum(Object.values(verdicts));
}

function countVerdicts(people: readonly PersonMeans[]): Record<Verdict, number> {
	const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
	for (const { verdict } of people) counts[verdict] += 1;
	return counts;
}

/** Over people, of their own means; of people who answered every size, so that all sizes are of the same people. */
function searchMeans(people: readonly PersonMeans[]): ClassResult["search"] {
	const most = Math.max(0, ...people.map(({ search }) => search.length));
	const whole = people.filter(({ search }) => search.length === most);
	return (whole[0]?.search ?? []).map(({ items }, index) => ({
		items,
		rtMs: mean(whole.map(({ search }) => search[index]?.rtMs ?? 0)),
	}));
}

/** By how much each further item lengthens the search (least squares); null without two sizes. */
export function msPerItem(points: ClassResult["search"]): number | null {
	if (points.length < 2) return null;
	const itemsMean = mean(points.map(({ items }) => items));
	const rtMean = mean(points.map(({ rtMs }) => rtMs));
	const covariance = sum(points.map(({ items, rtMs }) => (items - itemsMean) * (rtMs - rtMean)));
	return covariance / sum(points.map(({ items }) => (items - itemsMean) ** 2));
}
