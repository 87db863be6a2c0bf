import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import { type NoScore, whyNoScore } from "#shared/result/why-no-score.ts";
import { lessonWords as t } from "../i18n/words.ts";

const REASONS: readonly NoScore[] = ["nobody", "short", "same"];

/** Of the chips without a score, why they have none: a line for each reason. */
export function NoScoreNotes({ outcome }: { outcome: RoundOutcome }) {
	const reasons = outcome.chips.map((_, chip) => whyNoScore(outcome, chip));
	return (
		<>
			{REASONS.map((reason) => {
				const chips = reasons.flatMap((why, chip) => (why === reason ? [chip] : []));
				if (chips.length === 0) return null;
				return (
					<p key={reason} class="muted small">
						{t.noScore(chips, reason)}
					</p>
				);
			})}
		</>
	);
}
