import { cleanPlayerName, NAME_LENGTH_MAX } from "#shared/protocol/player-name.ts";
import { parseRoomCode, ROOM_CODE_ALPHABET, ROOM_CODE_LENGTH } from "#shared/protocol/room-code.ts";
import { errorWords, joinWords as t } from "../i18n/words.ts";
import type { ApiError } from "../net/api.ts";

/** A sentence and the place in the form that it belongs to. */
export type FormError = { readonly at: "code" | "name" | "form"; readonly text: string };

/** What is wrong with the form before anybody is asked, the first thing first. */
export function checkForm(code: string, name: string): FormError | undefined {
	const codeError = checkCode(code);
	if (codeError !== undefined) return { at: "code", text: codeError };
	const cleaned = cleanPlayerName(name);
	if (cleaned.ok) return undefined;
	switch (cleaned.reason) {
		case "empty":
			return { at: "name", text: t.nameMissing };
		case "tooLong":
			return { at: "name", text: t.nameTooLong(NAME_LENGTH_MAX) };
		case "noLetter":
			return { at: "name", text: t.nameNoLetter };
	}
}

function checkCode(typed: string): string | undefined {
	const letters = typed.toUpperCase().replaceAll(/[\s-]/g, "");
	if (letters === "") return t.codeMissing;
	if (parseRoomCode(typed) !== undefined) return undefined;
	const foreign = [...letters].find((letter) => !ROOM_CODE_ALPHABET.includes(letter));
	if (foreign !== undefined && letters.length === ROOM_CODE_LENGTH) return t.codeLetter(foreign);
	return t.codeLength;
}

/** The server's refusal, at the field that must change. */
export function errorAtField(error: ApiError): FormError {
	const text = errorWords[error.code];
	switch (error.code) {
		case "noSuchClass":
		case "classEnded":
		case "classFull":
		case "classLocked":
			return { at: "code", text };
		case "badName":
		case "nameNotGenerated":
			return { at: "name", text };
		default:
			return { at: "form", text };
	}
}
