/** Letters of a room code: no vowels, so no accidental words; nothing that looks like something else. */
export const ROOM_CODE_ALPHABET = "CDFGHJKMNPRTVWXY34679";
/** Characters of a room code, without the hyphen. */
export const ROOM_CODE_LENGTH = 6;

/** Parses a typed code, in any case, with or without hyphen and spaces; undefined if it cannot be a code. */
export function parseRoomCode(typed: string): string | undefined {
	if (typed.length > 32) return undefined;
	const code = typed.toUpperCase().replaceAll(/[\s-]/g, "");
	if (code.length !== ROOM_CODE_LENGTH) return undefined;
	for (const letter of code) if (!ROOM_CODE_ALPHABET.includes(letter)) return undefined;
	return code;
}

/** A code for display: `K7M-F4W` for `K7MF4W`. */
export function showRoomCode(code: string): string {
	return `${code.slice(0, 3)}-${code.slice(3)}`;
}
