/** No vowels, so no words by accident; nothing that reads like something else. */
export const ROOM_CODE_ALPHABET = "CDFGHJKMNPRTVWXY34679";
export const ROOM_CODE_LENGTH = 6;

/** The code that somebody typed, any case, with or without hyphen and spaces; undefined if it cannot be one. */
export function parseRoomCode(typed: string): string | undefined {
	if (typed.length > 32) return undefined;
	const code = typed.toUpperCase().replaceAll(/[\s-]/g, "");
	if (code.length !== ROOM_CODE_LENGTH) return undefined;
	for (const letter of code) if (!ROOM_CODE_ALPHABET.includes(letter)) return undefined;
	return code;
}

/** `K7MF4W` as people read it: `K7M-F4W`. */
export function showRoomCode(code: string): string {
	return `${code.slice(0, 3)}-${code.slice(3)}`;
}
