/** Public ids of the lessons, in teaching order. */
export const LESSON_IDS = [
	"parallel-work",
	"load-balancing",
	"scheduling-policy",
	"amdahl",
	"locks",
	"cache-affinity",
	"shared-cache",
	"false-sharing",
	"processes-threads",
	"asymmetric",
	"big-little",
	"interference",
	"brain",
	"rush-hour",
] as const;
/** One of LESSON_IDS. */
export type LessonId = (typeof LESSON_IDS)[number];

/** Difficulties of a round, easiest first. A class plays "standard". */
export const LEVELS = ["starter", "standard", "expert"] as const;
/** One of LEVELS. */
export type Level = (typeof LEVELS)[number];
