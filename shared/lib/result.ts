/** A success, or a refusal with a closed reason: mistakes of a player, teacher or file are values, never exceptions. */
export type Result<Value, Reason> =
	| { readonly ok: true; readonly value: Value }
	| { readonly ok: false; readonly reason: Reason };

/** A success with its value. */
export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
	return { ok: true, value };
}

/** A refusal with its reason. */
export function refuse<Reason>(reason: Reason): { readonly ok: false; readonly reason: Reason } {
	return { ok: false, reason };
}
