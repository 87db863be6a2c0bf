import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LOCK_WAYS } from "#shared/analysis/lock-bench.ts";
import { TURN_MS } from "#shared/lib/units.ts";
import { lessonWords } from "../../client/i18n/en/lesson.ts";
import { openSchool, PHONE, type School } from "./school.ts";
import {
	expectNoScroll,
	expectNoSidewaysScroll,
	goOn,
	join,
	openClass,
	openProjector,
	skipPrediction,
} from "./steps.ts";

let school: School;
beforeAll(async () => {
	school = await openSchool();
});
afterAll(() => school?.close());

/** What the page says each way of waiting took, in seconds, once all are simulated. */
async function readBench(page: Page): Promise<number[]> {
	const bench = page.getByRole("figure").filter({ hasText: lessonWords.lockBench });
	const values = bench.locator(".measures-value");
	await expect
		.poll(() => values.allTextContents())
		.toEqual(LOCK_WAYS.map(() => expect.stringMatching(/\ss$/)));
	return (await values.allTextContents()).map(Number.parseFloat);
}

test("after a round of locks everybody sees on a bench that waiting by the length of a lock is best", async () => {
	const teacher = await school.openPage();
	const student = await school.openPage(PHONE);
	const code = await openClass(teacher, school, "locks");
	const projector = await openProjector(teacher, code);
	await join(student, code, "Ada");
	await goOn(teacher, "lobby");
	await goOn(teacher, "brief");
	await skipPrediction(student);
	await goOn(teacher, "predict");
	await student.locator("canvas").first().waitFor();
	// Some turns, without which there is no result.
	school.playEvery(50);
	await student.waitForTimeout(1_500);
	school.playEvery(TURN_MS);
	await goOn(teacher, "play");

	const [spin = 0, sleep = 0, byLength = 0] = await readBench(projector);
	expect(byLength).toBeGreaterThan(0);
	expect(byLength).toBeLessThan(0.95 * Math.min(spin, sleep));
	expect(await readBench(student)).toEqual([spin, sleep, byLength]);
	await expectNoScroll(projector);
	await expectNoSidewaysScroll(student);
	expect(school.complaints()).toEqual([]);
});
