import { generatePlayerName } from "#shared/protocol/player-name.ts";
import { currentLanguage } from "../i18n/language.ts";
import { loadInside } from "../i18n/words.ts";
import { type ApiResult, api } from "../net/api.ts";
import { rememberSeat } from "../net/seat-memory.ts";

/**
 * Fetches all code that playing needs, without running any of it. Called early, while somebody still
 * types; a failure shows up again, with its sentence, when the code is really needed.
 */
export function loadPlay(): Promise<unknown> {
	return Promise.allSettled([
		import("../play/play-page.tsx"),
		import("../net/room-link.ts"),
		import("../chip/chip-stage.ts"),
		loadInside(currentLanguage()),
	]);
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
	const found = await api.classInfo(code);
	if (!found.ok) return found;
	await loadPlay();
	const joined = await api.join({ code, name });
	if (!joined.ok) return joined;
	const seat = joined.value;
	rememberSeat(seat.code, { token: seat.token, name: seat.name, reservation: seat.reservation });
	return { ok: true, value: seat.code };
}
