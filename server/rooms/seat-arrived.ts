import type { ClassFact } from "#shared/class/class-event.ts";
import {
	type ClassState,
	currentLessonId,
	isUndecided,
	presentStudents,
	type Student,
} from "#shared/class/class-state.ts";
import { anySeat, seatOnEmptyChip, seatWithTeam } from "#shared/class/free-seat.ts";
import { openRound, seatedOf } from "#shared/class/open-round.ts";
import { formTeams, nextTeamNumber, teamsOf } from "#shared/class/team.ts";
import { TEAM_SIZE_MAX } from "#shared/class/team-size.ts";
import { isPlayed } from "#shared/lessons/kind.ts";
import { lessonById } from "#shared/lessons/table.ts";

/**
 * Returns the facts that seat a student in the open round: their own seat back from its bot, else a bot's, with their
 * team or one that they join, else, while nothing is played yet, the round under the id `round` with more chips. With
 * none of these they watch. While play goes on the bot keeps the seat until its student has predicted, or has chosen
 * not to.
 */
export function seatArrived(state: ClassState, id: string, round: string): readonly ClassFact[] {
	const student = state.students.get(id);
	if (!isPlayed(lessonById(currentLessonId(state)))) return [];
	if (state.round === undefined || state.round.closed || student === undefined) return [];
	const waits = state.phase === "play" && isUndecided(student);
	if (student.place !== undefined) {
		return student.bot && !waits ? [{ type: "botDrives", student: id, bot: false }] : [];
	}
	const seated = seatNewly(state, student, round);
	const isSeated = seated.some(({ type }) => type === "seated");
	return waits && isSeated ? [{ type: "botDrives", student: id, bot: true }, ...seated] : seated;
}

function seatNewly(state: ClassState, { id, team }: Student, round: string): readonly ClassFact[] {
	const own = teamsOf(state).find(({ number }) => number === team);
	const hasRoom = own !== undefined && own.members.length <= TEAM_SIZE_MAX;
	const seated = hasRoom ? sit(state, id, own.number) : joinAndSit(state, id);
	if (seated !== undefined) return seated;
	if (state.phase === "brief" || state.phase === "predict") return dealAgain(state, round);
	const place = anySeat(tableOf(state));
	return place === undefined ? [] : [...joinSmallest(state, id), { type: "seated", student: id, place }];
}

/** Opens the round that nobody has played yet once more, for everybody here. */
export function dealAgain(state: ClassState, round: string): readonly ClassFact[] {
	if (state.round === undefined) return [];
	const { seed, part } = state.round.header;
	return openRound(state, { round, seed, part, seats: "dealt" });
}

function tableOf(state: ClassState) {
	const students = presentStudents(state).map(seatedOf);
	return { lesson: lessonById(currentLessonId(state)), teams: state.round?.teams ?? [], students };
}

function sit(state: ClassState, student: string, team: number | null): ClassFact[] | undefined {
	const table = tableOf(state);
	const place = seatWithTeam(table, team) ?? seatOnEmptyChip(table);
	return place && [{ type: "seated", student, place }];
}

/** The smallest team with a free seat, as long as it is not full; then a chip that nobody plays, with a new team. */
function joinAndSit(state: ClassState, student: string): ClassFact[] | undefined {
	if (state.kind === "practice" || teamsOf(state).length === 0) return sit(state, student, null);
	const table = tableOf(state);
	const teams = teamsOf(state)
		.filter(({ members }) => members.length < sizeMaxOf(state))
		.sort((one, other) => one.members.length - other.members.length || one.number - other.number);
	for (const { number: team } of teams) {
		const place = seatWithTeam(table, team);
		if (place !== undefined)
			return [
				{ type: "teamed", student, team },
				{ type: "seated", student, place },
			];
	}
	const place = seatOnEmptyChip(table);
	if (place === undefined) return undefined;
	return [
		{ type: "teamed", student, team: nextTeamNumber(state) },
		{ type: "seated", student, place },
	];
}

/** While nothing is played another team can still be made; later every seat that a bot has is better than to watch. */
function sizeMaxOf({ phase, teamSize }: ClassState): number {
	return phase === "brief" || phase === "predict" ? teamSize : TEAM_SIZE_MAX;
}

function joinSmallest(state: ClassState, student: string): ClassFact[] {
	if (state.kind === "practice" || state.students.get(student)?.team !== undefined) return [];
	const team = formTeams(state).get(student);
	return team === undefined ? [] : [{ type: "teamed", student, team }];
}
