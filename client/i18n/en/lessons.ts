import type { LessonTexts } from "../base/lesson-texts.ts";
import { amdahl } from "./lesson-amdahl.ts";
import { asymmetric } from "./lesson-asymmetric.ts";
import { bigLittle } from "./lesson-big-little.ts";
import { brain } from "./lesson-brain.ts";
import { cacheAffinity } from "./lesson-cache-affinity.ts";
import { falseSharing } from "./lesson-false-sharing.ts";
import { interference } from "./lesson-interference.ts";
import { loadBalancing } from "./lesson-load-balancing.ts";
import { locks } from "./lesson-locks.ts";
import { parallelWork } from "./lesson-parallel-work.ts";
import { processesThreads } from "./lesson-processes-threads.ts";
import { rushHour } from "./lesson-rush-hour.ts";
import { schedulingPolicy } from "./lesson-scheduling-policy.ts";
import { sharedCache } from "./lesson-shared-cache.ts";

/** What each lesson says. */
export const lessonTexts: LessonTexts = {
	"parallel-work": parallelWork,
	"load-balancing": loadBalancing,
	"scheduling-policy": schedulingPolicy,
	amdahl,
	locks,
	"cache-affinity": cacheAffinity,
	"shared-cache": sharedCache,
	"false-sharing": falseSharing,
	"processes-threads": processesThreads,
	asymmetric,
	"big-little": bigLittle,
	interference,
	brain,
	"rush-hour": rushHour,
};
