import { commonWords, errorWords } from "./common.ts";
import { joinWords } from "./join.ts";

/** What the start page says, and every page may say: loaded before anything is shown. */
export const entrance = { commonWords, errorWords, joinWords };
