import { describe, expect, test } from "vitest";
import { LEVELS } from "#shared/lessons/ids.ts";
import { isPlayed, sidesOf } from "#shared/lessons/kind.ts";
import { LESSONS } from "#shared/lessons/table.ts";
import { guideFigures } from "#shared/result/guide-figures.ts";

const played = LESSONS.filter(isPlayed);

describe.each(played)("the guide of $id", (lesson) => {
	const figures = guideFigures(lesson);
	const sign = lesson.measure.better === "more" ? 1 : -1;

	test("has what scores 0 and 100 at every level and on every side", () => {
		const sides = sidesOf(lesson).length;
		expect(figures.levels.map(({ level, side }) => `${level} ${side}`)).toEqual(
			LEVELS.flatMap((level) => Array.from({ length: sides }, (_, side) => `${level} ${side}`)),
		);
		for (const { naive, best } of figures.levels) expect(sign * (best - naive)).toBeGreaterThan(0);
	});

	test("quotes a round that was really played, by the policy that scores 0", () => {
		expect(figures.rounds.map(({ chips }) => chips.map(({ cores, side }) => [cores, side]))).toEqual(
			sidesOf(lesson).map((side) => lesson.chipCores.map((cores) => [cores, side])),
		);
		for (const { chips, references } of figures.rounds)
			for (const [index, chip] of chips.entries()) {
				expect(lesson.measure.of(chip)).toBe(references[index]?.naive.value);
				expect(chip.workNs).toBeGreaterThan(0);
			}
	});
});
