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
export type LessonId = (typeof LESSON_IDS)[number];

/** How hard a round is. "standard" is what a class plays. */
export const LEVELS = ["starter", "standard", "expert"] as const;
export type Level = (typeof LEVELS)[number];
