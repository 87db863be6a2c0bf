import { currentLanguage } from "../i18n/language.ts";
import { loadInside } from "../i18n/words.ts";

/** Fetches all code that playing needs, without running any of it. */
export function loadPlayCode(): Promise<unknown> {
	return Promise.allSettled([
		import("../play/play-page.tsx"),
		import("../net/room-link.ts"),
		import("../chip/chip-stage.ts"),
		loadInside(currentLanguage()),
	]);
}
