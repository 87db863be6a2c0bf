import { evaluateLessons, SLOWEST_LESSONS } from "./evaluate-lessons.ts";

evaluateLessons(SLOWEST_LESSONS);
