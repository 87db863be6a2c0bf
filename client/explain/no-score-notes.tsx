import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import { type NoScore, whyNoScore } from "#shared/result/why-no-score.ts";
import { lessonWords as t } from "../i18n/words.ts";
import { useChipName } from "../ui/chip-names.ts";

const REASONS: readonly NoScore[] = ["nobody", "short", "same"];

/** Of the chips without a score, in any part, why they have none: a line for each reason. */
export function NoScoreNotes({ outcomes }: { outcomes: readonly RoundOutcome[] }) {
	const nameOf = useChipName();
	return (
		<>
			{REASONS.map((reason) => {
				const chips = chipsWithout(outcomes, reason);
				if (chips.length === 0) return null;
				return (
					<p key={reason} class="muted small">
						{t.noScore(chips.map(nameOf), reason)}
					</p>
				);
			})}
		</>
	);
}

function chipsWithout([first, ...others]: readonly RoundOutcome[], reason: NoScore): number[] {
	if (first === undefined) return [];
	return first.chips.flatMap((_, chip) =>
		[first, ...others].some((outcome) => whyNoScore(outcome, chip) === reason) ? [chip] : [],
	);
}
