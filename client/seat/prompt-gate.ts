/** Nobody is asked twice within this time. */
const GAP_MS_MIN = 800;

/** The prompt that is or was shown last: when its decision point closes, and since when it was to be seen. */
export type PromptGate = { untilNs: number; shownMs: number };

export function createPromptGate(): PromptGate {
	return { untilNs: -1, shownMs: Number.NEGATIVE_INFINITY };
}

/** Whether the decision point that closes at `untilNs` may be put to its player now; one that was may stay. */
export function mayPrompt(gate: PromptGate, untilNs: number, nowMs: number): boolean {
	if (untilNs === gate.untilNs) return true;
	if (nowMs - gate.shownMs < GAP_MS_MIN) return false;
	gate.untilNs = untilNs;
	gate.shownMs = nowMs;
	return true;
}
