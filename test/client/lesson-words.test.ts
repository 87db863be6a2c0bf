import { expect, test } from "vitest";
import { amdahlSpeedup } from "#shared/analysis/amdahl.ts";
import { LESSONS } from "#shared/lessons/table.ts";
import { clock, counted, fixed, list, number, percent } from "../../client/i18n/base/format.ts";
import { errorWords } from "../../client/i18n/en/common.ts";
import { lessonTexts } from "../../client/i18n/en/lessons.ts";
import { LANGUAGES, type Language } from "../../client/i18n/languages.ts";
import { lessonTitle, phaseName } from "../../client/i18n/names.ts";

test("a brief has fewer than 60 words", () => {
	for (const { id } of LESSONS) {
		expect(lessonTexts[id].brief.join(" ").split(" ").length, id).toBeLessThan(60);
	}
});

test("the numbers in the texts are the ones that theory gives", () => {
	expect(fixed(amdahlSpeedup(0.9, 1024), 2)).toBe("9.91");
	expect(fixed(amdahlSpeedup(0.9, 2048), 2)).toBe("9.96");
	expect(fixed(100 / (5 + 90 / 1024), 1)).toBe("19.7");
	const { why } = lessonTexts.amdahl.questions[2] ?? { why: "" };
	expect(why).toContain("19.7");
	expect(why).toContain("9.96");
});

test("every error is one sentence", () => {
	for (const sentence of Object.values(errorWords)) expect(sentence).toMatch(/^[A-Z].*\.$/);
});

test("lessons and phases that this page does not know show their id", () => {
	expect(lessonTitle("amdahl")).toBe("Amdahl’s law");
	expect(lessonTitle("later")).toBe("later");
	expect(phaseName("play")).toBe("Play");
	expect(phaseName("constructor")).toBe("constructor");
});

test("numbers, plurals and clocks", () => {
	expect(number(1024)).toBe("1,024");
	expect(number(-20)).toBe("−20");
	expect(number(-0.2)).toBe("0");
	expect(fixed(2, 2)).toBe("2.00");
	expect(percent(0.857, 1)).toBe("85.7\u00a0%");
	expect([counted(1, "core", "cores"), counted(0, "core", "cores")]).toEqual(["1 core", "0 cores"]);
	expect([clock(90), clock(0.4), clock(-1)]).toEqual(["1:30", "0:01", "0:00"]);
});

test("nothing that is read before play says the rule", async () => {
	for (const language of Object.keys(LANGUAGES) as Language[]) {
		const { lessonTexts: texts, coachWords } = (await LANGUAGES[language].inside()).inside;
		for (const { id } of LESSONS) {
			const { idea, brief, predict } = texts[id];
			const rule = wordsOf(idea);
			const read = [...brief, predict, ...Object.values(coachWords.marks)].join(" ");
			expect(sharedRuns(rule, wordsOf(read)), `${id} (${language})`).toEqual([]);
		}
	}
	expect(
		sharedRuns(wordsOf("Start the long tasks first."), wordsOf("You start the long tasks!")),
	).toHaveLength(1);
});

function wordsOf(text: string): string[] {
	return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}

/** Four words in a row that stand in both. */
function sharedRuns(one: readonly string[], other: readonly string[]): string[] {
	const runs = (words: readonly string[]) =>
		words.slice(3).map((_, index) => words.slice(index, index + 4).join(" "));
	const known = new Set(runs(other));
	return runs(one).filter((run) => known.has(run));
}

test("German closes a subordinate clause with a comma before the last of a list", async () => {
	const { playWords } = (await LANGUAGES.de.inside()).inside;
	const { choose, yield: puts, spinFor, sleepAfter } = playWords.can.core;
	expect(playWords.youCan([choose, puts])).toBe(`Du kannst ${choose}, und ${puts}.`);
	expect(playWords.youCan([puts, spinFor, sleepAfter])).toBe(
		`Du kannst ${puts}, ${spinFor}, und ${sleepAfter}.`,
	);
	expect(playWords.youCan([puts])).toBe(`Du kannst ${puts}.`);
	const { take } = playWords.can.core;
	expect(playWords.youCan([take, puts])).toBe(`Du kannst ${list([take, puts])}.`);
});
