import type { Page } from "playwright-core";
import { sumOf } from "#shared/lib/statistics.ts";
import { joinWords } from "../../client/i18n/en/join.ts";
import { lessonWords } from "../../client/i18n/en/lesson.ts";
import { playWords } from "../../client/i18n/en/play.ts";
import { launchBrowser } from "../browser/browser.ts";
import { countLoadedBytes } from "../browser/guarded-page.ts";
import { benchBrowserSweep } from "./browser-sweep.ts";
import type { Figure } from "./figure.ts";
import { type ServerProcess, startServerProcess } from "./server-process.ts";

const PLAYED_MS = 10_000;
/** A cheap laptop's screen. */
const VIEWPORT = { width: 1366, height: 768 };

/** What a browser loads from the real server's build, and what drawing costs, in Chromium without a GPU. */
export async function benchClient(): Promise<Figure[]> {
	const server = await startServerProcess();
	const browser = await launchBrowser();
	try {
		const open = async () => (await browser.newContext({ viewport: VIEWPORT })).newPage();
		return [
			...(await benchJoin(await open(), server)),
			...(await benchPlay(await open(), server)),
			...(await benchBrowserSweep()),
		];
	} finally {
		await browser.close();
		await server.stop();
	}
}

async function benchJoin(page: Page, { port }: ServerProcess): Promise<Figure[]> {
	await page.goto(`http://127.0.0.1:${port}/`, { waitUntil: "networkidle" });
	const loaded = await countLoadedBytes(page);
	const font = loaded.filter(({ path }) => path.endsWith(".woff2"));
	return [
		{
			id: "join-page",
			what: "join page, first load, compressed",
			value: kilobytes(loaded),
			unit: "kB",
			atMost: 60,
		},
		{ id: "join-page-font", what: "of these the font", value: kilobytes(font), unit: "kB" },
	];
}

/** A practice round alone, opened from an empty cache. */
async function benchPlay(page: Page, { port }: ServerProcess): Promise<Figure[]> {
	const origin = `http://127.0.0.1:${port}`;
	const answer = await fetch(`${origin}/api/practice`, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ lesson: "parallel-work" }),
	});
	if (!answer.ok) throw new Error(`practice: ${answer.status} ${await answer.text()}`);
	const { code } = (await answer.json()) as { code: string };
	await page.goto(`${origin}/?code=${code}`);
	for (const name of [joinWords.join, playWords.next, lessonWords.predictSkip, playWords.start])
		await page.getByRole("button", { name, exact: true }).click();
	await page.locator("canvas").first().waitFor();
	await page.waitForLoadState("networkidle");
	const loaded = await countLoadedBytes(page);
	return [
		{
			id: "play-page",
			what: "playing, everything loaded, compressed",
			value: kilobytes(loaded),
			unit: "kB",
			atMost: 700,
		},
		...(await benchFrames(page)),
	];
}

function kilobytes(loaded: readonly { readonly bytes: number }[]): number {
	return sumOf(loaded, ({ bytes }) => bytes) / 1000;
}

async function benchFrames(page: Page): Promise<Figure[]> {
	const session = await page.context().newCDPSession(page);
	await session.send("Performance.enable");
	const before = await readMetrics(session);
	const frames = await page.evaluate(
		(ms) =>
			new Promise<number>((resolve) => {
				const endMs = performance.now() + ms;
				let count = 0;
				const next = (nowMs: number) => {
					count += 1;
					if (nowMs < endMs) requestAnimationFrame(next);
					else resolve(count);
				};
				requestAnimationFrame(next);
			}),
		PLAYED_MS,
	);
	const after = await readMetrics(session);
	const perFrameMs = (1000 * (after - before)) / frames;
	return [
		{
			id: "frames",
			what: "frames drawn per second while playing (no GPU)",
			value: (1000 * frames) / PLAYED_MS,
			unit: "1/s",
		},
		{ id: "frame-script", what: "script per frame while playing", value: perFrameMs, unit: "ms", atMost: 16 },
	];
}

async function readMetrics(
	session: Awaited<ReturnType<ReturnType<Page["context"]>["newCDPSession"]>>,
): Promise<number> {
	const { metrics } = await session.send("Performance.getMetrics");
	return metrics.find(({ name }) => name === "ScriptDuration")?.value ?? 0;
}
