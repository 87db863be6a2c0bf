/** Letters that data are told apart by; more share them. */
export const LETTERS = 26;

/** Working sets are A, B, C and so on. */
export function letterOf(data: number): string {
	return String.fromCharCode(65 + (data % LETTERS));
}

/** Which of four shades data have where a letter would be too small: neighbours differ, and so do C and S. */
export function shadeOf(data: number): number {
	return (data + Math.floor(data / 8)) % 4;
}
