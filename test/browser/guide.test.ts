import { afterAll, beforeAll, expect, test } from "vitest";
import { LESSON_IDS } from "#shared/lessons/ids.ts";
import { guideWords as german } from "../../client/i18n/de/guide.ts";
import { guideWords as english } from "../../client/i18n/en/guide.ts";
import { lessonTexts } from "../../client/i18n/en/lessons.ts";
import { openSchool, PHONE, type School } from "./school.ts";
import { expectNoSidewaysScroll } from "./steps.ts";

let school: School;
beforeAll(async () => {
	school = await openSchool();
});
afterAll(() => school?.close());

test.each([
	["en", english.print],
	["de", german.print],
])("every lesson's guide is one sheet of A4 (%s)", async (language, print) => {
	const page = await school.openPage({ locale: language });
	const pages: Record<string, number> = {};
	for (const id of LESSON_IDS) {
		await page.goto(`/guide/${id}`);
		await page.locator("button:enabled", { hasText: print }).waitFor();
		const pdf = await page.pdf({ preferCSSPageSize: true });
		pages[id] = pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
	}
	expect(pages).toEqual(Object.fromEntries(LESSON_IDS.map((id) => [id, 1])));
	expect(school.complaints()).toEqual([]);
});

test("a guide on a phone says what to watch for and the right answers; an unknown one is not there", async () => {
	const page = await school.openPage(PHONE, /404/);
	await page.goto("/guide/amdahl");
	await page.locator("button:enabled", { hasText: english.print }).waitFor();
	const { watchFor } = lessonTexts.amdahl.guide;
	await page.getByText(watchFor[0] ?? "").waitFor();
	await page.getByText(lessonTexts.amdahl.questions[0]?.why ?? "").waitFor();
	await expectNoSidewaysScroll(page);
	await page.goto("/guide/nothing");
	await page.getByRole("heading", { level: 1 }).waitFor();
	expect(await page.getByText(english.watchFor).count()).toBe(0);
});
