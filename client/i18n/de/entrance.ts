import { commonWords, errorWords } from "./common.ts";
import { joinWords } from "./join.ts";

export const entrance = { commonWords, errorWords, joinWords };
