import type { ExplainPage as Arrangement } from "#shared/lessons/explanation.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { lessonWords as t } from "../i18n/words.ts";
import { drawParts } from "./explain-parts.tsx";
import type { Explained } from "./explained.ts";
import { headlineOf } from "./headline.ts";
import "./explain-card.css";

const PLOTS = { speedupPx: 340, backlogPx: 240 };

type ExplainPanelsProps = { arrangement: Arrangement; explained: Explained };

/** Measured beside theory beside best known, causes, moments, questions, then the code: to be scrolled. */
export function ExplainPanels({ arrangement: { head, panels }, explained }: ExplainPanelsProps) {
	return (
		<article class={`explain explain-${lessonById(explained.lesson).kind.type}`} aria-label={t.explainTitle}>
			<header class="explain-head">
				<h2>{headlineOf(explained)}</h2>
				{drawParts(head, explained, PLOTS)}
			</header>
			{panels.map(({ look, parts }) => {
				const drawn = drawParts(parts, explained, PLOTS);
				if (drawn.length === 0 || look === "bare") return drawn;
				return (
					<div key={parts.join()} class={look === "wide" ? "explain-panel explain-wide" : "explain-panel"}>
						{drawn}
					</div>
				);
			})}
		</article>
	);
}
