import { rehearseLessons, SLOWEST_LESSONS } from "./evaluate-lessons.ts";

rehearseLessons(SLOWEST_LESSONS);
