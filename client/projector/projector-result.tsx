import { useMemo } from "preact/hooks";
import type { LessonId } from "#shared/lessons/ids.ts";
import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import { lessonById } from "#shared/lessons/table.ts";
import type { RoundLog } from "#shared/round/round.ts";
import { lessonTexts, rushWords, lessonWords as t } from "../i18n/words.ts";
import { CauseBars } from "../lesson/cause-bars.tsx";
import { causeRows } from "../lesson/cause-rows.ts";
import { CodeLines } from "../lesson/code-lines.tsx";
import { factsOf, outcomesOf } from "../lesson/figures.ts";
import { MeasuredFigure } from "../lesson/measured-figure.tsx";
import { MomentList } from "../lesson/moment-list.tsx";
import { OpenResult } from "../lesson/open-result.tsx";
import { PredictionDots } from "../lesson/prediction-dots.tsx";
import { ScheduleFigure } from "../lesson/schedule-figure.tsx";
import { TeamScores } from "./team-scores.tsx";
import "../lesson/explain-card.css";
import "./wall-result.css";

type WallResultProps = {
	lesson: LessonId;
	outcome: RoundOutcome;
	/** The first part, in a lesson whose two sides were played. */
	before: RoundOutcome | null;
	predictions: readonly number[];
	log: RoundLog | undefined;
	/** In an open round: the best of the class on this seed before, or null. */
	record: number | null | undefined;
};

/** Up to so many rows of bars there is room to spare; above, it is scarce; above that, bars stand in two columns. */
const ROOMY_ROWS = 1;
const USUAL_ROWS = 4;
const ONE_COLUMN_ROWS = 8;
/** With more there is no room for the program. */
const CODE_ROWS_MAX = 16;

/** Plots as high as leaves room for what is below and above them. */
const PLOT_PX = 262;
const BACKLOG_PX = 330;

/**
 * A round's end on the wall, composed so that nobody has to scroll: the teams' scores over what was measured
 * and foreseen on one side, where the time went and the program on the other. What else there is to read is on
 * the students' own screens.
 */
export function WallResult({ lesson, outcome, before, predictions, log, record }: WallResultProps) {
	const facts = useMemo(() => factsOf(outcome, before, undefined), [outcome, before]);
	const texts = lessonTexts[lesson];
	const isOpen = lessonById(lesson).kind.type === "open";
	const isContest = isOpen && outcome.chips.length > 1;
	const outcomes = outcomesOf(outcome, before);
	const rows = causeRows(lesson, outcomes);
	const foreseen = (
		<div class="explain-panel wall-foreseen">
			<PredictionDots lesson={lesson} predictions={predictions} mine={null} />
			{lesson === "parallel-work" ? (
				<div class="wall-schedule">
					<p>{texts.predictWhy}</p>
					<ScheduleFigure />
				</div>
			) : (
				<p>{texts.predictWhy}</p>
			)}
		</div>
	);
	return (
		<article class={`wall-result ${densityOf(rows.length, isOpen)}`} aria-label={t.explainTitle}>
			<header class="wall-head">
				<div>
					<h2>{isContest ? rushWords.podium : texts.headline(facts)}</h2>
					<p>{t.scoreNote}</p>
				</div>
				<TeamScores outcome={outcome} />
			</header>
			<div class="wall-column">
				{isOpen ? (
					<OpenResult
						lesson={lesson}
						outcome={outcome}
						log={log}
						own={undefined}
						record={record}
						plotPx={BACKLOG_PX}
					/>
				) : (
					<div class="explain-panel wall-measured">
						<MeasuredFigure
							lesson={lesson}
							outcomes={outcomes}
							parallelShare={facts.parallelShare}
							plotPx={PLOT_PX}
						/>
					</div>
				)}
				{!isOpen && foreseen}
			</div>
			<div class="wall-column">
				<div class="explain-panel wall-time">
					<CauseBars rows={rows} />
					{log !== undefined && <MomentList log={log} chips="all" />}
				</div>
				{isOpen && foreseen}
				{!isOpen && rows.length <= CODE_ROWS_MAX && (
					<section class="explain-panel wall-code" aria-label={t.codeTitle}>
						<h3>{t.codeTitle}</h3>
						<CodeLines code={texts.code} />
					</section>
				)}
			</div>
		</article>
	);
}

/** An open round has a second plot and a podium, as high as many bars. */
function densityOf(rows: number, isOpen: boolean): string {
	if (rows > ONE_COLUMN_ROWS) return "wall-many";
	if (isOpen || rows > USUAL_ROWS) return "wall-dense";
	return rows > ROOMY_ROWS ? "" : "wall-roomy";
}
