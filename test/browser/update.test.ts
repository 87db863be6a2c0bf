import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { commonWords } from "../../client/i18n/en/common.ts";
import { joinWords } from "../../client/i18n/en/join.ts";
import { openSchool, type School } from "./school.ts";

/** A page whose server has got a new client meanwhile: the code that it asks for is gone. */
const GONE = /404|Failed to fetch dynamically imported module/;

let school: School;
beforeAll(async () => {
	school = await openSchool();
});
afterEach(() => expect(school.complaints()).toEqual([]));
afterAll(() => school?.close());

/** The join page, once it has fetched what watches for updates. */
async function openWatching(page: Page): Promise<void> {
	const watcher = page.waitForResponse(/assets\/update-line.*\.js/);
	await page.goto("/");
	await watcher;
}

/** From now on pages are gone, and the server names another first script than the one that runs. */
async function update(page: Page): Promise<void> {
	await page.route(/assets\/practice-page.*\.js/, (route) => route.fulfill({ status: 404 }));
	await page.route(
		(url) => url.pathname === "/",
		(route) =>
			route.fulfill({ contentType: "text/html", body: "<script src='/assets/index-new.js'></script>" }),
	);
}

/** Navigates as a link does, within the page. */
async function goToPractice(page: Page): Promise<void> {
	await page.getByRole("link", { name: commonWords.practice }).first().click();
}

function countLoads(page: Page): () => number {
	let loads = 0;
	page.on("load", () => {
		loads += 1;
	});
	return () => loads;
}

test("a page that is too old for its server loads itself again, once; if that does not help it says so", async () => {
	const page = await school.openPage(undefined, GONE);
	await openWatching(page);
	const loads = countLoads(page);
	await update(page);
	await goToPractice(page);
	await page.waitForEvent("load");
	await page.getByText(commonWords.loadFailed).waitFor();
	await page.waitForTimeout(1_000);
	expect(loads(), "it does not loop").toBe(1);

	await page.unrouteAll();
	await page.getByRole("button", { name: commonWords.tryAgain }).click();
	await page.getByRole("heading", { level: 1 }).waitFor();
});

test("what somebody has typed is not thrown away: the page asks to be loaded again", async () => {
	const page = await school.openPage(undefined, GONE);
	await openWatching(page);
	await page.getByLabel(joinWords.code, { exact: true }).fill("K7M");
	const loads = countLoads(page);
	await update(page);
	await goToPractice(page);
	await page.getByText(commonWords.updated).waitFor();
	expect(loads()).toBe(0);
});

test("where only the network fails nothing is loaded again", async () => {
	const page = await school.openPage(undefined, GONE);
	await openWatching(page);
	const loads = countLoads(page);
	await page.route(/assets\/practice-page.*\.js/, (route) => route.fulfill({ status: 404 }));
	await goToPractice(page);
	await page.getByText(commonWords.loadFailed).waitFor();
	await page.waitForTimeout(500);
	expect(loads()).toBe(0);
	expect(await page.getByText(commonWords.updated).count()).toBe(0);
});
