import type { BrowserContext, Page } from "playwright-core";

/** A page and everything that it did which no page may do. Empty at the end of a good test. */
export type GuardedPage = { readonly page: Page; readonly complaints: readonly string[] };

/**
 * A page that notes errors and warnings of the console, exceptions, violations of the content security
 * policy, and every request that leaves `origin`. `mayFail`: what of these this test brings about itself.
 */
export async function openGuardedPage(
	context: BrowserContext,
	origin: string,
	mayFail?: RegExp,
): Promise<GuardedPage> {
	const page = await context.newPage();
	const complaints: string[] = [];
	const complain = (sentence: string) => {
		if (mayFail?.test(sentence) !== true) complaints.push(sentence);
	};
	page.on("console", (message) => {
		if (message.type() !== "error" && message.type() !== "warning") return;
		if (isBrowsersOwn(message.text())) return;
		complain(`console ${message.type()}: ${message.text()} (${message.location().url})`);
	});
	page.on("pageerror", (error) => complain(`exception: ${error.stack ?? error.message}`));
	page.on("request", (request) => {
		const url = request.url();
		if (/^(data|blob|about):/.test(url) || new URL(url).origin === origin) return;
		complain(`request to ${url}`);
	});
	page.on("websocket", (socket) => {
		if (new URL(socket.url()).host !== new URL(origin).host) complain(`socket to ${socket.url()}`);
	});
	page.on("response", (response) => {
		if (response.status() >= 500) complain(`${response.status()} from ${response.url()}`);
	});
	await page.addInitScript(() => {
		document.addEventListener("securitypolicyviolation", (event) => {
			console.error(`content security policy: ${event.violatedDirective} ${event.blockedURI}`);
		});
	});
	return { page, complaints };
}

/** Chromium's remarks on software rendering say nothing about the page. */
function isBrowsersOwn(text: string): boolean {
	return /GPU stall due to ReadPixels|Automatic fallback to software WebGL|GroupMarkerNotSet/.test(text);
}

/** Bytes that came over the network for the page so far: bodies as compressed as they were sent, by path. */
export async function countLoadedBytes(
	page: Page,
): Promise<{ readonly path: string; readonly bytes: number }[]> {
	return page.evaluate(() => {
		const entries = [
			...performance.getEntriesByType("navigation"),
			...performance.getEntriesByType("resource"),
		] as PerformanceResourceTiming[];
		return entries.map((entry) => ({ path: new URL(entry.name).pathname, bytes: entry.encodedBodySize }));
	});
}
