import { expect, test } from "vitest";
import { seatKindsOf, seatsOf } from "#shared/class/seat-choice.ts";
import { LESSONS, lessonById } from "#shared/lessons/table.ts";

test("a seat to choose is one that people can have and act in; an experiment has none", () => {
	expect(seatsOf(lessonById("locks"))).toEqual([0, 1, 2, 3, 4]);
	expect(seatsOf(lessonById("brain"))).toEqual([]);
	for (const lesson of LESSONS)
		for (const seat of lesson.botSeats) expect(seatsOf(lesson), lesson.id).not.toContain(seat);
});

test("seats of one kind stand together, cores first, told apart where cores differ", () => {
	expect(seatKindsOf(lessonById("locks"))).toEqual([
		{ seats: [1, 2, 3, 4], kind: "" },
		{ seats: [0], kind: "" },
	]);
	expect(seatKindsOf(lessonById("big-little")).map(({ kind }) => kind)).toEqual(["P", "E", ""]);
	for (const lesson of LESSONS)
		expect(
			seatKindsOf(lesson)
				.flatMap(({ seats }) => seats)
				.sort((one, other) => one - other),
			lesson.id,
		).toEqual(seatsOf(lesson));
});
