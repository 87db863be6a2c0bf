import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { judgedChips } from "#shared/evaluation/evaluate-lesson.ts";
import { LESSON_IDS, type LessonId } from "#shared/lessons/ids.ts";
import type { Lesson } from "#shared/lessons/lesson.ts";
import { LESSONS } from "#shared/lessons/table.ts";
import { at } from "#shared/lib/assert.ts";
import { ok, type Result, refuse } from "#shared/lib/result.ts";
import { hashCode } from "../setup/hash-code.ts";
import { type Cell, type Cells, cellsOf } from "./cells.ts";

/**
 * What the evaluation of the lessons has come to, kept in `kept.json`: computing it takes minutes. Each lesson has a
 * hash of everything that goes in; where it is another now, its figures are computed anew, and a test says that the
 * file is out of date. Every run computes a sample of the cells all the same, and compares exactly.
 */
const FILE = new URL("./kept.json", import.meta.url);
/** What makes that file. */
export const REFRESH = "npm run evaluate:keep";
/** The share of the cells of each kind that every run computes. */
const SAMPLE_SHARE = 0.05;

const decision = z.strictObject({
	id: z.enum(["next", "take", "steal", "deal", "move", "way", "mode", "batch", "front"]),
	seat: z.enum(["core", "scheduler"]),
	perMinute: z.number(),
	costS: z.number(),
	expertRight: z.number(),
});

/** Tests read the faults; the table is there to be looked at, and to be computed again. */
const gate = z.strictObject({
	table: z.looseObject({}),
	waits: z.array(z.looseObject({})),
	faults: z.array(z.string()),
});

const kept = z.strictObject({
	/** By lesson. */
	hashes: z.partialRecord(z.enum(LESSON_IDS), z.hash("sha256")),
	/** By the name of the cell. */
	gates: z.record(z.string(), gate),
	decisions: z.record(z.string(), z.array(decision).readonly()),
	shares: z.record(z.string(), z.number()),
});

export type Kept = Readonly<z.infer<typeof kept>>;

export const NOTHING_KEPT: Kept = { hashes: {}, gates: {}, decisions: {}, shares: {} };

/** Every lesson in which people decide. */
export const PLAYED_LESSONS = LESSONS.filter(({ decisions }) => decisions.length > 0);

/** The file, or in one sentence why it cannot be used and what makes it anew. */
export function readKept(read: () => string = () => readFileSync(FILE, "utf8")): Result<Kept, string> {
	try {
		const parsed = kept.safeParse(JSON.parse(read()));
		if (parsed.success) return ok(parsed.data);
		const issue = at(parsed.error.issues, 0);
		const place = issue.path.length === 0 ? "" : `${issue.path.join(".")}: `;
		return refuse(`test/evaluation/kept.json: ${place}${issue.message} (\`${REFRESH}\` makes it anew)`);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return refuse(`test/evaluation/kept.json: ${reason} (\`${REFRESH}\` makes it anew)`);
	}
}

/** One cell on each line. Throws where a figure is no finite number. */
export function writeKept(file: unknown): void {
	const lines = (values: object) =>
		Object.entries(values).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`);
	const parts = Object.entries(kept.parse(file)).map(
		([name, values]) => `"${name}": {\n${lines(values).join(",\n")}\n}`,
	);
	writeFileSync(FILE, `{\n${parts.join(",\n")}\n}\n`);
}

const hashes = new Map<LessonId, Promise<string>>();

/** Everything that a lesson's figures come from: the code that plays, measures and evaluates, its scenarios and seeds. */
export function hashOf(lesson: Lesson): Promise<string> {
	const known = hashes.get(lesson.id) ?? computeHash(lesson);
	hashes.set(lesson.id, known);
	return known;
}

/** Seeds of which the scenarios are hashed: a lesson that draws otherwise draws otherwise for some of them. */
const HASHED_SEEDS = [1, 2, 3];

async function computeHash(lesson: Lesson): Promise<string> {
	const code = await hashCode(
		`export { cellsOf } from "./test/evaluation/cells.ts"; export * from "#shared/lessons/${lesson.id}.ts";`,
	);
	const hash = createHash("sha256").update(code);
	for (const chip of judgedChips(lesson))
		for (const seed of HASHED_SEEDS) hash.update(JSON.stringify(lesson.createScenario({ ...chip, seed })));
	return hash.digest("hex");
}

/** Whether what is kept of a lesson comes from what it is now. */
export function isFresh(file: Kept, id: LessonId, hash: string): boolean {
	return file.hashes[id] === hash;
}

/** The cells of that kind, of all lessons, that a run computes beside those that are kept: others with other hashes. */
export function sampleOf(kind: keyof Cells, hashes: Kept["hashes"]): Cell<unknown>[] {
	const cells = PLAYED_LESSONS.flatMap((lesson) =>
		[...cellsOf(lesson)[kind].values()].map((cell: Cell<unknown>) => ({
			cell,
			lot: createHash("sha256").update(`${hashes[lesson.id]} ${cell.name}`).digest("hex"),
		})),
	);
	return cells
		.sort((one, other) => (one.lot < other.lot ? -1 : 1))
		.slice(0, Math.ceil(cells.length * SAMPLE_SHARE))
		.map(({ cell }) => cell);
}
