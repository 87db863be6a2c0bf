/** Public ids of the lessons, in teaching order. */
export const LESSON_IDS = ["parallel-work", "amdahl"] as const;
export type LessonId = (typeof LESSON_IDS)[number];
