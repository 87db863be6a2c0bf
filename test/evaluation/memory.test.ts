import { evaluateLessons, MEMORY_LESSONS } from "./evaluate-lessons.ts";

evaluateLessons(MEMORY_LESSONS);
