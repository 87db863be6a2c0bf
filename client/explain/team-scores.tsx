import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import { chipScores } from "./chip-scores.ts";
import "./team-scores.css";
import { useChipName } from "../ui/chip-names.ts";

/** Scores of more chips than these stand in smaller print. */
const LARGE_SCORES_MAX = 4;

/** The teams' scores, to be read from the back of the room, in the order of the chips: never a ranking. */
export function TeamScores({ outcomes }: { outcomes: readonly [RoundOutcome, ...RoundOutcome[]] }) {
	const { chips } = outcomes[0];
	const nameOf = useChipName();
	return (
		<ul class={chips.length > LARGE_SCORES_MAX ? "team-scores team-scores-many" : "team-scores"}>
			{chips.map(({ checksum }, chip) => (
				<li key={`${chip} ${checksum}`}>
					<strong>{chipScores(outcomes, chip)}</strong>
					<span>{nameOf(chip)}</span>
				</li>
			))}
		</ul>
	);
}
