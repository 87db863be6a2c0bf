import { parseRoomCode } from "#shared/protocol/room-code.ts";
import type { ClassDirectory, Listed } from "../rooms/class-directory.ts";
import { HttpError } from "./errors.ts";
import type { Limiters } from "./limiters.ts";

/**
 * The open class with the code that somebody typed. Throws an HttpError if there is none. Wrong codes are counted by
 * address, so that nobody can try codes out. Right codes are not, so that a whole class can join from one address.
 */
export async function findClass(
	deps: { readonly directory: ClassDirectory; readonly limiters: Limiters },
	typed: string,
	address: string,
): Promise<Listed> {
	const { wrongCodes } = deps.limiters;
	wrongCodes.check(address);
	const code = parseRoomCode(typed);
	const listed = code === undefined ? undefined : deps.directory.find(code);
	if (listed !== undefined) return listed;
	wrongCodes.count(address);
	if (code !== undefined && (await deps.directory.hasEnded(code))) {
		throw new HttpError("classEnded", "This class is over.");
	}
	throw new HttpError("noSuchClass", "There is no class with this code. Check its six characters.");
}
