import { afterAll, beforeAll, expect, test } from "vitest";
import { lessonById } from "#shared/lessons/table.ts";
import { TURN_MS } from "#shared/lib/units.ts";
import { commonWords } from "../../client/i18n/en/common.ts";
import { lessonWords } from "../../client/i18n/en/lesson.ts";
import { lessonTexts } from "../../client/i18n/en/lessons.ts";
import { allRefusalWords, playWords } from "../../client/i18n/en/play.ts";
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

	const next = page.getByRole("button", { name: playWords.next, exact: true });
	await next.waitFor();
	// Who reads to the end of one phase begins the next at its top.
	await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
	expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
	await next.tap();
	await expectNoSidewaysScroll(page);
	const field = page.getByLabel(lessonWords.predictField);
	await field.waitFor();
	expect(await page.evaluate(() => scrollY)).toBe(0);
	await field.fill("3.5");
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

	school.playEvery(60);
	// Whoever leaves it to the bot has not played the round.
	const questions = page.getByText(lessonWords.questionsTitle);
	while ((await questions.count()) === 0) await take.tap({ timeout: 300 }).catch(() => {});
	await page.locator(".figure-data summary").first().tap();
	await expectNoSidewaysScroll(page);
	expect(await page.getByText(lessonWords.notCounted).count()).toBe(0);
	await page.getByRole("button", { name: playWords.end, exact: true }).tap();
	await page.getByRole("button", { name: practiceWords.over.act }).tap();
	await page.getByText(practiceWords.played(1)).waitFor();
	expect(school.complaints()).toEqual([]);
});

test("who finds the rule alone is told it afterwards, plays again in the same seat, and sees what changed", async () => {
	school.playEvery(TURN_MS);
	const page = await school.openPage();
	await page.goto("/practice");
	const title = commonWords.lessons.locks;
	const { idea } = lessonTexts.locks;
	const card = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: title }) });
	await card.getByText(practiceWords.scheduler, { exact: true }).click();
	await card.getByRole("button", { name: practiceWords.startLabel(title) }).click();
	await page.getByText(new RegExp(`^You are ${playWords.scheduler}`)).waitFor();
	await page.getByRole("button", { name: playWords.next, exact: true }).click();
	const start = page.getByRole("button", { name: playWords.start, exact: true });
	expect(await start.isDisabled()).toBe(true);
	await page.getByRole("button", { name: lessonWords.predictSkip }).click();
	await page.getByText(lessonWords.predictNone).waitFor();
	await start.click();
	await page.locator("canvas").first().waitFor();
	await page.keyboard.press("h");
	await page.getByText(allRefusalWords.hintTooSoon).waitFor();
	expect(await page.getByText(idea).count()).toBe(0);

	school.playEvery(25);
	await page.getByText(idea).waitFor();
	await page.getByText(lessonWords.notCounted).waitFor();
	await page.getByRole("button", { name: playWords.workedWatch }).click();
	await page.locator(".worked-lines li").first().waitFor();
	await page.getByRole("button", { name: playWords.workedBack }).click();

	school.playEvery(TURN_MS);
	await page.getByRole("button", { name: playWords.again.repeat }).click();
	await page.getByText(playWords.ghosts.earlier).waitFor();
	await page.reload();
	await page.getByText(playWords.ghosts.earlier).waitFor();
	school.playEvery(25);
	await page.getByRole("region", { name: lessonWords.changeTitle }).waitFor();
	expect(school.complaints()).toEqual([]);
});
