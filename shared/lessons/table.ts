import { amdahl } from "./amdahl.ts";
import { asymmetric } from "./asymmetric.ts";
import { bigLittle } from "./big-little.ts";
import { brain } from "./brain.ts";
import { cacheAffinity } from "./cache-affinity.ts";
import { falseSharing } from "./false-sharing.ts";
import { LESSON_IDS, type LessonId } from "./ids.ts";
import { interference } from "./interference.ts";
import type { Lesson } from "./lesson.ts";
import { loadBalancing } from "./load-balancing.ts";
import { locks } from "./locks.ts";
import { parallelWork } from "./parallel-work.ts";
import { processesThreads } from "./processes-threads.ts";
import { rushHour } from "./rush-hour.ts";
import { schedulingPolicy } from "./scheduling-policy.ts";
import { sharedCache } from "./shared-cache.ts";

/** All lessons, in teaching order. */
export const LESSONS: readonly Lesson[] = [
	parallelWork,
	loadBalancing,
	schedulingPolicy,
	amdahl,
	locks,
	cacheAffinity,
	sharedCache,
	falseSharing,
	processesThreads,
	asymmetric,
	bigLittle,
	interference,
	brain,
	rushHour,
];

/** The lesson with that id. */
export function lessonById(id: LessonId): Lesson {
	const lesson = LESSONS.find((candidate) => candidate.id === id);
	if (lesson === undefined) throw new Error(`no lesson ${id}`);
	return lesson;
}

/** The lesson with an id from outside; undefined if this version does not know it. */
export function lessonOf(id: string): Lesson | undefined {
	const known = LESSON_IDS.find((candidate) => candidate === id);
	return known === undefined ? undefined : lessonById(known);
}
