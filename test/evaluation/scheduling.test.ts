import { evaluateLessons, OTHER_LESSONS } from "./evaluate-lessons.ts";

evaluateLessons(OTHER_LESSONS);
