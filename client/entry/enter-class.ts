import { generatePlayerName } from "#shared/protocol/player-name.ts";
import { currentLanguage } from "../i18n/language.ts";
import type { ApiResult } from "../net/api.ts";
import { rememberSeat } from "../net/seat-memory.ts";

/**
 * Fetches all code that playing needs. Called early, while somebody still types; a failure shows up again, with its
 * sentence, when the code is really needed. By way of a file of its own: the names of all that code are long.
 */
export async function loadPlay(): Promise<void> {
	await import("./play-code.ts").then(({ loadPlayCode }) => loadPlayCode()).catch(() => undefined);
}

/** A made-up name in the language of the page. */
export function offerName(): string {
	return generatePlayerName((below) => Math.floor(Math.random() * below), currentLanguage());
}

/**
 * Joins a class and leaves the seat where the play page finds it. The seat is asked for last, when the
 * code to play is there: it is reserved for seconds only.
 */
export async function enterClass(code: string, name: string): Promise<ApiResult<string>> {
	const loaded = await loadApi();
	if (loaded === undefined) return { ok: false, error: { code: "unreachable", message: "" } };
	const { api } = loaded;
	const found = await api.classInfo(code);
	if (!found.ok) return found;
	await loadPlay();
	const joined = await api.join({ code, name });
	if (!joined.ok) return joined;
	const seat = joined.value;
	rememberSeat(seat.code, { token: seat.token, name: seat.name, reservation: seat.reservation });
	return { ok: true, value: seat.code };
}

/** Nothing is asked before somebody joins, so the first page does not have it. undefined: it cannot be fetched. */
function loadApi() {
	return import("../net/api.ts").catch(() => undefined);
}
