import { join } from "node:path";
import type { Browser } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LESSON_IDS } from "#shared/lessons/ids.ts";
import { ROOT } from "../setup/read-imports.ts";
import { launchBrowser } from "./browser.ts";
import { checksumsOf, playRound } from "./played-round.ts";

const SEEDS = [1, 2_026, 0xffff_ffff];

let browser: Browser;
let script: string;

beforeAll(async () => {
	browser = await launchBrowser();
	script = await bundleSimulation();
});
afterAll(() => browser?.close());

/** The simulation as one script that a page can load; `coretet.checksumsOf` is its entry. */
async function bundleSimulation(): Promise<string> {
	const entry = join(import.meta.dirname, "played-round.ts");
	const built = await build({
		root: ROOT,
		configFile: false,
		logLevel: "silent",
		build: { write: false, target: "es2022", lib: { entry, formats: ["iife"], name: "coretet" } },
	});
	const [output] = Array.isArray(built) ? built : [];
	const [chunk] = output?.output ?? [];
	if (chunk?.type !== "chunk") throw new Error("the simulation was not built");
	return chunk.code;
}

describe.each(LESSON_IDS)("a round of %s", (lesson) => {
	test.each(SEEDS)("with seed %i has the same checksums in Node and in Chromium", async (seed) => {
		const log = playRound(lesson, seed);
		const page = await browser.newPage();
		await page.addScriptTag({ content: script });
		const inChromium = await page.evaluate(
			(text) =>
				(window as unknown as { coretet: { checksumsOf: typeof checksumsOf } }).coretet.checksumsOf(
					JSON.parse(text),
				),
			JSON.stringify(log),
		);
		await page.close();
		expect(inChromium).toEqual(checksumsOf(log));
		expect(new Set(inChromium.map((sums) => sums.join())).size).toBe(inChromium.length);
	});
});
