import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TURN_MS } from "#shared/lib/units.ts";
import { alonePaths, placeOf, SURFACE_NAMES, type Surface } from "#shared/protocol/surfaces.ts";
import { lessonWords } from "../../client/i18n/en/lesson.ts";
import { playWords } from "../../client/i18n/en/play.ts";
import { roundsWords } from "../../client/i18n/en/rounds.ts";
import { openSchool, PHONE, type School } from "./school.ts";
import { expectNoSidewaysScroll, goOn, join, openClass, predict, skipPrediction } from "./steps.ts";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let school: School;
const problems: string[] = [];
/** What was looked at: a new surface is not to be forgotten here. */
const examined = new Set<Surface | undefined>();
beforeAll(async () => {
	school = await openSchool();
});
afterAll(() => school?.close());

/** Notes everything that axe finds on the page as it is. */
async function examine(page: Page, where: string): Promise<void> {
	examined.add(placeOf(new URL(page.url()).pathname)?.surface);
	await expect.poll(() => page.evaluate(standsStill)).toBe(true);
	await page.evaluate(axeSource);
	const { violations } = await page.evaluate(() =>
		(window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
	);
	for (const { id, help, nodes } of violations) {
		const places = nodes.map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`);
		problems.push(`${where}: ${id} (${help})\n  ${places.slice(0, 4).join("\n  ")}`);
	}
}

/** Whether everything is there that fades or moves in: what is told from its surroundings is to be seen. */
function standsStill(): boolean {
	return document.getAnimations().every(({ playState, effect }) => {
		const isEndless = effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY;
		return playState !== "running" || isEndless;
	});
}

test("no page keeps anybody out: axe finds nothing on any surface", async () => {
	const teacher = await school.openPage();
	const projector = await teacher.context().newPage();
	const core = await school.openPage(PHONE);
	const scheduler = await school.openPage();
	const visitor = await school.openPage(PHONE, /401|404/);

	for (const path of [...alonePaths(), "/guide/amdahl", "/homework/CDFGHJ", "/nowhere"]) {
		await visitor.goto(path, { waitUntil: "networkidle" });
		await examine(visitor, `visitor ${path}`);
		await expectNoSidewaysScroll(visitor);
	}
	await teacher.goto(school.signInLink(), { waitUntil: "networkidle" });
	await examine(teacher, "teach");
	const code = await openClass(teacher, school, "parallel-work");
	await projector.goto(`/project/${code}`);
	await join(core, code, "Ada");
	await join(scheduler, code, "Grace");
	const everywhere = async (phase: string) => {
		await Promise.all([
			examine(teacher, `desk, ${phase}`),
			examine(projector, `projector, ${phase}`),
			examine(core, `core's page, ${phase}`),
			examine(scheduler, `scheduler's page, ${phase}`),
		]);
		await expectNoSidewaysScroll(core);
	};
	await everywhere("lobby");
	await goOn(teacher, "lobby");
	await everywhere("brief");
	await goOn(teacher, "brief");
	await predict(core, "parallel-work", 3.5);
	await everywhere("predict");
	await skipPrediction(scheduler);
	await goOn(teacher, "predict");
	for (const page of [core, scheduler, projector]) await page.locator("canvas").first().waitFor();
	// Some turns, after which every core has something.
	school.playEvery(50);
	await core.waitForTimeout(1_000);
	school.playEvery(TURN_MS);
	await everywhere("play");
	await core.getByRole("button", { name: playWords.help }).tap();
	await examine(core, "help");
	await core.keyboard.press("Escape");
	await goOn(teacher, "play");
	for (const page of [teacher, core, scheduler])
		await page.getByText(lessonWords.predictionTitle).first().waitFor();
	await everywhere("explain");
	await teacher.goto("/rounds", { waitUntil: "networkidle" });
	await examine(teacher, "rounds");
	await teacher.getByRole("row").nth(1).getByRole("link").click();
	await teacher.getByRole("region", { name: roundsWords.replayTitle }).locator("canvas").first().waitFor();
	await examine(teacher, "round");
	expect(SURFACE_NAMES.filter((surface) => !examined.has(surface))).toEqual([]);
	expect(problems).toEqual([]);
	expect(school.complaints()).toEqual([]);
});
