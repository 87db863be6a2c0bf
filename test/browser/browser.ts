import { type Browser, chromium } from "playwright-core";
import { chromiumPath } from "../setup/machine.ts";

/** Real Chromium. Software rendering, and no sandbox: tests run as root in containers too. */
export function launchBrowser(): Promise<Browser> {
	return chromium.launch({
		executablePath: chromiumPath(),
		args: ["--no-sandbox", "--disable-dev-shm-usage", "--mute-audio"],
	});
}
