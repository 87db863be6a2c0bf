import { unreachable } from "#shared/lib/unreachable.ts";
import { NAME_LENGTH_MAX, type NameRefusal } from "#shared/protocol/player-name.ts";
import { HttpError } from "./errors.ts";

/** The error for a name that was refused. */
export function nameError(reason: NameRefusal): HttpError {
	switch (reason) {
		case "empty":
			return new HttpError("badName", "Type a name first.");
		case "tooLong":
			return new HttpError("badName", `This name is too long: ${NAME_LENGTH_MAX} letters at most.`);
		case "noLetter":
			return new HttpError("badName", "A name needs at least one letter or digit.");
		default:
			return unreachable(reason);
	}
}
