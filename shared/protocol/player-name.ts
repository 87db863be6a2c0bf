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

const ADJECTIVES =
	"Brave Bright Calm Clever Cosmic Daring Eager Gentle Happy Jolly Keen Kind Lively Lucky Merry Mighty Noble Proud Quick Quiet Shiny Silver Sunny Swift Wise Witty".split(
		" ",
	);
const ANIMALS =
	"Badger Bear Beaver Bison Dolphin Eagle Falcon Finch Fox Gecko Hare Heron Ibex Koala Lemur Lynx Marten Moose Otter Owl Panda Puffin Raven Seal Tiger Walrus Whale Wolf".split(
		" ",
	);

/** A name to offer. `chance(n)` draws an integer, 0 <= it < n. */
export function generatePlayerName(chance: (below: number) => number): string {
	for (;;) {
		const name = `${ADJECTIVES[chance(ADJECTIVES.length)]} ${ANIMALS[chance(ANIMALS.length)]}`;
		if (name.length <= NAME_LENGTH_MAX) return name;
	}
}

/** Whether it could have been made up so, also with the number that tells two alike apart. */
export function isGeneratedName(name: string): boolean {
	const [adjective = "", animal = "", number = "2", ...more] = name.split(" ");
	return (
		more.length === 0 &&
		ADJECTIVES.includes(adjective) &&
		ANIMALS.includes(animal) &&
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
