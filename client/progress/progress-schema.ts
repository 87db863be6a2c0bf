import "../net/no-eval.ts";
import { z } from "zod";
import { LESSON_IDS, LEVELS, type LessonId } from "#shared/lessons/ids.ts";
import { type StoredKind, unchanged } from "#shared/lib/stored.ts";
import { SCORE_FORMULA } from "#shared/result/score.ts";
import {
	type EarlierBests,
	type LessonProgress,
	mergeSeeds,
	type Progress,
	RECORDS_MAX,
	withEarlier,
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

const bests = {
	/** Number of the formula of these scores and records. */
	formula: z.int().min(1),
	bestScores: z.partialRecord(level, score),
	stars: z.partialRecord(level, stars).optional(),
	records: z.record(recordKey, record).optional(),
};

/** Progress as this version stores it. */
export const progressFile = z.partialRecord(
	z.enum(LESSON_IDS),
	z.strictObject({
		...bests,
		played: count,
		lastRound: z.string(),
		builtIn: z.partialRecord(level, seeds).optional(),
		/** Of earlier formulas. */
		earlier: z.array(z.strictObject(bests)).optional(),
	}),
);

/**
 * How progress is kept; since version 2 in an envelope, since 3 with the number of the scores' formula and the stars that
 * hints have left.
 */
export const storedProgress = {
	schema: progressFile,
	upcasts: [unchanged, setFirstAside],
} as const satisfies StoredKind<unknown>;

/** The first formula had no number. */
const FIRST_FORMULA = 1;

/** Sets the scores and records of the first formula aside, whatever they are: whether they can be read is for the schema. */
function setFirstAside(older: unknown): unknown {
	if (!isRecord(older)) return older;
	const lessons = Object.entries(older).map(([lesson, entry]) => {
		if (!isRecord(entry)) return [lesson, entry];
		const { bestScores, records, ...others } = entry;
		const first = { formula: FIRST_FORMULA, bestScores, ...(records !== undefined && { records }) };
		return [lesson, { ...others, formula: SCORE_FORMULA, bestScores: {}, earlier: [first] }];
	});
	return Object.fromEntries(lessons);
}

function isRecord(data: unknown): data is Record<string, unknown> {
	return typeof data === "object" && data !== null && !Array.isArray(data);
}

/** What of best scores and records can be read. */
const readableBests = z.object({
	formula: z.int().min(1).catch(FIRST_FORMULA),
	bestScores: entriesOf(level, score),
	stars: entriesOf(level, stars).catch(new Map()),
	records: entriesOf(recordKey, record).catch(new Map()),
});

/** What of a lesson can be read, whatever else stands there. */
const readable = z.object({
	...readableBests.shape,
	played: count,
	lastRound: z.string(),
	builtIn: entriesOf(level, z.array(z.unknown())).catch(new Map()),
	earlier: z.array(z.unknown()).catch([]),
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

/** Scores of another formula than today's are set aside. */
function wholeOf({ played, lastRound, builtIn, earlier, ...read }: z.infer<typeof readable>): LessonProgress {
	const now = bestsOf(read);
	const before = earlier.flatMap((stored) => {
		const bests = readableBests.safeParse(stored);
		return bests.success ? [bestsOf(bests.data)] : [];
	});
	const isToday = now.formula === SCORE_FORMULA;
	const hasBests = Object.keys(now.bestScores).length > 0 || now.records !== undefined;
	const numbers = [...builtIn].map(([key, all]) => [key, all.filter(isNumber)] as const);
	return {
		...(isToday ? now : { formula: SCORE_FORMULA, bestScores: {} }),
		played,
		lastRound,
		...withSeeds(mergeSeeds(Object.fromEntries(numbers))),
		...withEarlier(isToday || !hasBests ? before : [...before, now]),
	};
}

function bestsOf({
	formula,
	bestScores,
	stars: earned,
	records,
}: z.infer<typeof readableBests>): EarlierBests {
	const newest = Object.fromEntries([...records].slice(-RECORDS_MAX));
	return {
		formula,
		bestScores: Object.fromEntries(bestScores),
		...(earned.size > 0 && { stars: Object.fromEntries(earned) }),
		...withRecords(newest),
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
