import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { commonWords } from "../../client/i18n/en/common.ts";
import { lessonWords } from "../../client/i18n/en/lesson.ts";
import { roundsWords } from "../../client/i18n/en/rounds.ts";
import { steerWords } from "../../client/i18n/en/teach.ts";
import { teamWords } from "../../client/i18n/en/team.ts";
import { DESKTOP, openSchool, PHONE, type School } from "./school.ts";
import { expectNoScroll, goOn, join, openClass, openProjector, predict } from "./steps.ts";

/** A round ends by itself after some seconds: one that is cut short may have no result. */
const FAST_TURN_MS = 30;
/** What most are. */
const PROJECTORS = [
	[1366, 768],
	[1920, 1080],
] as const;

let school: School;
beforeAll(async () => {
	school = await openSchool();
});
afterAll(() => school.close());

const vega = teamWords.team(1, teamWords.names[0]);
const sirius = teamWords.team(2, teamWords.names[1]);

/** The members of a team, as the desk lists them between rounds. */
async function membersOf(teacher: Page, team: string): Promise<string[]> {
	const list = teacher.locator(".desk-team").filter({ has: teacher.getByRole("heading", { name: team }) });
	return await list.locator(".presence-name").allTextContents();
}

test("a class sees its teams, the desk moves a student, and rounds are compared by team", async () => {
	school.playEvery(FAST_TURN_MS);
	const teacher = await school.openPage(DESKTOP);
	const code = await openClass(teacher, school, "parallel-work", { discusses: true });
	const projector = await openProjector(teacher, code);
	const phones: Page[] = [];
	for (let index = 0; index < 6; index += 1) {
		const phone = await school.openPage(PHONE);
		await join(phone, code, `Kid ${index}`);
		phones.push(phone);
	}
	await goOn(teacher, "lobby");
	await teacher.getByRole("heading", { name: sirius }).waitFor();
	expect(await membersOf(teacher, vega)).toEqual(["Kid 0", "Kid 1", "Kid 2"]);
	await phones[0]?.getByText(vega).first().waitFor();

	await teacher.getByRole("button", { name: "Kid 0" }).click();
	await teacher.getByLabel(teamWords.move, { exact: true }).selectOption({ value: "2" });
	await expect.poll(() => membersOf(teacher, sirius)).toEqual(["Kid 0", "Kid 3", "Kid 4", "Kid 5"]);
	await phones[0]?.getByText(sirius).first().waitFor();

	await expectNoScroll(projector);
	await goOn(teacher, "brief");
	await projector.getByText(lessonWords.discussTitle).waitFor();
	for (const [width, height] of PROJECTORS) {
		await projector.setViewportSize({ width, height });
		await expectNoScroll(projector);
	}
	for (const phone of phones) await predict(phone, "parallel-work", 3);
	await goOn(teacher, "predict");
	for (const team of [vega, sirius]) await projector.getByRole("region", { name: team }).waitFor();
	await phones[0]?.locator(".hud-team").getByText(sirius).waitFor();
	await projector.locator(".team-scores").getByText(sirius).waitFor();

	await teacher.getByRole("button", { name: steerWords.repeat, exact: true }).click();
	await projector.getByRole("region", { name: vega }).waitFor();
	await projector.locator(".team-scores").getByText(vega).waitFor();

	await teacher.goto("/rounds");
	await teacher.getByRole("link", { name: commonWords.lessons["parallel-work"] }).first().click();
	const repeat = teacher.getByRole("region", { name: roundsWords.repeatTitle });
	await repeat.waitFor();
	expect(await repeat.getByRole("columnheader").allTextContents()).toEqual([
		roundsWords.repeatShare,
		vega,
		sirius,
	]);
	expect(school.complaints()).toEqual([]);
});
