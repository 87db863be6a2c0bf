import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A version number in the code, what it stands for, and the hash beside it of what that was when it was recorded. */
export type Seal = {
	/** Subject of a sentence: "The simulation". */
	readonly what: string;
	readonly versionName: string;
	readonly hashName: string;
	/** Where both are, and where each version has its line: paths from the root. */
	readonly file: string;
	readonly history: string;
	readonly version: number;
	/** The version that was recorded, a space, and the hash. */
	readonly hash: string;
};

const ROOT = join(import.meta.dirname, "../..");

export function recordedVersion({ hash }: Seal): number {
	return Number.parseInt(hash, 10);
}

/** What to do where something has changed that the version stands for. */
export function adviceOf(seal: Seal): string {
	const { versionName, file, history, version } = seal;
	const next = recordedVersion(seal) + 1;
	const raise =
		version === next ? `${versionName} is ${next} already` : `Raise ${versionName} to ${next} in ${file}`;
	return `${raise}, say why in a line of ${history} and run \`npm run record\``;
}

/** What keeps the version from being recorded, if anything. */
export function versionFault(seal: Seal): string | undefined {
	const { versionName, version, history } = seal;
	const last = recordedVersion(seal);
	if (version !== last && version !== last + 1)
		return `${versionName} is ${version}, and ${last} was recorded last`;
	const lines = readFileSync(join(ROOT, history), "utf8").split("\n");
	return lines.some((line) => line.startsWith(`| ${version} |`))
		? undefined
		: `${history} has no line for ${versionName} ${version}`;
}

/** Writes `text` to the constant `name` of `file`, a path from the root. */
export function writeConstant(file: string, name: string, text: string): void {
	const path = join(ROOT, file);
	const source = readFileSync(path, "utf8");
	const constant = new RegExp(`(export const ${name} =\\s+)"[^"]*"`);
	if (!constant.test(source)) throw new Error(`${file} has no ${name}`);
	writeFileSync(path, source.replace(constant, `$1"${text}"`));
}

export function writeHash({ file, hashName, version }: Seal, hash: string): void {
	writeConstant(file, hashName, `${version} ${hash}`);
}
