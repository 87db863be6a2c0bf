import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { gunzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { showChecksum } from "#shared/sim/chip/checksum.ts";
import { lessonWords as germanWords } from "../../client/i18n/de/lesson.ts";
import { lessonWords } from "../../client/i18n/en/lesson.ts";
import { playWords } from "../../client/i18n/en/play.ts";
import { roundsWords } from "../../client/i18n/en/rounds.ts";
import { openWords, steerWords } from "../../client/i18n/en/teach.ts";
import { KILLED_IN_5 } from "../server/stored-database.ts";
import { openSchool, type School } from "./school.ts";

const STORED = join(import.meta.dirname, "../server/stored/simulation-5.sqlite.gz");
const { explained, played } = KILLED_IN_5;
const [chip] = explained.outcome.chips;
const checksum = showChecksum(chip?.checksum ?? 0);

/** Copies of the round that was explained, each with something else wrong. */
const OTHER = "otherState";
const UNKNOWN = "unknownVersion";

let school: School;
beforeAll(async () => {
	school = await openSchool((folder) => {
		const path = join(folder, "coretet.sqlite");
		writeFileSync(path, gunzipSync(readFileSync(STORED)));
		const database = new DatabaseSync(path);
		// As if the server had been killed just now.
		const nowMs = Date.now();
		database.exec(
			`update classes set openedMs = ${nowMs}; update journal set atMs = ${nowMs}; update rounds set playedMs = ${nowMs}`,
		);
		copyRound(database, OTHER, "outcome", (text) => text.replace(/"checksum":\d+/, '"checksum":7'));
		copyRound(database, UNKNOWN, "header", (text) => text.replace('"simVersion":5', '"simVersion":4'));
		database.close();
	});
});
afterAll(() => school?.close());

function copyRound(
	database: DatabaseSync,
	id: string,
	column: string,
	change: (text: string) => string,
): void {
	const row = database.prepare("select * from rounds where id = ?").get(explained.round) ?? {};
	const text = change(String(row[column]));
	expect(text).not.toBe(row[column]);
	const copy = { ...row, id, [column]: text };
	const names = Object.keys(copy);
	database
		.prepare(`insert into rounds (${names.join()}) values (${names.map(() => "?").join()})`)
		.run(...Object.values(copy));
}

/** A teacher who has signed in, and the frozen files that the page has loaded. */
async function openDashboard(mayFail?: RegExp, prepare?: (page: Page) => Promise<unknown>) {
	const page = await school.openPage(undefined, mayFail);
	const frozen: string[] = [];
	page.on("request", (request) => {
		const name = /assets\/sim-\d+/.exec(request.url())?.[0];
		if (name !== undefined) frozen.push(name);
	});
	await page.goto(school.signInLink());
	await page.getByRole("button", { name: openWords.submit }).waitFor();
	await prepare?.(page);
	return { page, frozen };
}

async function expectNoReplay(page: Page): Promise<void> {
	await page.getByText(roundsWords.coreBars).waitFor();
	expect(await page.getByRole("region", { name: roundsWords.replayTitle }).count()).toBe(0);
}

test("a round of an earlier simulation is replayed, verified and scrubbed; its file comes only then", async () => {
	const { page, frozen } = await openDashboard();
	await page.goto("/rounds", { waitUntil: "networkidle" });
	await page.getByRole("row").nth(3).waitFor();
	expect(frozen).toEqual([]);
	await page.goto(`/rounds/${explained.round}`);
	const panel = page.getByRole("region", { name: roundsWords.replayTitle });
	await panel.getByText(roundsWords.verified(checksum)).waitFor();
	await panel.locator("canvas").first().waitFor();
	await panel.getByRole("slider", { name: roundsWords.position }).fill("40");
	await panel.getByText("10.0 / 20 s").waitFor();
	await panel.getByRole("button", { name: roundsWords.play, exact: true }).click();
	await panel.getByText(/^1[1-9]\.\d \/ 20 s$/).waitFor();
	await page.getByRole("region", { name: lessonWords.momentsTitle }).locator("li, p").first().waitFor();
	expect(new Set(frozen)).toEqual(new Set(["assets/sim-5"]));
	expect(school.complaints()).toEqual([]);
});

test("a round that another state of its version played shows what was stored, and says so", async () => {
	const { page } = await openDashboard();
	await page.goto(`/rounds/${OTHER}`);
	await page.getByText(roundsWords.differs(5, checksum, "00000007")).waitFor();
	await expectNoReplay(page);
	expect(school.complaints()).toEqual([]);
});

test("a round of a version that is not carried shows what was stored, and says so", async () => {
	const { page, frozen } = await openDashboard();
	await page.goto(`/rounds/${UNKNOWN}`);
	await page.getByText(lessonWords.cannotReplay.notCarried(4)).waitFor();
	await expectNoReplay(page);
	expect(frozen).toEqual([]);
	expect(school.complaints()).toEqual([]);
});

test("a frozen file that does not come, or is another, is said in a sentence", async () => {
	const gone = await openDashboard(/assets\/sim-5|Failed to load|ERR_FAILED/, (page) =>
		page.route(/assets\/sim-5/, (route) => route.abort()),
	);
	await gone.page.goto(`/rounds/${explained.round}`);
	await gone.page.getByText(lessonWords.cannotReplay.missing(5)).waitFor();
	await expectNoReplay(gone.page);
	const strange = await openDashboard(undefined, (page) =>
		page.route(/assets\/sim-5/, (route) =>
			route.fulfill({ contentType: "text/javascript", body: "export const simulation = { door: 2 };" }),
		),
	);
	await strange.page.goto(`/rounds/${explained.round}`);
	await strange.page.getByText(lessonWords.cannotReplay.damaged(5)).waitFor();
	await expectNoReplay(strange.page);
	expect(school.complaints()).toEqual([]);
});

test("in German the same is said in German", async () => {
	const { page } = await openDashboard();
	await page.evaluate(() => localStorage.setItem("coretet:language", "de"));
	await page.goto(`/rounds/${UNKNOWN}`);
	await page.getByText(germanWords.cannotReplay.notCarried(4)).waitFor();
});

test("a student of a class whose server was upgraded is back, sees the round explained, and plays it again", async () => {
	const ada = await school.openPage();
	const [seat] = played.seats;
	await ada.addInitScript(([key, value]) => sessionStorage.setItem(key, value), [
		`coretet:seat:${played.code}`,
		JSON.stringify({ token: seat?.token, name: "Ada" }),
	] as const);
	await ada.goto(`/play/${played.code}`);
	await ada.getByRole("region", { name: lessonWords.momentsTitle }).locator("li, p").first().waitFor();
	await ada.getByRole("region", { name: lessonWords.evidenceOwn.one }).waitFor();
	const { page: teacher } = await openDashboard();
	await teacher.goto(`/teach/${played.code}`);
	await teacher.getByRole("button", { name: steerWords.repeat, exact: true }).click();
	await ada.getByRole("button", { name: lessonWords.predictSkip }).click();
	const names = [playWords.yourCore, playWords.schedulerSeat];
	await ada.getByRole("complementary", { name: new RegExp(names.join("|")) }).waitFor();
	await ada.locator("canvas").first().waitFor();
	expect(school.complaints()).toEqual([]);
});
