import { describe, expect, test } from "vitest";
import type { ClassFact } from "#shared/class/class-event.ts";
import { type ClassState, emptyClass, presentStudents } from "#shared/class/class-state.ts";
import { foldFacts, openRound } from "#shared/class/open-round.ts";
import { formTeams, nextTeamNumber, teamsOf } from "#shared/class/team.ts";

const joined = (student: string): ClassFact => ({ type: "joined", student, name: student, token: student });
const names = (count: number, from = 0) => Array.from({ length: count }, (_, index) => `s${from + index}`);

function classOf(count: number, change: Partial<ClassState> = {}): ClassState {
	const opened: ClassState = { ...emptyClass(), lessons: ["parallel-work", "locks", "amdahl"], ...change };
	return foldFacts(opened, names(count).map(joined));
}

/** Into that lesson, whose round is opened; `play`: and over. */
function into(state: ClassState, lesson: number, play = true): ClassState {
	const briefed = foldFacts(state, [{ type: "phase", phase: "brief", lesson }]);
	const opened = foldFacts(
		briefed,
		openRound(briefed, { round: `r${lesson}`, seed: 1, part: 0, seats: "dealt" }),
	);
	return play ? foldFacts(opened, [{ type: "roundClosed", round: `r${lesson}`, turns: 9 }]) : opened;
}

const sizesOf = (state: ClassState) => teamsOf(state).map(({ number, members }) => [number, members.length]);
const places = (state: ClassState) => presentStudents(state).map(({ id, place }) => ({ id, ...place }));

describe("teams of a class", () => {
	test.each([
		[5, [[1, 5]]],
		[
			6,
			[
				[1, 3],
				[2, 3],
			],
		],
		[
			13,
			[
				[1, 5],
				[2, 4],
				[3, 4],
			],
		],
		[60, names(12).map((_, index) => [index + 1, 5])],
	])("%i students are evenly spread", (count, expected) => {
		expect(sizesOf(into(classOf(count), 0))).toEqual(expected);
	});

	test("none is of nobody, however many chips are asked for", () => {
		const state = into(classOf(2, { chipsMin: 4 }), 0);
		expect(sizesOf(state)).toEqual([
			[1, 1],
			[2, 1],
		]);
		expect(state.round?.teams).toEqual([1, 2, null, null]);
	});

	test("a class of nobody has none, and its chip is played by bots", () => {
		const state = into(classOf(0), 0);
		expect(teamsOf(state)).toEqual([]);
		expect(state.round?.teams).toEqual([null]);
	});

	test("keep their number and their members through the plan", () => {
		const first = into(classOf(11), 0);
		const third = into(into(first, 1), 2);
		const members = (state: ClassState) =>
			teamsOf(state).map((team) => [team.number, team.members.map(({ id }) => id)]);
		expect(members(third)).toEqual(members(first));
	});

	test("who comes late joins the smallest team, and where all are full a new one", () => {
		const full = into(classOf(9), 0);
		const late = foldFacts(full, [joined("late"), joined("later")]);
		expect([...formTeams(late)]).toEqual([
			["late", 2],
			["later", 3],
		]);
	});

	test("who leaves leaves the team, and the number of a team that nobody is left of is not given away", () => {
		const state = into(classOf(6), 0);
		const left = foldFacts(
			state,
			names(3, 3).map((student): ClassFact => ({ type: "left", student })),
		);
		expect(sizesOf(left)).toEqual([[1, 3]]);
		expect(nextTeamNumber(left)).toBe(3);
		const back = foldFacts(left, [{ type: "returned", student: "s4" }]);
		expect(sizesOf(back)).toEqual([
			[1, 3],
			[2, 1],
		]);
	});

	test("in every lesson somebody else of the team is scheduler", () => {
		let state = classOf(6);
		const schedulers: string[] = [];
		for (const lesson of [0, 1, 2]) {
			state = into(state, lesson);
			schedulers.push(...places(state).flatMap(({ id, seat }) => (seat === 0 ? [id] : [])));
		}
		expect(schedulers.toSorted()).toEqual(names(6));
	});

	test("a lesson that was opened and not played is no turn of a role", () => {
		const opened = into(classOf(5), 0, false);
		expect(places(into(opened, 1, false))).toEqual(places(opened));
	});
});

describe("a round that is opened again", () => {
	const again = (state: ClassState) =>
		foldFacts(state, openRound(state, { round: "again", seed: 1, part: 0, seats: "kept" }));

	test("has everybody in the very seat", () => {
		const played = into(classOf(13), 0);
		expect(places(again(played))).toEqual(places(played));
		expect(again(played).round?.teams).toEqual(played.round?.teams);
	});

	test("has who has changed teams with the new team, and nobody else elsewhere", () => {
		const played = into(classOf(6), 0);
		const moved = foldFacts(played, [{ type: "teamed", student: "s0", team: 2 }]);
		expect(moved.students.get("s0")?.place).toEqual(played.students.get("s0")?.place);
		const next = again(moved);
		expect(next.students.get("s0")?.place?.chip).toBe(1);
		expect(places(next).slice(1)).toEqual(places(played).slice(1));
	});
});
