import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { LessonId } from "#shared/lessons/ids.ts";
import { launchBrowser } from "./browser.ts";
import { bundle } from "./bundle.ts";
import type { clear, draw } from "./drawn-rounds.ts";

declare const drawn: { readonly draw: typeof draw; readonly clear: typeof clear };

const ROUNDS = 5;

let browser: Browser;
let script: string;
beforeAll(async () => {
	[browser, script] = await Promise.all([launchBrowser(), bundle("test/browser/drawn-rounds.ts", "drawn")]);
});
afterAll(() => browser?.close());

/** What the page shows of the drawing, as a picture. */
async function pictureOf(page: Page, lesson: LessonId, renderer: "webgl" | "canvas"): Promise<string> {
	await page.evaluate(([id, by]) => drawn.draw(id, by), [lesson, renderer] as const);
	return (await page.locator("#drawn").screenshot()).toString("base64");
}

test.each(["webgl", "canvas"] as const)(
	"a chip is drawn in the fifth round on a page as in the first, and nothing of the earlier ones stays (%s)",
	async (renderer) => {
		const page = await browser.newPage({ viewport: { width: 1000, height: 600 } });
		const errors: string[] = [];
		page.on("pageerror", (error) => errors.push(error.message));
		await page.addScriptTag({ content: script });
		const pictures: string[] = [];
		const kept: Awaited<ReturnType<typeof clear>>[] = [];
		for (let round = 0; round < ROUNDS; round++) {
			// Another board in between, as when a class goes through its lessons.
			await pictureOf(page, round % 2 === 0 ? "shared-cache" : "asymmetric", renderer);
			await page.evaluate(() => drawn.clear());
			pictures.push(await pictureOf(page, "locks", renderer));
			kept.push(await page.evaluate(() => drawn.clear()));
			expect(await page.locator("canvas").count()).toBe(0);
		}
		expect(new Set(pictures).size, "all rounds look the same").toBe(1);
		expect(pictures[0]?.length).toBeGreaterThan(20_000);
		expect(kept.map(({ used }) => used)).toEqual(kept.map(() => 0));
		expect(kept.map(({ all }) => all)).toEqual(kept.map(() => kept[0]?.all));
		expect(kept.some(({ holdsContext }) => holdsContext)).toBe(false);
		expect(errors).toEqual([]);
		await page.close();
	},
);
