import { LANGUAGES, type Language } from "./languages.ts";

const KEY = "coretet:language";

/** All languages, by tag and by their own name. */
export const languages = Object.keys(LANGUAGES)
	.filter(isLanguage)
	.map((tag) => ({ tag, name: LANGUAGES[tag].name }));

/** The language of this page: what was chosen on this device, else the first that its owner reads. */
export function currentLanguage(): Language {
	return remembered() ?? preferredLanguage(navigator.languages);
}

/** Keeps the choice on this device, and shows everything in it from now on. */
export function switchLanguage(language: Language): void {
	try {
		localStorage.setItem(KEY, language);
	} catch {
		// A device that may not store anything falls back to its owner's preference.
	}
	// Words are also in drawings and in titles: loading the page again is the one way that misses none.
	location.reload();
}

/** The first of the wanted languages that there is, whatever its region: "de-CH" is German. Else English. */
export function preferredLanguage(wanted: readonly string[]): Language {
	for (const tag of wanted) {
		const base = tag.split("-")[0]?.toLowerCase();
		if (isLanguage(base)) return base;
	}
	return "en";
}

function remembered(): Language | undefined {
	try {
		const stored = localStorage.getItem(KEY);
		return isLanguage(stored) ? stored : undefined;
	} catch {
		return undefined;
	}
}

function isLanguage(tag: unknown): tag is Language {
	return typeof tag === "string" && Object.hasOwn(LANGUAGES, tag);
}
