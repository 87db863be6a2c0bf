/** Where a tab remembers its seat in a class. The join page loads this, so it is no more than names. */
export function seatKeyOf(code: string): string {
	return `coretet:seat:${code}`;
}

/** Where it remembers what was played in that seat. */
export function roundsKeyOf(code: string): string {
	return `coretet:rounds:${code}`;
}
