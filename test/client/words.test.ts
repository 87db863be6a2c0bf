import { afterEach, describe, expect, test } from "vitest";
import { clock, counted, fixed, list, number, percent, seconds } from "../../client/i18n/base/format.ts";
import { keepUnits } from "../../client/i18n/base/keep-units.ts";
import { preferredLanguage } from "../../client/i18n/language.ts";
import { LANGUAGES, type Language } from "../../client/i18n/languages.ts";
import { lessonTitle } from "../../client/i18n/names.ts";
import { joinWords, loadEntrance, loadInside, playWords } from "../../client/i18n/words.ts";
import { type Edge, readImports, readSource, sourceFiles } from "../setup/read-imports.ts";

type Entry = { readonly path: readonly string[]; readonly text: unknown };

/** All words of a language: the name of the dictionary, the keys, and what they say. */
async function entriesOf(language: Language): Promise<Entry[]> {
	const { entrance } = await LANGUAGES[language].entrance();
	const { inside } = await LANGUAGES[language].inside();
	return leavesOf({ ...entrance, ...inside }, []);
}

function leavesOf(words: unknown, path: readonly string[]): Entry[] {
	if (typeof words !== "object" || words === null) return [{ path, text: words }];
	return Object.entries(words).flatMap(([key, value]) => leavesOf(value, [...path, key]));
}

const keysOf = (entries: readonly Entry[]) => entries.map(({ path }) => path.join(".")).sort();
const english = await entriesOf("en");
const others = (Object.keys(LANGUAGES) as Language[]).filter((language) => language !== "en");

/** What shows words: the client without its dictionaries. */
const sources = sourceFiles()
	.filter((path) => path.startsWith("client/") && !/^client\/i18n\/(?!base\/)\w+\//.test(path))
	.map((path) => ({ path, source: readSource(path), edges: readImports(path, readSource(path)) }));

describe.each(others)("%s", (language) => {
	test("says everything that English says, and nothing else", async () => {
		expect(keysOf(await entriesOf(language))).toEqual(keysOf(english));
	});

	test("says it in its own words", async () => {
		const ours = new Map((await entriesOf(language)).map(({ path, text }) => [path.join("."), text]));
		const isSentence = (text: unknown) =>
			typeof text === "string" && (text.match(/\p{L}{2,}/gu) ?? []).length > 3;
		const same = english.filter(({ path, text }) => isSentence(text) && ours.get(path.join(".")) === text);
		expect(keysOf(same)).toEqual([]);
	});

	test("leaves no text empty that English says", async () => {
		const ours = new Map((await entriesOf(language)).map(({ path, text }) => [path.join("."), text]));
		expect(
			keysOf(english.filter(({ path, text }) => text !== "" && ours.get(path.join(".")) === "")),
		).toEqual([]);
	});
});

test("no line ends between a figure and its unit, and nothing else is held together", () => {
	const words = keepUnits({
		took: (lengthS: number) => `took ${lengthS} s in the mean`,
		both: ["after 600, 610 and 620 s, 217 ms", "10 % of 4 KiB"],
		others: "4 seats, 2 sides and 3 Bots",
	});
	expect(words.took(2.5)).toBe("took 2.5\u00a0s in the mean");
	expect(words.both).toEqual(["after 600, 610 and 620\u00a0s, 217\u00a0ms", "10\u00a0% of 4\u00a0KiB"]);
	expect(words.others).toBe("4 seats, 2 sides and 3 Bots");
});

describe("the words and the pages", () => {
	test("every word is shown somewhere", () => {
		expect(keysOf(english.filter(({ path }) => !isShown(path)))).toEqual([]);
	});

	test("a key that no page reads is noticed", () => {
		expect(isShown(["joinWords", "heading"])).toBe(true);
		expect(isShown(["joinWords", "nobodyReadsThis"])).toBe(false);
		expect(isShown(["nobodyImportsThis", "title"])).toBe(false);
	});

	test("pages take words from words.ts, so that they follow the language", () => {
		const direct = (edge: Edge) =>
			/^client\/i18n\/(?!base\/)\w+\/|^client\/i18n\/\w+$/.test(edge.to) && !edge.typeOnly;
		const wrong = sources.filter(({ path }) => path !== "client/i18n/languages.ts");
		expect(
			wrong.flatMap(({ edges }) => edges.filter(direct).map(({ from, to }) => `${from} -> ${to}`)),
		).toEqual([]);
	});

	test("no file reads words while it is loaded, when they may still be on their way", () => {
		const early = sources.flatMap(({ path, source }) => {
			const names = [...importedWords(source).values()];
			if (names.length === 0) return [];
			const read = new RegExp(
				`^(?:export )?(?:const|let) [^\\n]*[=([{ ](?:${names.join("|")})\\b(?![^\\n]*=>)`,
				"m",
			);
			return read.test(source) ? [path] : [];
		});
		expect(early).toEqual([]);
	});
});

/** The dictionaries that a file imports, each with the name that it has there. */
function importedWords(source: string): Map<string, string> {
	const imported = new Map<string, string>();
	for (const [, names] of source.matchAll(/import \{([^}]*)\} from "[./]*(?:i18n\/)?words\.ts"/g))
		for (const name of (names ?? "").split(",")) {
			const [from = "", as = from] = name.trim().split(" as ");
			if (from !== "") imported.set(from, as);
		}
	return imported;
}

