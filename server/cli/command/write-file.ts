import { writeFileSync } from "node:fs";
import { UsageError } from "./usage-error.ts";

/** Writes a file that the user asked for, or says why that cannot be. */
export function writeFile(path: string, text: string): void {
	try {
		writeFileSync(path, text);
	} catch {
		throw new UsageError(`Cannot write ${path}: its folder does not exist, or it may not be written.`);
	}
}
