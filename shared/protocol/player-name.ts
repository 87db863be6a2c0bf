import { ok, type Result, refuse } from "../lib/result.ts";

export const NAME_LENGTH_MAX = 16;

/** Why a name cannot be taken. */
export type NameRefusal = "empty" | "tooLong" | "noLetter";

/** Marks that belong to no letter, controls, formats (zero width, direction), private use, unassigned. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu;
/** More accents than any script puts on one letter: text made to spill over its line. */
const PILED_MARKS = /(\p{M}{3})\p{M}+/gu;

/**
 * The name as it will be shown: 1 to 16 letters as people count them, in one normal form, without what
 * cannot be seen, and with something in it that can be read aloud.
 */
export function cleanPlayerName(typed: string): Result<string, NameRefusal> {
	// Long before it could cost anything: no name of 16 letters needs more.
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

/** `name`, or `name 2`, `name 3`, ... if others (compared without case) have it already. */
export function distinctName(name: string, taken: readonly string[]): string {
	const used = new Set(taken.map(foldCase));
	if (!used.has(foldCase(name))) return name;
	for (let number = 2; ; number += 1) {
		const suffix = ` ${number}`;
		const numbered = firstLetters(name, NAME_LENGTH_MAX - suffix.length).trimEnd() + suffix;
		if (!used.has(foldCase(numbered))) return numbered;
	}
}

/** By language: adjectives, and animals that go with each of them as they stand. */
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

/** A name to offer, in English where that language has none. `chance(n)` draws an integer, 0 <= it < n. */
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

/** Whether it could have been made up so, in any language, also with the number that tells two alike apart. */
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

/** Compared by what is read: case and the two kinds of spaces do not make another person. */
function foldCase(name: string): string {
	return name.toLowerCase();
}
