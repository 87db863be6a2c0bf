import { expect, test } from "vitest";
import { LESSON_IDS } from "#shared/lessons/ids.ts";
import { splitCode } from "../../client/explain/split-code.ts";
import { lessonTexts as german } from "../../client/i18n/de/lessons.ts";
import { lessonTexts as english } from "../../client/i18n/en/lessons.ts";

test("a line of a program is what it does, how deep, and what is said of it", () => {
	expect(splitCode("f();  // calls f\n\tif (x)\n    return; // soon\n\n// the end")).toEqual([
		{ depth: 0, text: "f();  ", comment: "// calls f" },
		{ depth: 1, text: "if (x)", comment: "" },
		{ depth: 1, text: "return; ", comment: "// soon" },
		{ depth: 0, text: "", comment: "" },
		{ depth: 0, text: "", comment: "// the end" },
	]);
});

test("nothing of the programs of the lessons is lost, and none is wider than a projector's column", () => {
	for (const lesson of LESSON_IDS)
		for (const { code } of [english[lesson], german[lesson]]) {
			const lines = splitCode(code);
			const said = lines.map(({ text, comment }) => text + comment).join("");
			expect(said.replaceAll(/\s/g, "")).toBe(code.replaceAll(/\s/g, ""));
			for (const { depth, text, comment } of lines)
				expect(3 * depth + text.length + comment.length, text + comment).toBeLessThanOrEqual(78);
		}
});
