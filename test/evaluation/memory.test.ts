import { MEMORY_LESSONS, rehearseLessons } from "./evaluate-lessons.ts";

rehearseLessons(MEMORY_LESSONS);
