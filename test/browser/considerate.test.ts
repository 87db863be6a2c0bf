import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { commonWords } from "../../client/i18n/en/common.ts";
import { lessonWords } from "../../client/i18n/en/lesson.ts";
import { practiceWords } from "../../client/i18n/en/practice.ts";
import { nextStepWords } from "../../client/i18n/en/teach.ts";
import { DESKTOP, openSchool, type School } from "./school.ts";
import { openClass, tabTo } from "./steps.ts";

let school: School;
beforeAll(async () => {
	school = await openSchool();
});
afterAll(() => school?.close());

/** Everything that styles move on the page: at work now, or to begin anew. */
function countMotions(page: Page): Promise<number> {
	return page.evaluate(() => document.getAnimations().length);
}

async function openBrief(page: Page): Promise<void> {
	await page.goto("/practice");
	await page.getByRole("button", { name: practiceWords.startLabel(commonWords.lessons.locks) }).click();
	// The list of lessons shows pictures, too, until the brief takes its place.
	await page.getByRole("region", { name: lessonWords.brief }).getByText(lessonWords.briefBots).waitFor();
}

test("nothing moves by itself for who wants less motion, and the brief's picture is there at once", async () => {
	const lively = await school.openPage();
	await lively.goto("/");
	await expect.poll(() => countMotions(lively)).toBeGreaterThan(0);
	await openBrief(lively);
	await expect.poll(() => countMotions(lively)).toBeGreaterThan(0);

	const calm = await school.openPage({ ...DESKTOP, reducedMotion: "reduce" });
	await calm.goto("/");
	expect(await countMotions(calm)).toBe(0);
	await openBrief(calm);
	// It is computed in the page: when it is there it is whole, and then nothing of it moves.
	await calm.locator(".brief .lane-start").first().waitFor({ state: "attached" });
	expect(await calm.locator(".brief .lane-start").count()).toBeGreaterThan(20);
	expect(await countMotions(calm)).toBe(0);
});

test("Enter that is held down on the desk takes the class one phase further, not through the lesson", async () => {
	const teacher = await school.openPage();
	await openClass(teacher, school, "locks");
	await tabTo(teacher, teacher.getByRole("button", { name: nextStepWords.lobby, exact: true }));
	// From the second on it is what a browser sends while a key is held.
	for (let count = 0; count < 6; count++) {
		await teacher.keyboard.down("Enter");
		await teacher.waitForTimeout(120);
	}
	await teacher.keyboard.up("Enter");
	await teacher.getByRole("button", { name: nextStepWords.brief, exact: true }).waitFor();
	expect(school.complaints()).toEqual([]);
});
