import type { Localized } from "./base/localized.ts";
import type { entrance } from "./en/entrance.ts";
import type { inside } from "./en/inside.ts";

/** What the start page says, in any language; English says which words there are. */
export type Entrance = Localized<typeof entrance>;

/** What all other pages say. */
export type Inside = Localized<typeof inside>;
