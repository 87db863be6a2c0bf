import { randomInt } from "node:crypto";
import { ROOM_CODE_ALPHABET, ROOM_CODE_LENGTH } from "#shared/protocol/room-code.ts";

/** Draws one of 86 million codes, unpredictably. The caller finds out whether it is free. */
export function drawCode(): string {
	let code = "";
	while (code.length < ROOM_CODE_LENGTH) code += ROOM_CODE_ALPHABET[randomInt(ROOM_CODE_ALPHABET.length)];
	return code;
}
