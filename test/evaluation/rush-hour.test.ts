import { LONGEST_LESSONS, rehearseLessons } from "./evaluate-lessons.ts";

rehearseLessons(LONGEST_LESSONS);
