/** A player's, teacher's or file's mistake is a value with a closed reason, never an exception. */
export type Result<Value, Reason> =
	| { readonly ok: true; readonly value: Value }
	| { readonly ok: false; readonly reason: Reason };

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
	return { ok: true, value };
}

export function refuse<Reason>(reason: Reason): { readonly ok: false; readonly reason: Reason } {
	return { ok: false, reason };
}
