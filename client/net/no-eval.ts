import { config } from "zod";

/** The page's security policy forbids compiling code, so that the parser must not even try. Import before any schema. */
config({ jitless: true });
