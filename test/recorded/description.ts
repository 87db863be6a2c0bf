import { z } from "zod";
import { readRecord, writeRecord } from "./files.ts";
import { hashData } from "./hash-data.ts";

/** What a version stands for, part by part, as data. */
export type Description = Readonly<Record<string, unknown>>;

const description = z.record(z.string(), z.unknown());

/** Parts that are no longer as they were recorded under `name`, or that only one of them has. */
export function changedParts(name: string, today: Description): string[] {
	const recorded = readRecord(name, description) ?? {};
	const parts = new Set([...Object.keys(recorded), ...Object.keys(today)]);
	return [...parts].filter((part) => hashData(today[part] ?? null) !== hashData(recorded[part] ?? null));
}

export function recordDescription(name: string, today: Description): void {
	writeRecord(name, today);
}
