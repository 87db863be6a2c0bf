/** Minimum time between two prompts. */
const GAP_MS_MIN = 800;

/** The prompt shown last: when its decision point closes, and since when it has been visible. */
export type PromptGate = { untilNs: number; shownMs: number };

export function createPromptGate(): PromptGate {
	return { untilNs: -1, shownMs: Number.NEGATIVE_INFINITY };
}

/**
 * Whether the decision point that closes at `untilNs` may be shown to its player now. One that is shown already may
 * stay.
 */
export function mayPrompt(gate: PromptGate, untilNs: number, nowMs: number): boolean {
	if (untilNs === gate.untilNs) return true;
	if (nowMs - gate.shownMs < GAP_MS_MIN) return false;
	gate.untilNs = untilNs;
	gate.shownMs = nowMs;
	return true;
}
