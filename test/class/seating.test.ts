import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anySeat, keepSeats, seatOnEmptyChip, seatWithTeam } from "#shared/class/free-seat.ts";
import { chipsNeeded, dealSeats, type Seatable, seatsForPeople } from "#shared/class/seating.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { holds } from "../setup/holds.ts";

const ordinary = lessonById("parallel-work");
const sizes = lessonById("amdahl");

/** Teams of so many, numbered from 1; their members are called 1.0, 1.1, 2.0 ... */
function teams(...counts: readonly number[]): Seatable[] {
	return counts.flatMap((count, index) =>
		Array.from({ length: count }, (_, member) => ({
			id: `${index + 1}.${member}`,
			team: index + 1,
			roles: [],
		})),
	);
}

describe("seats of teams", () => {
	test("every team has a chip, in order of their numbers, and there one of it is the scheduler, the second who joined", () => {
		expect(dealSeats(ordinary, 2, teams(3, 2))).toEqual({
			teams: [1, 2],
			places: [
				{ student: "1.1", chip: 0, seat: 0 },
				{ student: "1.0", chip: 0, seat: 1 },
				{ student: "1.2", chip: 0, seat: 2 },
				{ student: "2.1", chip: 1, seat: 0 },
				{ student: "2.0", chip: 1, seat: 1 },
			],
		});
	});

	test("a chip that nobody plays has no team", () => {
		expect(dealSeats(ordinary, 3, teams(1)).teams).toEqual([1, null, null]);
	});

	test("where sizes differ the largest teams choose first, each the first chip with seats for all of it", () => {
		// Chips of 4, 2, 8 and 1 cores; the last one is the measure.
		const { teams: byChip, places } = dealSeats(sizes, 4, teams(5, 3, 5));
		expect(byChip).toEqual([1, 2, 3, null]);
		expect(places.length).toBe(13);
		expect(dealSeats(sizes, 4, teams(3)).teams).toEqual([1, null, null, null]);
	});

	test("a team that fits nowhere is spread, first over chips that nobody plays", () => {
		const { teams: byChip, places } = dealSeats(sizes, 4, teams(5, 5, 5));
		expect(byChip).toEqual([1, 3, 2, null]);
		const third = places.filter(({ student }) => student.startsWith("3."));
		expect(third.map(({ chip }) => chip)).toEqual([1, 1, 1, 2, 2]);
	});

	test.each([
		["one for each team", ordinary, 1, [5, 5, 1], 3],
		["one at least, for nobody", ordinary, 1, [], 1],
		["as many as are asked for", ordinary, 4, [3], 4],
		["sixteen at most", ordinary, 1, Array.from({ length: 17 }, () => 3), 16],
		["whole sets of sizes", sizes, 4, [5, 5, 5], 4],
		["seats for everybody where sizes differ", sizes, 4, [5, 5, 5, 5], 8],
		["no more sets than fit", sizes, 4, Array.from({ length: 16 }, () => 5), 16],
	])("chips of a round: %s", (_what, lesson, least, counts, chips) => {
		expect(chipsNeeded(lesson, least, teams(...counts))).toBe(chips);
	});

	test("nobody shares a seat, nobody has one that is a bot's, and everybody has one while there are any", () => {
		const lessons = ["parallel-work", "amdahl", "asymmetric", "big-little"] as const;
		holds(
			"seating of teams",
			fc.property(
				fc.constantFrom(...lessons),
				fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 12 }),
				fc.integer({ min: 1, max: 4 }),
				(id, counts, least) => {
					const lesson = lessonById(id);
					const students = teams(...counts);
					const chips = chipsNeeded(lesson, Math.max(lesson.chipsMin, least), students);
					const { places } = dealSeats(lesson, chips, students);
					expect(places.length).toBe(students.length);
					expect(new Set(places.map(({ chip, seat }) => `${chip}:${seat}`)).size).toBe(places.length);
					for (const { chip, seat } of places) expect(seatsForPeople(lesson, chip)).toContain(seat);
				},
			),
		);
	});
});

describe("a round that is played again", () => {
	const [first, second] = teams(1, 1) as [Seatable, Seatable];

	test("keeps the very seats", () => {
		const students = [
			{ ...first, place: { chip: 1, seat: 3 } },
			{ ...second, place: { chip: 0, seat: 0 } },
		];
		expect(keepSeats(ordinary, [2, 1], students)).toEqual({
			teams: [2, 1],
			places: [
				{ student: "1.0", chip: 1, seat: 3 },
				{ student: "2.0", chip: 0, seat: 0 },
			],
		});
	});

	test("has a chip more for a team that has none, and gives a chip without people to nobody", () => {
		const students = [
			{ ...first, place: { chip: 1, seat: 3 } },
			{ ...second, place: undefined },
		];
		expect(keepSeats(ordinary, [3, 1], students)).toEqual({
			teams: [2, 1],
			places: [
				{ student: "1.0", chip: 1, seat: 3 },
				{ student: "2.0", chip: 0, seat: 1 },
			],
		});
		const added = keepSeats(
			ordinary,
			[1],
			[
				{ ...first, place: { chip: 0, seat: 2 } },
				{ ...second, place: undefined },
			],
		);
		expect(added.teams).toEqual([1, 2]);
	});
});

describe("seats for who comes late", () => {
	const at = (id: string, team: number, chip: number, seat: number) => ({
		id,
		team,
		roles: [],
		place: { chip, seat },
	});
	const table = { lesson: ordinary, teams: [1, null], students: [at("a", 1, 0, 1)] };

	test("with the team, a core first, then the scheduler", () => {
		expect(seatWithTeam({ ...table, students: [at("a", 1, 0, 0)] }, 1)).toEqual({ chip: 0, seat: 1 });
		expect(seatWithTeam(table, 1)).toEqual({ chip: 0, seat: 0 });
		expect(seatWithTeam(table, 2)).toBeUndefined();
	});

	test("on a chip that nobody plays", () => {
		expect(seatOnEmptyChip(table)).toEqual({ chip: 1, seat: 1 });
		expect(seatOnEmptyChip({ ...table, teams: [1] })).toBeUndefined();
	});

	test("any, where the fewest people are, and none if people sit everywhere", () => {
		expect(anySeat(table)).toEqual({ chip: 1, seat: 1 });
		const full = [0, 1, 2, 3, 4].map((seat) => at(String(seat), 1, 0, seat));
		expect(anySeat({ lesson: ordinary, teams: [1], students: full })).toBeUndefined();
	});
});
