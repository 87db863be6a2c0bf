import { randomInt } from "node:crypto";
import { ROOM_CODE_ALPHABET, ROOM_CODE_LENGTH } from "#shared/protocol/room-code.ts";

/** A code that nobody can guess: one of 86 million. Whether it is free is for who wants it to find out. */
export function drawCode(): string {
	let code = "";
	while (code.length < ROOM_CODE_LENGTH) code += ROOM_CODE_ALPHABET[randomInt(ROOM_CODE_ALPHABET.length)];
	return code;
}
