import { LONGEST_LESSONS, rehearseLessons } from "./rehearse-lessons.ts";

rehearseLessons(LONGEST_LESSONS);
