import { launchBrowser } from "../browser/browser.ts";
import { bundle } from "../browser/bundle.ts";
import type { Figure } from "./figure.ts";
import type { sweepLessons } from "./swept-lessons.ts";

const CORE_COUNTS = 16;

/** Milliseconds that a worker of a page takes to run a lesson on 1 to 16 cores, its first time. */
export async function benchBrowserSweep(): Promise<Figure[]> {
	const script = await bundle("test/bench/swept-lessons.ts", "swept");
	const source = `${script}\npostMessage(swept.sweepLessons(${CORE_COUNTS}));`;
	const browser = await launchBrowser();
	try {
		const page = await browser.newPage();
		const spent = await page.evaluate(
			(text) =>
				new Promise<ReturnType<typeof sweepLessons>>((resolve, reject) => {
					const worker = new Worker(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
					worker.onmessage = ({ data }) => resolve(data);
					worker.onerror = ({ message }) => reject(new Error(message));
				}),
			source,
		);
		return spent.map(({ lesson, ms }) => ({
			id: `browser-sweep-${lesson}`,
			what: `"${lesson}" on 1 to ${CORE_COUNTS} cores, in a worker of the browser`,
			value: ms,
			unit: "ms",
			atMost: 2_000,
		}));
	} finally {
		await browser.close();
	}
}
