import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import { score as scoreText } from "../i18n/base/format.ts";
import "./team-scores.css";
import { useChipName } from "../ui/chip-names.ts";

/** Scores of more chips than these stand in smaller print. */
const LARGE_SCORES_MAX = 4;

/** The teams' scores, to be read from the back of the room, in the order of the chips: never a ranking. */
export function TeamScores({ outcome: { chips } }: { outcome: RoundOutcome }) {
	const nameOf = useChipName();
	return (
		<ul class={chips.length > LARGE_SCORES_MAX ? "team-scores team-scores-many" : "team-scores"}>
			{chips.map(({ score, checksum }, chip) => (
				<li key={`${chip} ${checksum}`}>
					<strong>{scoreText(score)}</strong>
					<span>{nameOf(chip)}</span>
				</li>
			))}
		</ul>
	);
}
