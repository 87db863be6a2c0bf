import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FROZEN } from "#shared/frozen/frozen.ts";
import { loadFrozen } from "#shared/frozen/load-simulation.ts";
import { LESSON_IDS, type LessonId } from "#shared/lessons/ids.ts";
import type { RoundLog } from "#shared/round/round.ts";
import type { Simulation } from "#shared/round/simulation.ts";
import type { checksumsBy } from "../recorded/checksums-of.ts";
import { recordedLogs } from "../recorded/replay-frozen.ts";
import { ROOT } from "../setup/read-imports.ts";
import { launchBrowser } from "./browser.ts";
import { bundle } from "./bundle.ts";
import { runInFirefox } from "./firefox.ts";
import { checksumsOf, playRound } from "./played-round.ts";

const SEEDS = [1, 2_026, 0xffff_ffff];

type Played = { readonly log: RoundLog; readonly inNode: number[][] };
const played = new Map<string, Played>();

/** A round, and what it comes to in Node; each is played once. */
function playOnce(lesson: LessonId, seed: number): Played {
	const name = `${lesson} ${seed}`;
	const known = played.get(name);
	if (known !== undefined) return known;
	const log = playRound(lesson, seed);
	const fresh = { log, inNode: checksumsOf(log) };
	played.set(name, fresh);
	return fresh;
}

let browser: Browser;
let script: string;

beforeAll(async () => {
	browser = await launchBrowser();
	script = await bundle("test/browser/played-round.ts", "coretet");
});
afterAll(() => browser?.close());

describe.each(LESSON_IDS)("a round of %s", (lesson) => {
	test.each(SEEDS)("with seed %i has the same checksums in Node and in Chromium", async (seed) => {
		const { log, inNode } = playOnce(lesson, seed);
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
		expect(inChromium).toEqual(inNode);
		// Each second another, until a chip has gone down: from then on nothing changes.
		const sums = inChromium.map((each) => each.join());
		const seconds = new Set(sums).size;
		expect(seconds).toBeGreaterThan(30);
		expect(new Set(sums.slice(0, seconds)).size).toBe(seconds);
		expect(new Set(sums.slice(seconds - 1)).size).toBe(1);
	});
});

test.each([...FROZEN.keys()])(
	"rounds of version %i have in Chromium the checksums that were recorded",
	async (version) => {
		const code = readFileSync(join(ROOT, `shared/frozen/sim-${version}.js`), "utf8");
		const page = await browser.newPage();
		await page.addScriptTag({ content: await bundle("test/recorded/checksums-of.ts", "recorded") });
		const earlier = await loadFrozen(version);
		if (!earlier.ok) throw new Error(earlier.reason);
		// As text: the test runner would put an import of its own in its place.
		await page.evaluate(`(async () => {
			const url = URL.createObjectURL(new Blob([${JSON.stringify(code)}], { type: "text/javascript" }));
			window.earlier = (await import(url)).simulation;
		})()`);
		for (const { log, checksums } of recordedLogs(earlier.value)) {
			const inChromium = await page.evaluate((text) => {
				const { earlier, recorded } = window as unknown as {
					earlier: Simulation;
					recorded: { checksumsBy: typeof checksumsBy };
				};
				return recorded.checksumsBy(earlier, JSON.parse(text));
			}, JSON.stringify(log));
			expect(inChromium, log.header.lesson).toEqual(checksums);
		}
		await page.close();
	},
);

test("all of them have the same checksums in Firefox too", async () => {
	const rounds = LESSON_IDS.flatMap((lesson) => SEEDS.map((seed) => playOnce(lesson, seed)));
	const logs = rounds.map(({ log }) => log);
	const inFirefox = await runInFirefox(script, "(logs) => logs.map(coretet.checksumsOf)", logs);
	expect(inFirefox).toEqual(rounds.map(({ inNode }) => inNode));
});
