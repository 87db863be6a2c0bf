/** Working sets are A, B, C and so on. */
export function letterOf(data: number): string {
	return String.fromCharCode(65 + (data % 26));
}
