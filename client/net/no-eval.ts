import { config } from "zod";

/** The page's security policy forbids to compile code: a parser must not even try. Imported before any schema. */
config({ jitless: true });
