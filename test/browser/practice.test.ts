import { afterAll, beforeAll, expect, test } from "vitest";
import { lessonById } from "#shared/lessons/table.ts";
import { commonWords } from "../../client/i18n/en/common.ts";
import { lessonWords } from "../../client/i18n/en/lesson.ts";
import { playWords } from "../../client/i18n/en/play.ts";
import { practiceWords } from "../../client/i18n/en/practice.ts";
import { openSchool, PHONE, type School } from "./school.ts";
import { expectNoSidewaysScroll } from "./steps.ts";

let school: School;
beforeAll(async () => {
	school = await openSchool();
});
afterAll(() => school?.close());

test("a key that is held down presses a button once, and what is no number of the range is told so", async () => {
	const page = await school.openPage();
	await page.goto("/practice");
	const title = commonWords.lessons["parallel-work"];
	await page.getByRole("button", { name: practiceWords.startLabel(title) }).click();
	await page.getByRole("button", { name: playWords.next, exact: true }).focus();
	for (let count = 0; count < 10; count++) await page.keyboard.down("Enter");
	await page.keyboard.up("Enter");
	const field = page.getByLabel(lessonWords.predictField);
	await field.waitFor();
	const { min, max } = lessonById("parallel-work").prediction;
	for (const typed of ["abc", "1e308", ""]) {
		await field.fill(typed);
		await page.getByRole("alert").getByText(lessonWords.predictRange(min, max)).waitFor();
		expect(await page.getByRole("button", { name: lessonWords.predictCommit }).isDisabled()).toBe(true);
		await field.press("Enter");
	}
	await field.fill("2,5");
	await field.press("Enter");
	await page.getByText(lessonWords.predictDone("2.5")).waitFor();
});

test("somebody practises alone on a phone, by touch", async () => {
	const page = await school.openPage(PHONE);
	await page.goto("/practice");
	await expectNoSidewaysScroll(page);
	const title = commonWords.lessons["parallel-work"];
	await page.getByRole("button", { name: practiceWords.startLabel(title) }).tap();

	await page.getByRole("button", { name: playWords.next, exact: true }).tap();
	await expectNoSidewaysScroll(page);
	await page.getByLabel(lessonWords.predictField).fill("3.5");
	await page.getByRole("button", { name: lessonWords.predictCommit }).tap();
	await expectNoSidewaysScroll(page);
	await page.getByRole("button", { name: playWords.start, exact: true }).tap();

	await page.locator("canvas").first().waitFor();
	const take = page.getByRole("button", { name: playWords.take });
	for (let count = 0; count < 8; count++) await take.tap({ timeout: 500 }).catch(() => {});
	await page.getByRole("button", { name: playWords.pause, exact: true }).tap();
	await page.getByText(playWords.paused, { exact: true }).waitFor();
	await expectNoSidewaysScroll(page);
	await page.getByRole("button", { name: playWords.resume, exact: true }).tap();

	school.playEvery(25);
	await page.getByText(lessonWords.questionsTitle).waitFor();
	await expectNoSidewaysScroll(page);
	await page.goto("/practice");
	await page.getByText(practiceWords.played(1)).waitFor();
	expect(school.complaints()).toEqual([]);
});