/**
 * Whether some file that imports the dictionary reads the key, or takes everything around it: by an index
 * in brackets, or as a whole.
 */
function isShown([dictionary = "", ...keys]: readonly string[]): boolean {
	return sources.some(({ source }) => {
		const as = importedWords(source).get(dictionary);
		if (as === undefined)
			return source.includes("ChipLabels") && dictionary === "chipLabels" && isRead(source, keys);
		const whole = new RegExp(`(?<![\\w.])${as}(?:\\[|[,);}\\s]*[),;}])`);
		return (
			isRead(source.replace(/^import .*$/gm, ""), keys) || whole.test(source.replace(/^import .*$/gm, ""))
		);
	});
}

function isRead(source: string, keys: readonly string[]): boolean {
	return keys.some((key, index) => {
		const isLast = index === keys.length - 1;
		return new RegExp(isLast ? `\\.${key}\\b` : `\\.${key}(?:\\[|\\)|,|;|\\}|\\.map\\(| as\\b|$)`, "m").test(
			source,
		);
	});
}

describe("speaking another language", () => {
	afterEach(async () => {
		await loadEntrance("en");
		await loadInside("en");
	});

	test("words, numbers, plurals and lists follow it", async () => {
		await loadEntrance("de");
		await loadInside("de");
		expect(joinWords.join).toBe("Beitreten");
		expect(playWords.lobbyWho(1)).toBe("1 von euch ist da");
		expect(playWords.lobbyWho(3)).toBe("3 von euch sind da");
		expect(lessonTitle("amdahl")).toBe("Das Amdahlsche Gesetz");
		expect([number(1024), fixed(9.914, 2), number(-0.2, 2)]).toEqual(["1.024", "9,91", "−0,2"]);
		expect([number(-0.001, 2), fixed(-0.001, 2)]).toEqual(["0", "0,00"]);
		expect([percent(0.857, 1), seconds(2.34)]).toEqual(["85,7\u00a0%", "2,3\u00a0s"]);
		expect([counted(1, "Kern", "Kerne"), counted(0, "Kern", "Kerne")]).toEqual(["1 Kern", "0 Kerne"]);
		expect(list(["Ada", "Ben", "Cem"])).toBe("Ada, Ben und Cem");
		expect(clock(65)).toBe("1:05");
	});

	test("the first language that somebody reads is taken, whatever its region", () => {
		expect(preferredLanguage(["de-CH", "en"])).toBe("de");
		expect(preferredLanguage(["fr", "DE-at", "en"])).toBe("de");
		expect(preferredLanguage(["en-GB", "de"])).toBe("en");
		expect(preferredLanguage(["fr", "constructor"])).toBe("en");
		expect(preferredLanguage([])).toBe("en");
	});
});
