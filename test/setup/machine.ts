import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

/**
 * What the tests need from the machine: a Chromium and a Firefox that start, two engines of two makers. Run
 * before the tests; does nothing where they are, else installs them where that is allowed, else fails
 * saying what to install.
 */
type Needed = {
	readonly name: "Chromium" | "Firefox";
	/** Names on the path, and other places, best first. */
	readonly names: readonly string[];
	readonly places: () => readonly string[];
	/** The variable that names the one to use. */
	readonly variable: string;
	/** What it says to --version. */
	readonly answer: RegExp;
	readonly debianPackage: string;
	readonly elsewhere: string;
};

const CHROMIUM: Needed = {
	name: "Chromium",
	names: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
	places: () => [
		"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
		"/Applications/Chromium.app/Contents/MacOS/Chromium",
		chromium.executablePath(),
	],
	variable: "CHROMIUM_PATH",
	answer: /chrom/i,
	debianPackage: "chromium",
	elsewhere: "Google Chrome",
};

const FIREFOX: Needed = {
	name: "Firefox",
	names: ["firefox-esr", "firefox"],
	places: () => ["/Applications/Firefox.app/Contents/MacOS/firefox"],
	variable: "FIREFOX_PATH",
	answer: /firefox/i,
	debianPackage: "firefox-esr",
	elsewhere: "Firefox",
};

const MINUTE_MS = 60_000;

/** Path of a Chromium that starts on this machine: CHROMIUM_PATH, the system's, or Playwright's own. */
export function chromiumPath(): string {
	return pathOf(CHROMIUM);
}

/** Path of a Firefox that starts on this machine: FIREFOX_PATH or the system's. */
export function firefoxPath(): string {
	return pathOf(FIREFOX);
}

function pathOf(needed: Needed): string {
	const path = find(needed);
	if (path === undefined) throw new Error(whatToInstall(needed));
	return path;
}

function whatToInstall({ name, debianPackage, elsewhere, variable }: Needed): string {
	return (
		`The browser tests need ${name} and none was found or could be installed. ` +
		`Install it (Debian: apt-get install ${debianPackage}; others: ${elsewhere}), or set ${variable} to one.`
	);
}

function find({ name, names, places, variable, answer }: Needed): string | undefined {
	const wanted = process.env[variable];
	if (wanted !== undefined && wanted !== "") {
		if (starts(wanted, answer)) return wanted;
		throw new Error(`${variable} is "${wanted}", and no ${name} starts there.`);
	}
	const onPath = names.flatMap((each) =>
		(process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, each)),
	);
	return [...onPath, ...places()].find((path) => starts(path, answer));
}

/** Some systems ship a command that only asks to install the browser, so its answer is what counts. */
function starts(path: string, answer: RegExp): boolean {
	if (!existsSync(path)) return false;
	const { status, stdout } = spawnSync(path, ["--version"], { encoding: "utf8", timeout: MINUTE_MS });
	return status === 0 && answer.test(stdout);
}

function run(command: string, args: readonly string[]): boolean {
	console.error(`> ${command} ${args.join(" ")}`);
	const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
	const { status } = spawnSync(command, args, { stdio: ["ignore", 2, 2], timeout: 10 * MINUTE_MS, env });
	return status === 0;
}

function installDebianPackage(name: string): boolean {
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
	return apt("install", "-y", "--no-install-recommends", name);
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

function prepare(needed: Needed, installs: readonly (() => boolean)[]): void {
	if (find(needed) !== undefined) return;
	console.error(`No ${needed.name} found; installing one for the browser tests.`);
	for (const install of installs) if (install() && find(needed) !== undefined) return;
	throw new Error(whatToInstall(needed));
}

if (import.meta.main) {
	try {
		prepare(CHROMIUM, [() => installDebianPackage(CHROMIUM.debianPackage), installPlaywrightsOwn]);
		prepare(FIREFOX, [() => installDebianPackage(FIREFOX.debianPackage)]);
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
}
