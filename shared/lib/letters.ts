/** Number of letters before `letterOf` starts again. */
export const LETTERS = 26;
const FIRST = "A".charCodeAt(0);

/** Letter by which people call item `index`, from 0: A to Z, then A again. */
export function letterOf(index: number): string {
	return String.fromCharCode(FIRST + (index % LETTERS));
}

/** Index of the first item called by this capital letter. */
export function indexOfLetter(letter: string): number {
	return letter.charCodeAt(0) - FIRST;
}
