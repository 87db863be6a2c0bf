import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

/**
 * What the tests need from the machine: a Chromium that starts. Run before the tests; does nothing
 * where there is one, else installs it where that is allowed, else fails saying what to install.
 */
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const PLACES = [
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
	"/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const MINUTE_MS = 60_000;

/** Path of a Chromium that starts on this machine: CHROMIUM_PATH, the system's, or Playwright's own. */
export function chromiumPath(): string {
	const path = findChromium();
	if (path === undefined) throw new Error(WHAT_TO_INSTALL);
	return path;
}

const WHAT_TO_INSTALL =
	"The browser tests need Chromium and none was found or could be installed. " +
	"Install it (Debian: apt-get install chromium; others: Google Chrome), or set CHROMIUM_PATH to one.";

function findChromium(): string | undefined {
	const wanted = process.env["CHROMIUM_PATH"];
	if (wanted !== undefined && wanted !== "") {
		if (starts(wanted)) return wanted;
		throw new Error(`CHROMIUM_PATH is "${wanted}", and no browser starts there.`);
	}
	const onPath = NAMES.flatMap((name) =>
		(process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, name)),
	);
	return [...onPath, ...PLACES, chromium.executablePath()].find(starts);
}

/** Some systems ship a command that only asks to install the browser, so its answer is what counts. */
function starts(path: string): boolean {
	if (!existsSync(path)) return false;
	const answer = spawnSync(path, ["--version"], { encoding: "utf8", timeout: MINUTE_MS });
	return answer.status === 0 && /chrom/i.test(answer.stdout);
}

function run(command: string, args: readonly string[]): boolean {
	console.error(`> ${command} ${args.join(" ")}`);
	const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
	const { status } = spawnSync(command, args, { stdio: ["ignore", 2, 2], timeout: 10 * MINUTE_MS, env });
	return status === 0;
}

function installDebianPackage(): boolean {
	if (!isCommand("apt-get")) return false;
	const isRoot = process.getuid?.() === 0;
	if (!isRoot && !(isCommand("sudo") && spawnSync("sudo", ["-n", "true"]).status === 0)) return false;
	const apt = (...args: string[]) => {
		// Another test run may hold the lock just now.
		const all = ["-o", "DPkg::Lock::Timeout=120", ...args];
		return isRoot ? run("apt-get", all) : run("sudo", ["-n", "apt-get", ...all]);
	};
	// Lists that could not be renewed may still be good enough.
	apt("update");
	return apt("install", "-y", "--no-install-recommends", "chromium");
}

function installPlaywrightsOwn(): boolean {
	const cli = join(import.meta.dirname, "../../node_modules/playwright-core/cli.js");
	return run(process.execPath, [cli, "install", "--no-shell", "chromium"]);
}

function isCommand(name: string): boolean {
	return (process.env["PATH"] ?? "").split(delimiter).some((folder) => {
		try {
			accessSync(join(folder, name), constants.X_OK);
			return true;
		} catch {
			return false;
		}
	});
}

function prepare(): void {
	if (findChromium() !== undefined) return;
	console.error("No Chromium found; installing one for the browser tests.");
	for (const install of [installDebianPackage, installPlaywrightsOwn]) {
		if (install() && findChromium() !== undefined) return;
	}
	throw new Error(WHAT_TO_INSTALL);
}

if (import.meta.main) {
	try {
		prepare();
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
}
