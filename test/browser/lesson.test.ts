import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { roundChecksums } from "#shared/round/play-round.ts";
import { presentRound } from "#shared/round/recorded-round.ts";
import { replay } from "#shared/round/replay.ts";
import type { RoundLog } from "#shared/round/round.ts";
import { showChecksum } from "#shared/sim/chip/checksum.ts";
import { signalWords } from "../../client/i18n/en/chip.ts";
import { joinWords } from "../../client/i18n/en/join.ts";
import { lessonWords } from "../../client/i18n/en/lesson.ts";
import { lessonTexts } from "../../client/i18n/en/lessons.ts";
import { playWords } from "../../client/i18n/en/play.ts";
import { roundsWords } from "../../client/i18n/en/rounds.ts";
import { openSchool, PHONE, type School } from "./school.ts";
import {
	expectNoScroll,
	expectNoSidewaysScroll,
	goOn,
	join,
	openClass,
	openProjector,
	predict,
	tabTo,
} from "./steps.ts";

/** When everybody has acted, the rest of the round: slow enough for four real pages on a small machine to follow. */
const REST_TURN_MS = 30;
const ACTS = 16;
const BETWEEN_ACTS_MS = 150;

/** Buttons change with the chip: whoever waits until one stands still may come too late. */
const HARD = { force: true, timeout: 1_000 };

let school: School;
beforeAll(async () => {
	school = await openSchool();
});
afterAll(() => school?.close());

test("a teacher and three students play Amdahl's law to its explanation, and the teacher replays it", async () => {
	const teacher = await school.openPage();
	const ada = await school.openPage();
	const grace = await school.openPage();
	const alan = await school.openPage(PHONE);
	const students = [ada, grace, alan];

	const code = await openClass(teacher, school, "amdahl");
	await join(ada, code, "Ada");
	await joinByKeyboard(grace, code, "Grace");
	await join(alan, code, "Alan");
	for (const name of ["Ada", "Grace", "Alan"]) await teacher.getByText(name, { exact: true }).waitFor();

	await goOn(teacher, "lobby");
	for (const student of students) await student.getByText(lessonTexts.amdahl.brief[0] ?? "").waitFor();
	await goOn(teacher, "brief");
	await predict(ada, "amdahl", 512);
	await predictByKeyboard(grace, 9.9);
	await predict(alan, "amdahl", 100);

	await goOn(teacher, "predict");
	for (const student of students) await student.locator("canvas").first().waitFor();
	await Promise.all([playByMouseThenReload(ada), playByKeyboard(grace), playByTouch(alan)]);
	await expectNoSidewaysScroll(alan);
	school.playEvery(REST_TURN_MS);

	await teacher.getByText(/^Times the work of one core: 1 core 1\.00; .*\d\.$/).waitFor();
	for (const student of students) await student.getByText(/did [\d.]+ times the work of one/).waitFor();
	await ada.getByText(lessonWords.questionsTitle).waitFor();
	await expectWholeResult(await openProjector(teacher, code));

	const log = await replayInDashboard(teacher);
	const given = log.commands.filter(({ command }) => command.type !== "drive");
	// One team on one chip, in three seats.
	expect(new Set(given.map(({ chip, seat }) => `${chip}:${seat}`))).toEqual(new Set(["0:0", "0:1", "0:2"]));
	expect(given.map(({ command }) => command.type).join()).toMatch(/plan|steal|take/);
	expect(school.complaints()).toEqual([]);
});

async function joinByKeyboard(page: Page, code: string, name: string): Promise<void> {
	await page.goto(`/?code=${code}`);
	await tabTo(page, page.getByLabel(joinWords.name, { exact: true }));
	await page.keyboard.press("Control+A");
	await page.keyboard.type(name);
	await page.keyboard.press("Enter");
	await page.getByText(playWords.lobbyTitle(name)).waitFor();
}

async function predictByKeyboard(page: Page, value: number): Promise<void> {
	await page.getByText(lessonTexts.amdahl.predict).waitFor();
	await tabTo(page, page.getByLabel(lessonWords.predictField));
	await page.keyboard.press("Control+A");
	await page.keyboard.type(String(value));
	await page.keyboard.press("Enter");
	await page.getByText(lessonWords.predictDone(String(value))).waitFor();
}

/**
 * Acts some times, in turn in every way given, and until something was done; a moment in which one of them means nothing
 * is no mistake.
 */
async function play(...acts: readonly (() => Promise<void>)[]): Promise<void> {
	let done = 0;
	for (let count = 0; count < ACTS || done === 0; count++) {
		const isDone = await acts[count % acts.length]?.().then(
			() => true,
			() => false,
		);
		if (isDone === true) done += 1;
		await new Promise((resolve) => setTimeout(resolve, BETWEEN_ACTS_MS));
	}
}

function playByKeyboard(page: Page): Promise<void> {
	return play(...["t", "j", "t", "1", "n", "s"].map((key) => () => page.keyboard.press(key)));
}

async function playByTouch(page: Page): Promise<void> {
	await play(
		() => page.getByRole("button", { name: playWords.take }).tap(HARD),
		() => page.getByRole("button", { name: playWords.yield }).tap(HARD),
	);
	// Among eight cores there may have been nothing to take; a signal can be given at any time.
	await page.getByRole("button", { name: playWords.more, exact: true }).tap();
	await page.getByRole("button", { name: signalWords.needWork }).tap();
}

async function playByMouseThenReload(page: Page): Promise<void> {
	const take = () => page.getByRole("button", { name: playWords.take }).click(HARD);
	const ask = () => page.getByRole("button", { name: signalWords.needWork }).click(HARD);
	await play(take, ask);
	await page.reload();
	await page.locator("canvas").first().waitFor();
	// The same seat: on it this page may act again.
	await page.getByRole("complementary", { name: playWords.yourCore }).waitFor();
	await play(take, ask);
}

/** Opened late, the projector still shows all of the result at once. */
async function expectWholeResult(projector: Page): Promise<void> {
	await projector.getByText(lessonWords.codeTitle).waitFor();
	await projector.locator(".explain-columns-measured canvas").waitFor();
	await projector.locator(".lane").first().waitFor();
	await expectNoScroll(projector);
	await projector.close();
}

/** Looks at the round in the dashboard, plays its replay to the end and returns its log. */
async function replayInDashboard(teacher: Page): Promise<RoundLog> {
	await teacher.goto("/rounds");
	await teacher
		.getByRole("link", { name: /Amdahl/ })
		.first()
		.click();
	await teacher.waitForURL(/\/rounds\/.+/);
	const id = new URL(teacher.url()).pathname.split("/").at(-1) ?? "";
	const panel = teacher.getByRole("region", { name: roundsWords.replayTitle });
	await panel.locator("canvas").first().waitFor();
	const position = panel.getByRole("slider", { name: roundsWords.position });
	await panel.getByRole("button", { name: roundsWords.play, exact: true }).click();
	await expect.poll(() => position.inputValue()).not.toBe("0");
	await position.fill("180");
	await panel.getByText(/^(4[5-9]|5\d)\.\d \/ 90 s$/).waitFor();

	const answer = await teacher.request.get(`/api/rounds/${id}/log`);
	const log = (await answer.json()) as RoundLog;
	const ours = roundChecksums(replay(presentRound(log)));
	await panel.getByText(roundsWords.verified(showChecksum(ours[0] ?? 0))).waitFor();
	return log;
}
