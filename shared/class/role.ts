/** Where a student sat in a lesson of the plan, if the round was played: the seat, 0 being the scheduler's. */
export type PlayedRole = { readonly lesson: number; readonly seat: number };

/** A student as far as the roles go. */
type Rotating = { readonly id: string; readonly roles: readonly PlayedRole[] };

/**
 * Deals the seats of a chip, or as many as there are people, within a team. Whoever was scheduler is not again
 * before the others were; of those the one for whom it is the longest ago is, then who joined second, and so on. Cores move on
 * by one with every lesson that was played. Who is alone alternates between a core and the scheduler. Students
 * beyond the last seat get none.
 */
export function dealRoles(members: readonly Rotating[], seats: readonly number[]): Map<string, number> {
	const cores = seats.filter((seat) => seat !== 0);
	const leader = seats.includes(0) ? nextScheduler(members, cores.length > 0) : undefined;
	const others = members.filter((member) => member !== leader);
	const moved = Math.max(0, ...members.map(({ roles }) => roles.length));
	const places = new Map<string, number>();
	if (leader !== undefined) places.set(leader.id, 0);
	const taken = cores.slice(0, others.length);
	others.slice(0, taken.length).forEach(({ id }, index) => {
		const seat = taken[(index + moved) % taken.length];
		if (seat !== undefined) places.set(id, seat);
	});
	return places;
}

function nextScheduler<Member extends Rotating>(
	members: readonly Member[],
	hasCores: boolean,
): Member | undefined {
	const [first] = members;
	if (first === undefined) return undefined;
	if (members.length === 1 && hasCores && (first.roles.at(-1)?.seat ?? 0) === 0) return undefined;
	// The first who joins is a core, because cores are where the work is; the second is the scheduler.
	return [...members.slice(1), first].reduce((least, member) =>
		isBefore(scheduled(member), scheduled(least)) ? member : least,
	);
}

/** How often the student was scheduler, and in which lesson last; -1 if never. */
function scheduled({ roles }: Rotating): readonly [times: number, last: number] {
	const lessons = roles.filter(({ seat }) => seat === 0).map(({ lesson }) => lesson);
	return [lessons.length, lessons.at(-1) ?? -1];
}

function isBefore(
	[times, last]: readonly [number, number],
	[otherTimes, otherLast]: readonly [number, number],
): boolean {
	return times < otherTimes || (times === otherTimes && last < otherLast);
}
