import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readSetup } from "#shared/lab/link.ts";
import { runnableOf } from "#shared/lab/subject.ts";
import { checksum, showChecksum } from "#shared/sim/chip/checksum.ts";
import { parseScenario } from "#shared/sim/scenario/scenario-file.ts";
import { labWords } from "../../client/i18n/en/lab.ts";
import { runAll } from "../lab/runs.ts";
import { openSchool, PHONE, type School } from "./school.ts";
import { expectNoSidewaysScroll, tabTo } from "./steps.ts";

let school: School;
beforeAll(async () => {
	school = await openSchool();
});
afterAll(() => school?.close());

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const clock = (page: Page) => page.locator(".lab-clock");

/** Runs whatever is there to its end and reads the checksums, by side. */
async function runToEnd(page: Page): Promise<string[]> {
	const row = page.getByRole("row", { name: labWords.measures.checksum });
	const isThere = async () => {
		if (await row.isVisible()) return true;
		// Where the run before was at its end, this one goes there by itself.
		await button(page, labWords.toEnd)
			.click({ timeout: 1_000 })
			.catch(() => {});
		return false;
	};
	await expect.poll(isThere).toBe(true);
	return (await row.getByRole("cell").allTextContents()).filter((text) => /^[0-9a-f]{8}$/.test(text));
}

/** What Node gets for the sides that the page's own link names. */
function checksumsOf(page: Page): string[] {
	const link = new URLSearchParams(new URL(page.url()).hash.slice(1));
	return ["a", "b"].flatMap((side) => {
		const text = link.get(side);
		if (text === null) return [];
		const { setup, problems } = readSetup(text);
		expect(problems).toEqual([]);
		return showChecksum(checksum(runAll(runnableOf({ type: "setup", ...setup }), 1_000_000).chip));
	});
}

test("a slider is moved, it runs, steps and is compared, and the link gives the same again", async () => {
	const page = await school.openPage();
	await page.goto("/lab");
	await page.locator("canvas").first().waitFor();
	const cores = page.getByLabel(labWords.fields.pCores);
	await cores.fill("6");
	await expect.poll(() => page.url()).toContain("amdahl.pCores-6");

	await button(page, labWords.stepTick).click();
	await clock(page).getByText("0.025 s").waitFor();
	await button(page, labWords.stepEvent).click();
	await expect.poll(() => clock(page).textContent()).not.toContain("0.025");
	await button(page, labWords.play).click();
	await button(page, labWords.pause).click();
	const alone = await runToEnd(page);
	expect(alone).toEqual(checksumsOf(page));
	expect(alone.length).toBe(1);

	await button(page, labWords.compare).click();
	await page.getByLabel(labWords.fields.parallelPercent).fill("50");
	await page.getByText(labWords.differences(1)).waitFor();
	await page.getByText(labWords.differs("A", labWords.units.percent(90))).waitFor();
	await expect.poll(() => page.locator("canvas").count()).toBeGreaterThanOrEqual(2);
	await expect.poll(() => page.url()).toContain("&b=amdahl.parallelPercent-50.pCores-6");
	// It was at the end before, so the new one goes there by itself.
	await clock(page).getByText(labWords.over).waitFor();
	const both = checksumsOf(page);
	expect(both.length).toBe(2);
	expect(both[0]).toBe(alone[0]);

	await page.reload();
	expect(await runToEnd(page)).toEqual(both);
	await page.getByText(labWords.sweepNote).waitFor();
	expect(school.complaints()).toEqual([]);
});

test("by keyboard alone: a slider, run, step and restart", async () => {
	const page = await school.openPage();
	await page.goto("/lab#v=1&a=equal");
	await page.locator("canvas").first().waitFor();
	const tasks = page.getByLabel(labWords.fields.tasks, { exact: true });
	await tabTo(page, tasks);
	await page.keyboard.press("ArrowRight");
	await expect.poll(() => page.url()).toContain("equal.tasks-26");
	await page.locator("h1").click();
	await page.keyboard.press("ArrowDown");
	await clock(page).getByText("0.025 s").waitFor();
	await page.keyboard.press("Space");
	await button(page, labWords.pause).waitFor();
	await page.keyboard.press("Home");
	await page.keyboard.press("Space");
	await button(page, labWords.play).waitFor();
	expect(school.complaints()).toEqual([]);
});

test("a scenario file is saved, opened again with the same checksum, and refused with its mistakes", async () => {
	const page = await school.openPage();
	await page.goto("/lab#v=1&a=arrivals.policy-sjf");
	await page.locator("canvas").first().waitFor();
	const [own] = await runToEnd(page);
	const download = page.waitForEvent("download");
	await button(page, labWords.save).click();
	const saved = readFileSync(await (await download).path(), "utf8");
	expect(parseScenario(JSON.parse(saved)).ok).toBe(true);

	const input = page.getByLabel(labWords.open, { exact: true }).and(page.locator("input"));
	const file = (name: string, text: string) => ({
		name,
		mimeType: "application/json",
		buffer: Buffer.from(text),
	});
	await input.setInputFiles(file("mine.json", saved));
	await page.getByText(labWords.fromFile("Lab: arrivals")).waitFor();
	expect(await runToEnd(page)).toEqual([own]);
	await page.reload();
	await page.getByText(labWords.fromFile("Lab: arrivals")).waitFor();
	expect(await runToEnd(page)).toEqual([own]);

	await input.setInputFiles(file("odd.json", '{ "title": "odd" }'));
	await page.getByText(labWords.fileBroken("odd.json")).waitFor();
	await page.getByText(/^machine: /).waitFor();
	await input.setInputFiles(file("text.json", "no"));
	await page.getByText(labWords.fileNotJson("text.json")).waitFor();
	expect(school.complaints()).toEqual([]);
});

test("on a phone a broken link says what was wrong, and a starting point repairs it", async () => {
	const page = await school.openPage(PHONE);
	await page.goto("/lab#v=1&a=lock.holdMs-1.colour-red");
	await page.getByText(labWords.problems.unknownField("colour")).waitFor();
	await page.getByText(labWords.problems.value(labWords.fields.holdMs, "1", "0.3 s")).waitFor();
	await page.locator("canvas").first().waitFor();
	await expectNoSidewaysScroll(page);
	await page.getByRole("link", { name: labWords.starts.neighbours }).tap();
	await page.getByText(labWords.differences(1)).waitFor();
	expect(await page.getByText(labWords.problems.unknownField("colour")).count()).toBe(0);
	await expectNoSidewaysScroll(page);
	expect(school.complaints()).toEqual([]);
});
