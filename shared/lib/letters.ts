export const LETTERS = 26;
const FIRST = "A".charCodeAt(0);

/** What people call the thing of that number, from 0 on: A, B, C and so on; after Z they begin again. */
export function letterOf(index: number): string {
	return String.fromCharCode(FIRST + (index % LETTERS));
}

/** The number of the first thing that has this capital letter. */
export function indexOfLetter(letter: string): number {
	return letter.charCodeAt(0) - FIRST;
}
