import { spawn } from "node:child_process";
import { ROOT } from "./read-imports.ts";

/**
 * `npm run check`: all that is checked at every change, side by side, so that all processors have something to do.
 * What a step says is shown if it fails. The exit code is 0 only if none does.
 */
const STEPS: readonly (readonly string[])[] = [
	// The longest first.
	["vitest", "run", "--config", "test/vitest.config.ts", "--project", "fast"],
	["biome", "ci", "--error-on-warnings"],
	...["test", "server", "client", "shared"].map((folder) => [
		"tsc",
		...["-p", folder],
		// What has not changed since the last check is not checked again.
		...["--incremental", "--tsBuildInfoFile", `test/.cache/${folder}.tsbuildinfo`],
	]),
	["knip"],
];

const startMs = performance.now();
const passed = await Promise.all(STEPS.map(runStep));
const tookS = ((performance.now() - startMs) / 1_000).toFixed(1);
console.log(passed.every(Boolean) ? `All is well (${tookS} s).` : `Something is wrong (${tookS} s).`);
process.exitCode = passed.every(Boolean) ? 0 : 1;

/** Runs a command of a package; says how it went when it is over. Programs of packages are on npm's path. */
async function runStep([command = "", ...args]: readonly string[]): Promise<boolean> {
	const child = spawn(command, args, {
		cwd: ROOT,
		stdio: ["ignore", "pipe", "pipe"],
		shell: process.platform === "win32",
		env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? "1" : "0" },
	});
	const said: Buffer[] = [];
	child.stdout.on("data", (part: Buffer) => said.push(part));
	child.stderr.on("data", (part: Buffer) => said.push(part));
	const code = await new Promise<number | null>((resolve) => {
		child.on("error", (error) => {
			said.push(Buffer.from(`${error.message}\n`));
			resolve(1);
		});
		child.on("close", resolve);
	});
	const isGood = code === 0;
	console.log(`${isGood ? "passed" : "FAILED"}  ${command} ${args.join(" ")}`);
	if (!isGood) process.stdout.write(Buffer.concat(said));
	return isGood;
}
