import { expect, test } from "vitest";
import { isPlayed, type LessonKind, sideKeysOf, sidesOf } from "#shared/lessons/kind.ts";
import { LESSONS } from "#shared/lessons/table.ts";

const COMPARED: LessonKind = { type: "compared", sides: ["before", "after"] };

test("a lesson that compares two sides is played on each, every other lesson once", () => {
	expect(sidesOf({ kind: COMPARED })).toEqual([0, 1]);
	expect(sideKeysOf({ kind: COMPARED })).toEqual(["before", "after"]);
	for (const lesson of LESSONS.filter(({ kind }) => kind.type !== "compared")) {
		expect(sidesOf(lesson), lesson.id).toEqual([0]);
		expect(sideKeysOf(lesson), lesson.id).toEqual([]);
	}
});

test("people sit at chips in every lesson but the experiment", () => {
	expect(LESSONS.filter((lesson) => !isPlayed(lesson)).map(({ id }) => id)).toEqual(["brain"]);
});

test("every size that a brief shows is one that the lesson plays, and one of them is a single core", () => {
	for (const { id, kind, chipCores } of LESSONS) {
		if (kind.type !== "sizes") continue;
		expect(chipCores, id).toEqual(expect.arrayContaining([1, ...kind.briefCores]));
	}
});
