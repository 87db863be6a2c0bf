import { OTHER_LESSONS, rehearseLessons } from "./rehearse-lessons.ts";

rehearseLessons(OTHER_LESSONS);
