import type { ClassState, Student } from "./class-state.ts";
import { TEAMS_MAX } from "./team-size.ts";

/** Students who play together through a plan. Its number, from 1, stays, and gives its name and its colour. */
export type Team = {
	readonly number: number;
	/** Who is here, in order of joining the class. Never empty. */
	readonly members: readonly Student[];
};

/** The teams of everybody here, by number. A team that nobody is left of is none. */
export function teamsOf({ students }: Pick<ClassState, "students">): Team[] {
	const members = new Map<number, Student[]>();
	for (const student of students.values())
		if (student.present && student.team !== undefined)
			members.set(student.team, [...(members.get(student.team) ?? []), student]);
	return [...members]
		.map(([number, here]) => ({ number, members: here }))
		.sort((one, other) => one.number - other.number);
}

/** The number of the next team: one that no team has had, as long as there are any. */
export function nextTeamNumber({ students }: Pick<ClassState, "students">): number {
	const had = [...students.values()].flatMap(({ team }) => team ?? []);
	return unusedNumber(new Set(had), new Set(teamsOf({ students }).map(({ number }) => number)));
}

/** Which team each student without one joins, by student. */
export type TeamChoices = ReadonlyMap<string, number>;

/**
 * Finds a team for everybody here who has none. The first teams are formed of those who joined after one another,
 * none larger than another by more than one; there are `chipsMin` at least, unless one would be of nobody. Later
 * each joins the smallest team, or a new one where all have `teamSize`.
 */
export function formTeams(state: Pick<ClassState, "students" | "teamSize" | "chipsMin">): TeamChoices {
	const teams = teamsOf(state);
	const alone = [...state.students.values()].filter(({ present, team }) => present && team === undefined);
	return teams.length === 0 ? firstTeams(alone, state) : joinTeams(alone, teams, state);
}

/** The teams of a class that has played without any: whoever shared a chip. */
export function teamsByChip({ students }: Pick<ClassState, "students">): TeamChoices {
	const choices = new Map<string, number>();
	for (const { id, present, place } of students.values())
		if (present && place !== undefined) choices.set(id, place.chip + 1);
	return choices;
}

function firstTeams(
	students: readonly Student[],
	{ teamSize, chipsMin }: Pick<ClassState, "teamSize" | "chipsMin">,
): TeamChoices {
	const wanted = Math.max(Math.ceil(students.length / teamSize), chipsMin);
	const count = Math.min(wanted, students.length, TEAMS_MAX);
	return new Map(students.map(({ id }, index) => [id, 1 + Math.floor((index * count) / students.length)]));
}

function joinTeams(
	students: readonly Student[],
	teams: readonly Team[],
	{ students: all, teamSize }: Pick<ClassState, "students" | "teamSize">,
): TeamChoices {
	const sizes = new Map(teams.map(({ number, members }) => [number, members.length]));
	const had = new Set([...all.values()].flatMap(({ team }) => team ?? []));
	const choices = new Map<string, number>();
	for (const { id } of students) {
		const [smallest, size] = [...sizes].reduce((least, one) => (one[1] < least[1] ? one : least));
		const isNew = size >= teamSize && sizes.size < TEAMS_MAX;
		const team = isNew ? unusedNumber(had, new Set(sizes.keys())) : smallest;
		had.add(team);
		sizes.set(team, (sizes.get(team) ?? 0) + 1);
		choices.set(id, team);
	}
	return choices;
}

/** The first number that no team had; with none left, the first that none has now. */
function unusedNumber(had: ReadonlySet<number>, taken: ReadonlySet<number>): number {
	const numbers = Array.from({ length: TEAMS_MAX }, (_, index) => index + 1);
	return numbers.find((number) => !had.has(number)) ?? numbers.find((number) => !taken.has(number)) ?? 1;
}
