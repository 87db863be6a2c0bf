import "../net/no-eval.ts";
import { z } from "zod";
import { LESSON_IDS, LEVELS, type LessonId } from "#shared/lessons/ids.ts";
import { type StoredKind, unchanged } from "#shared/lib/stored.ts";
import {
	type LessonProgress,
	mergeSeeds,
	type Progress,
	RECORDS_MAX,
	withRecords,
	withSeeds,
} from "./progress.ts";

const level = z.enum(LEVELS);
const score = z.number();
const stars = z.int().min(0).max(3);
const count = z.int().min(1);
const seeds = z.array(z.int().min(0));
/** A level and a seed. */
const recordKey = z.string().regex(/^[a-z]+ \d{1,10}$/);
const record = z.strictObject({ best: z.number(), played: count });

/** Progress as this version stores it. */
export const progressFile = z.partialRecord(
	z.enum(LESSON_IDS),
	z.strictObject({
		bestScores: z.partialRecord(level, score),
		stars: z.partialRecord(level, stars).optional(),
		played: count,
		lastRound: z.string(),
		records: z.record(recordKey, record).optional(),
		builtIn: z.partialRecord(level, seeds).optional(),
	}),
);

/** How progress is kept; since version 2 in an envelope, since 3 with the stars that hints have left. */
export const storedProgress = {
	schema: progressFile,
	upcasts: [unchanged, unchanged],
} as const satisfies StoredKind<unknown>;

/** What of a lesson can be read, whatever else stands there. */
const readable = z.object({
	bestScores: entriesOf(level, score),
	stars: entriesOf(level, stars).catch(new Map()),
	played: count,
	lastRound: z.string(),
	records: entriesOf(recordKey, record).catch(new Map()),
	builtIn: entriesOf(level, z.array(z.unknown())).catch(new Map()),
});

/** What of stored progress can be read, without anything that cannot. */
export function parseProgress(stored: unknown): Progress {
	const progress: Partial<Record<LessonId, LessonProgress>> = {};
	if (typeof stored !== "object" || stored === null) return progress;
	for (const lesson of LESSON_IDS) {
		const entry = readable.safeParse(Reflect.get(stored, lesson));
		if (entry.success) progress[lesson] = wholeOf(entry.data);
	}
	return progress;
}

function wholeOf({
	bestScores,
	stars: earned,
	played,
	lastRound,
	records,
	builtIn,
}: z.infer<typeof readable>): LessonProgress {
	const newest = Object.fromEntries([...records].slice(-RECORDS_MAX));
	const numbers = [...builtIn].map(([key, all]) => [key, all.filter(isNumber)] as const);
	return {
		bestScores: Object.fromEntries(bestScores),
		...(earned.size > 0 && { stars: Object.fromEntries(earned) }),
		played,
		lastRound,
		...withRecords(newest),
		...withSeeds(mergeSeeds(Object.fromEntries(numbers))),
	};
}

function isNumber(seed: unknown): seed is number {
	return typeof seed === "number";
}

/** The entries of a record of which both key and value are right. */
function entriesOf<Key extends string, Value>(key: z.ZodType<Key>, value: z.ZodType<Value>) {
	return z.record(z.string(), z.unknown()).transform((all) => {
		const entries = new Map<Key, Value>();
		for (const [name, stored] of Object.entries(all)) {
			const [knownKey, knownValue] = [key.safeParse(name), value.safeParse(stored)];
			if (knownKey.success && knownValue.success) entries.set(knownKey.data, knownValue.data);
		}
		return entries;
	});
}
