import { readFileSync } from "node:fs";
import { UsageError } from "./usage-error.ts";

/** The JSON in a file, or a sentence about why there is none. */
export function readJson(path: string): unknown {
	let text: string;
	try {
		text = readFileSync(path, "utf8");
	} catch {
		throw new UsageError(`Cannot read ${path}: there is no such file, or it may not be read.`);
	}
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new UsageError(
			`${path} is not JSON: ${error instanceof Error ? error.message : "it cannot be parsed"}.`,
		);
	}
}
