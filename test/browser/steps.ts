import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import type { LessonId } from "#shared/lessons/ids.ts";
import { commonWords } from "../../client/i18n/en/common.ts";
import { joinWords } from "../../client/i18n/en/join.ts";
import { lessonWords } from "../../client/i18n/en/lesson.ts";
import { lessonTexts } from "../../client/i18n/en/lessons.ts";
import { playWords } from "../../client/i18n/en/play.ts";
import { nextStepWords, openWords } from "../../client/i18n/en/teach.ts";
import type { School } from "./school.ts";

/** A teacher signs in with the link and opens a class with one lesson; returns its code. */
export async function openClass(
	teacher: Page,
	school: School,
	lesson: LessonId,
	{ discusses = false } = {},
): Promise<string> {
	await teacher.goto(school.signInLink());
	for (const [id, title] of Object.entries(commonWords.lessons))
		await teacher.getByLabel(openWords.include(title)).setChecked(id === lesson);
	if (discusses) await teacher.getByLabel(openWords.switches.discussion.name).check();
	await teacher.getByRole("button", { name: openWords.submit }).click();
	await teacher.waitForURL(/\/teach\/\w{6}$/);
	return new URL(teacher.url()).pathname.split("/").at(-1) ?? "";
}

/** The teacher's projector, as large as most. */
export async function openProjector(teacher: Page, code: string): Promise<Page> {
	const projector = await teacher.context().newPage();
	await projector.setViewportSize({ width: 1920, height: 1080 });
	await projector.goto(`/project/${code}`);
	return projector;
}

/** A student follows the QR code's link, types a name and is in the lobby. */
export async function join(student: Page, code: string, name: string): Promise<void> {
	await student.goto(`/?code=${code}`);
	await student.getByLabel(joinWords.name, { exact: true }).fill(name);
	await student.getByRole("button", { name: joinWords.join, exact: true }).click();
	await student.getByText(playWords.lobbyTitle(name)).waitFor();
}

/** The desk's one next step, out of the given phase. */
export async function goOn(teacher: Page, from: keyof typeof nextStepWords): Promise<void> {
	await teacher.getByRole("button", { name: nextStepWords[from], exact: true }).click();
}

export async function predict(student: Page, lesson: LessonId, value: number): Promise<void> {
	await student.getByText(lessonTexts[lesson].predict).waitFor();
	await student.getByLabel(lessonWords.predictField).fill(String(value));
	await student.getByRole("button", { name: lessonWords.predictCommit }).click();
	await student.getByText(lessonWords.predictDone(String(value))).waitFor();
}

/** Without a prediction nobody plays: the student chooses to give none. */
export async function skipPrediction(student: Page): Promise<void> {
	await student.getByRole("button", { name: lessonWords.predictSkip }).press("Enter");
	await student.getByText(lessonWords.predictNone).waitFor();
}

/** Presses Tab until `target` has the focus; fails if the keyboard does not get there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
	for (let presses = 0; presses < 60; presses++) {
		if (await target.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press("Tab");
	}
	throw new Error(`the keyboard does not reach ${target.toString()}`);
}

/** A page must never be wider than its window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
	const { scrolls, fits } = await page.evaluate(() => ({
		scrolls: document.documentElement.scrollWidth,
		fits: document.documentElement.clientWidth,
	}));
	expect(scrolls, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(fits);
}

/** Nobody scrolls a projector in a class. */
export async function expectNoScroll(projector: Page): Promise<void> {
	const { needs, has } = await projector.evaluate(() => ({
		needs: document.documentElement.scrollHeight,
		has: document.documentElement.clientHeight,
	}));
	expect(needs, "the projector scrolls").toBeLessThanOrEqual(has);
}
