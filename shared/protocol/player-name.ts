import { ok, type Result, refuse } from "../lib/result.ts";

/** Most letters of a name, as people count them (grapheme clusters). */
export const NAME_LENGTH_MAX = 16;

/** Why a name is refused. */
export type NameRefusal = "empty" | "tooLong" | "noLetter";

/** Characters that show nothing: controls, formats (zero width, direction), private use, unassigned. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu;
/** More accents than any script puts on one letter: text meant to spill over its line. */
const PILED_MARKS = /(\p{M}{3})\p{M}+/gu;

/**
 * Cleans a typed name for display: 1 to NAME_LENGTH_MAX letters, in NFKC, without invisible characters, and
 * with at least one letter or digit that can be read aloud. Refuses any other.
 */
export function cleanPlayerName(typed: string): Result<string, NameRefusal> {
	// Bounds the cost of what follows; no name of 16 letters needs more.
	if (typed.length > 400) return refuse("tooLong");
	const name = typed
		.normalize("NFKC")
		.replace(/\s+/gu, " ")
		.replace(INVISIBLE, "")
		.replace(PILED_MARKS, "$1")
		.replace(/ +/gu, " ")
		.trim();
	if (name === "") return refuse("empty");
	if (letterCount(name) > NAME_LENGTH_MAX) return refuse("tooLong");
	if (!/[\p{L}\p{N}]/u.test(name)) return refuse("noLetter");
	return ok(name);
}

/** `name`, or `name 2`, `name 3` and so on if `taken` contains it already (compared without case). */
export function distinctName(name: string, taken: readonly string[]): string {
	const used = new Set(taken.map(foldCase));
	if (!used.has(foldCase(name))) return name;
	for (let number = 2; ; number += 1) {
		const suffix = ` ${number}`;
		const numbered = firstLetters(name, NAME_LENGTH_MAX - suffix.length).trimEnd() + suffix;
		if (!used.has(foldCase(numbered))) return numbered;
	}
}

/** By language: adjectives, and animals that every one of them agrees with. */
const NAMES = {
	en: {
		adjectives:
			"Brave Bright Calm Clever Cosmic Daring Eager Gentle Happy Jolly Keen Kind Lively Lucky Merry Mighty Noble Proud Quick Quiet Shiny Silver Sunny Swift Wise Witty",
		animals:
			"Badger Bear Beaver Bison Dolphin Eagle Falcon Finch Fox Gecko Hare Heron Ibex Koala Lemur Lynx Marten Moose Otter Owl Panda Puffin Raven Seal Tiger Walrus Whale Wolf",
	},
	de: {
		adjectives:
			"Eifriger Fixer Flinker Froher Heller Kluger Kühner Leiser Lustiger Mutiger Munterer Netter Ruhiger Sanfter Schlauer Schneller Starker Stolzer Treuer Wacher Weiser Wilder Witziger",
		animals:
			"Adler Bär Biber Bison Dachs Delfin Elch Falke Fuchs Gecko Hase Igel Iltis Koala Lemur Luchs Marder Otter Panda Puma Rabe Reiher Specht Tiger Uhu Wal Wolf",
	},
} as const;
type NameLanguage = keyof typeof NAMES;

const WORDS = Object.values(NAMES).map(wordsOf);

function wordsOf({ adjectives, animals }: { adjectives: string; animals: string }) {
	return { adjectives: adjectives.split(" "), animals: animals.split(" ") };
}

/** A generated name, in English where `language` has none. `chance(n)` draws an integer, 0 <= it < n. */
export function generatePlayerName(chance: (below: number) => number, language = "en"): string {
	const { adjectives, animals } = wordsOf(NAMES[hasNames(language) ? language : "en"]);
	for (;;) {
		const name = `${adjectives[chance(adjectives.length)]} ${animals[chance(animals.length)]}`;
		if (name.length <= NAME_LENGTH_MAX) return name;
	}
}

function hasNames(language: string): language is NameLanguage {
	return Object.hasOwn(NAMES, language);
}

/**
 * Whether the name could have been generated, in any language, including the number that tells two equal ones
 * apart.
 */
export function isGeneratedName(name: string): boolean {
	const [adjective = "", animal = "", number = "2", ...more] = name.split(" ");
	return (
		more.length === 0 &&
		WORDS.some(({ adjectives, animals }) => adjectives.includes(adjective) && animals.includes(animal)) &&
		/^\d{1,3}$/.test(number)
	);
}

const letters = new Intl.Segmenter("en", { granularity: "grapheme" });

function letterCount(name: string): number {
	return [...letters.segment(name)].length;
}

function firstLetters(name: string, count: number): string {
	return [...letters.segment(name)]
		.slice(0, count)
		.map(({ segment }) => segment)
		.join("");
}

/** Compares what is read: case does not make another person. */
function foldCase(name: string): string {
	return name.toLowerCase();
}
