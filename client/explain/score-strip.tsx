import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import { score as scoreText } from "../i18n/base/format.ts";
import { lessonWords as t } from "../i18n/words.ts";
import { NoScoreNotes } from "./no-score-notes.tsx";
import "./score-strip.css";
import { useChipName } from "../ui/chip-names.ts";

/** The teams' scores, side by side in the order of the chips: never a ranking. */
export function ScoreStrip({ outcome, own }: { outcome: RoundOutcome; own: number | undefined }) {
	const nameOf = useChipName();
	return (
		<div class="scores">
			<ul>
				{outcome.chips.map(({ score, checksum }, chip) => (
					<li key={`${chip} ${checksum}`} class={chip === own ? "scores-own" : ""}>
						<strong>{scoreText(score)}</strong> {nameOf(chip)}
					</li>
				))}
			</ul>
			<p class="muted small">{t.scoreNote}</p>
			<NoScoreNotes outcome={outcome} />
		</div>
	);
}
