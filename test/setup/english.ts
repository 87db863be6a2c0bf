import { loadEntrance, loadInside } from "../../client/i18n/words.ts";

// Tests read and compare English.
await loadEntrance("en");
await loadInside("en");
