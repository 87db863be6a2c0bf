import { OTHER_LESSONS, rehearseLessons } from "./evaluate-lessons.ts";

rehearseLessons(OTHER_LESSONS);
