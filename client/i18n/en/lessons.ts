import type { LessonTexts } from "../lesson-texts.ts";
import { amdahl } from "./lesson-amdahl.ts";
import { brain } from "./lesson-brain.ts";
import { cacheAffinity } from "./lesson-cache-affinity.ts";
import { falseSharing } from "./lesson-false-sharing.ts";
import { parallelWork } from "./lesson-parallel-work.ts";

/** What each lesson says. */
export const lessonTexts: LessonTexts = {
	"parallel-work": parallelWork,
	amdahl,
	"cache-affinity": cacheAffinity,
	"false-sharing": falseSharing,
	brain,
};
