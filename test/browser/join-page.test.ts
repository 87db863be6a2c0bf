import { afterAll, beforeAll, expect, test } from "vitest";
import { errorWords } from "../../client/i18n/en/common.ts";
import { joinWords } from "../../client/i18n/en/join.ts";
import { countLoadedBytes } from "./guarded-page.ts";
import { openSchool, PHONE, type School } from "./school.ts";
import { expectNoSidewaysScroll } from "./steps.ts";

let school: School;
beforeAll(async () => {
	school = await openSchool();
});
afterAll(() => school?.close());

test("the join page loads neither Phaser nor the SDK, and less than 60 kB", async () => {
	const page = await school.openPage();
	await page.goto("/", { waitUntil: "networkidle" });
	const loaded = await countLoadedBytes(page);
	expect(
		loaded.map(({ path }) => path).filter((path) => /phaser|sdk|chip-stage|play-page/.test(path)),
	).toEqual([]);
	const sum = loaded.reduce((bytes, { bytes: more }) => bytes + more, 0);
	expect(sum).toBeGreaterThan(10_000);
	expect(sum).toBeLessThan(60_000);
	expect(school.complaints()).toEqual([]);
});

test("a code that no class has gets a sentence at its field, and takes nothing away", async () => {
	const page = await school.openPage(PHONE, /404/);
	await page.goto("/");
	await page.getByLabel(joinWords.code, { exact: true }).fill("k7m-f4w");
	await page.getByLabel(joinWords.name, { exact: true }).fill("Ada");
	await page.getByRole("button", { name: joinWords.join, exact: true }).click();
	await page.getByText(errorWords.noSuchClass).waitFor();
	expect(await page.getByLabel(joinWords.name, { exact: true }).inputValue()).toBe("Ada");
	await expectNoSidewaysScroll(page);
	expect(school.complaints()).toEqual([]);
});

test("a page that does not exist says so", async () => {
	const page = await school.openPage(PHONE, /404/);
	await page.goto("/teach/nonsense");
	await page.getByRole("link").first().waitFor();
	await expectNoSidewaysScroll(page);
	expect(school.complaints()).toEqual([]);
});
