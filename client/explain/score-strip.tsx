import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import { at } from "#shared/lib/assert.ts";
import { lessonWords as t } from "../i18n/words.ts";
import { chipScores, scorePartsNote } from "./chip-scores.ts";
import { NoScoreNotes } from "./no-score-notes.tsx";
import "./score-strip.css";
import { useChipName } from "../ui/chip-names.ts";

type ScoreStripProps = {
	/** Both parts of a lesson with two sides, the first one first; else one. */
	outcomes: readonly RoundOutcome[];
	own: number | undefined;
};

/** The teams' scores, side by side in the order of the chips: never a ranking. */
export function ScoreStrip({ outcomes, own }: ScoreStripProps) {
	const outcome = at(outcomes, outcomes.length - 1);
	const parts = scorePartsNote(outcomes);
	const nameOf = useChipName();
	return (
		<div class="scores">
			<ul>
				{outcome.chips.map(({ checksum }, chip) => (
					<li key={`${chip} ${checksum}`} class={chip === own ? "scores-own" : ""}>
						<strong>{chipScores(outcomes, chip)}</strong> {nameOf(chip)}
					</li>
				))}
			</ul>
			<p class="muted small">
				{parts} {t.scoreNote}
			</p>
			<NoScoreNotes outcomes={outcomes} />
		</div>
	);
}
