import { MEMORY_LESSONS, rehearseLessons } from "./rehearse-lessons.ts";

rehearseLessons(MEMORY_LESSONS);
