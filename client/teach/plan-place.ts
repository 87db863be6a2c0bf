/** Whether the class is where its plan says, and by how many minutes it is not. */
export type PlanPlace = { readonly is: "onTime" | "ahead" | "behind"; readonly minutes: number };

/**
 * Where a class stands after `nowMinutes`, in the lesson that is planned from `from` to `to`. Before that has
 * begun the class is late as soon as its beginning is past.
 */
export function planPlace(
	nowMinutes: number,
	{ from, to }: { readonly from: number; readonly to: number },
	isBefore: boolean,
): PlanPlace {
	const latest = isBefore ? from : to;
	if (nowMinutes > latest) return { is: "behind", minutes: nowMinutes - latest };
	if (nowMinutes < from && !isBefore) return { is: "ahead", minutes: from - nowMinutes };
	return { is: "onTime", minutes: 0 };
}
