import type { ExplainColumns as Arrangement } from "#shared/lessons/explanation.ts";
import { causeRows } from "../figures/cause-rows.ts";
import { lessonTexts, lessonWords as t } from "../i18n/words.ts";
import { scorePartsNote } from "./chip-scores.ts";
import { drawParts } from "./explain-parts.tsx";
import type { Explained } from "./explained.ts";
import { headlineOf } from "./headline.ts";
import { TeamScores } from "./team-scores.tsx";
import "./explain-card.css";
import "./explain-columns.css";

/** Up to so many rows of bars there is room to spare; above, it is scarce; above that, bars stand in two columns. */
const ROOMY_ROWS_MAX = 1;
const ROOMY_CORES_MAX = 4;
const USUAL_ROWS_MAX = 4;
const ONE_COLUMN_ROWS_MAX = 8;

/** As high as leaves room for what is below and above them. */
const PLOTS = { speedupPx: 262, backlogPx: 330 };

type ExplainColumnsProps = { arrangement: Arrangement; explained: Explained };

/**
 * A round's end on the projector, composed so that nobody has to scroll: the teams' scores over what was measured
 * and foreseen on one side, where the time went and the program on the other. What else there is to read is on
 * the students' own screens.
 */
export function ExplainColumns({ arrangement, explained }: ExplainColumnsProps) {
	return (
		<article class={`explain-columns ${densityOf(arrangement, explained)}`} aria-label={t.explainTitle}>
			<header class="explain-columns-head">
				<div>
					<h2>{headlineOf(explained)}</h2>
					<p class="explain-columns-rule">
						<strong>{t.ruleTitle}:</strong> {lessonTexts[explained.lesson].idea}
					</p>
					{explained.outcomes.length > 1 && <p>{scorePartsNote(explained.outcomes)}</p>}
					<p class="explain-columns-note">{t.scoreNote}</p>
				</div>
				<TeamScores outcomes={explained.outcomes} />
			</header>
			{arrangement.columns.map((panels, column) => (
				<div key={column} class="explain-columns-column">
					{panels.map(({ look, parts }) => {
						const drawn = drawParts(parts, explained, PLOTS);
						if (drawn.length === 0 || look === "bare") return drawn;
						return (
							<div key={look} class={`explain-panel explain-columns-${look}`}>
								{drawn}
							</div>
						);
					})}
				</div>
			))}
		</article>
	);
}

/** The standings are a second plot and a podium, as high as many bars. */
function densityOf({ columns }: Arrangement, { lesson, outcomes, names }: Explained): string {
	const rows = causeRows(lesson, outcomes, names).length;
	const hasStandings = columns.flat().some(({ parts }) => parts.includes("standings"));
	if (rows > ONE_COLUMN_ROWS_MAX) return "explain-columns-many";
	const hasLongNames = outcomes.length > 1 && rows > outcomes.length;
	if (hasStandings || hasLongNames || rows > USUAL_ROWS_MAX) return "explain-columns-dense";
	// The moments show a lane for each core.
	const cores = Math.max(...outcomes.flatMap(({ chips }) => chips.map((chip) => chip.cores)));
	return rows > ROOMY_ROWS_MAX || cores > ROOMY_CORES_MAX ? "" : "explain-columns-roomy";
}
