import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { z } from "zod";
import { LESSONS } from "#shared/lessons/table.ts";
import type { RoundHeader } from "#shared/round/round.ts";
import { roundHeaderFile } from "#shared/round/round-file.ts";
import { readRecord } from "./files.ts";
import { recordedLesson } from "./recorded-lesson.ts";
import { headerOf } from "./recorded-round.ts";
import { nameOf } from "./simulation.ts";

const headersFile = z.record(z.string(), z.array(roundHeaderFile));

/**
 * Writes down the whole headers of the recorded rounds, which lessons make otherwise in later versions. Four
 * megabytes, of which compression leaves a twenty-fifth.
 */
export function writeHeaders(version: number): void {
	const headers = LESSONS.map((lesson) => {
		const { rounds = [] } = readRecord(nameOf(lesson.id, version), recordedLesson) ?? {};
		return [lesson.id, rounds.map((round) => headerOf(lesson, round))];
	});
	writeFileSync(pathOf(version), gzipSync(JSON.stringify(Object.fromEntries(headers))));
}

/** By lesson, the headers of its rounds in the order in which they are recorded. */
export function readHeaders(version: number): Readonly<Record<string, readonly RoundHeader[]>> {
	return headersFile.parse(JSON.parse(gunzipSync(readFileSync(pathOf(version))).toString()));
}

function pathOf(version: number): string {
	return join(import.meta.dirname, "files", `${nameOf("headers", version)}.json.gz`);
}
