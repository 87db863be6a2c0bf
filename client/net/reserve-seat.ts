import { type ApiError, api } from "./api.ts";
import type { Role } from "./connection-state.ts";
import { recallSeat, rememberSeat } from "./seat-memory.ts";

/** A seat reservation, or why there is none. `retry`: another try may succeed a little later. */
export type Reserved =
	| { readonly ok: true; readonly reservation: unknown }
	| { readonly ok: false; readonly retry: boolean; readonly error: ApiError | "noSeat" };

/**
 * Gets a reservation for the class. A student first uses the one kept from joining, and later returns to the same
 * seat with the token. Desk and projector need the teacher's session.
 */
export async function reserveSeat(code: string, role: Role): Promise<Reserved> {
	if (role !== "student") return answerOf(await api.join({ code, role }));
	const seat = recallSeat(code);
	if (seat === undefined) return { ok: false, retry: false, error: "noSeat" };
	const { token, name, reservation } = seat;
	if (reservation !== undefined) {
		// A reservation is good for one use. Next time the token counts.
		rememberSeat(code, { token, name });
		return { ok: true, reservation };
	}
	const answer = await api.join({ code, token, name });
	if (answer.ok) rememberSeat(code, { token: answer.value.token, name: answer.value.name });
	return answerOf(answer);
}

function answerOf(answer: Awaited<ReturnType<typeof api.join>>): Reserved {
	if (answer.ok) return { ok: true, reservation: answer.value.reservation };
	return { ok: false, retry: mayPass(answer.error.code), error: answer.error };
}

/** Whether the same request may succeed a little later. */
function mayPass(code: ApiError["code"]): boolean {
	switch (code) {
		case "unreachable":
		case "unreadable":
		case "tooMany":
		case "draining":
		case "internal":
			return true;
		default:
			return false;
	}
}
