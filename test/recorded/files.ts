import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { z } from "zod";

const FOLDER = join(import.meta.dirname, "files");

/** What is recorded under that name; undefined where nothing is. Throws where it is something else. */
export function readRecord<Schema extends z.ZodType>(
	name: string,
	schema: Schema,
): z.infer<Schema> | undefined {
	const path = pathOf(name);
	return existsSync(path) ? schema.parse(JSON.parse(readFileSync(path, "utf8"))) : undefined;
}

/** A line for each command and each part of a scenario, so that a difference can be read. */
export function writeRecord(name: string, data: unknown): void {
	const text = JSON.stringify(data, undefined, "\t").replaceAll(/\n\t{5,}/g, " ");
	const path = pathOf(name);
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, `${text}\n`);
}

function pathOf(name: string): string {
	return join(FOLDER, `${name}.json`);
}
