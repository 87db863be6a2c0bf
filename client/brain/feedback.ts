import type { DualTrial } from "#shared/brain/trial.ts";

/** Answers closer than this look as if the first had waited for the second. */
const WAITED_MS = 60;

export type Feedback = "right" | "colour" | "digit" | "both" | "missed" | "waited";

/** What to say of a practice trial. */
export function feedbackOf({ rt1Ms, rt2Ms, shownMs, right1, right2 }: DualTrial): Feedback {
	if (rt1Ms === null || rt2Ms === null) return "missed";
	if (!right1) return right2 ? "colour" : "both";
	if (!right2) return "digit";
	return shownMs + rt2Ms - rt1Ms < WAITED_MS ? "waited" : "right";
}
