import { useMemo } from "preact/hooks";
import type { ClassResult } from "#shared/brain/class-result.ts";
import type { PersonMeans } from "#shared/brain/person.ts";
import type { LessonId } from "#shared/lessons/ids.ts";
import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import { lessonById } from "#shared/lessons/table.ts";
import type { RoundLog } from "#shared/round/round.ts";
import { lessonTexts, rushWords, lessonWords as t } from "../i18n/words.ts";
import { CauseBars } from "./cause-bars.tsx";
import { causeRows } from "./cause-rows.ts";
import { CodeCard } from "./code-card.tsx";
import { ExperimentCard } from "./experiment-card.tsx";
import { factsOf, outcomesOf } from "./figures.ts";
import { LimitPlot } from "./limit-plot.tsx";
import { MeasuredFigure } from "./measured-figure.tsx";
import { MomentList } from "./moment-list.tsx";
import { OpenResult } from "./open-result.tsx";
import { OwnEvidence } from "./own-evidence.tsx";
import { PredictionDots } from "./prediction-dots.tsx";
import { QuestionList } from "./question-list.tsx";
import { ScheduleFigure } from "./schedule-figure.tsx";
import { ScoreStrip } from "./score-strip.tsx";
import "./explain-card.css";

type ExplainCardProps = {
	lesson: LessonId;
	outcome: RoundOutcome;
	/** The first part, in a lesson whose two sides were played. */
	before: RoundOutcome | null;
	predictions: readonly number[];
	/** What was played, if it is to be looked at again here. */
	log?: RoundLog | undefined;
	/** In an open round of a class: its best on this seed before, or null. */
	record?: number | null | undefined;
	/** Where the class measured itself instead of playing a chip. */
	experiment?: ClassResult | undefined;
	/** The student's own chip, prediction and answers; absent for desk, projector and dashboard. */
	own?: {
		/** -1 for who came too late for the round. */
		readonly chip: number;
		readonly seat: number;
		readonly predicted: number | null;
		readonly answered: readonly (number | null)[];
		/** What the student measured in an experiment. */
		readonly means: PersonMeans | null;
		readonly onAnswer: (question: number, choice: number) => void;
	};
};

/** The round in numbers: measured beside theory beside best known, causes, moments, questions, then the code. */
export function ExplainCard(props: ExplainCardProps) {
	const { experiment, ...others } = props;
	return experiment === undefined ? (
		<ChipCard {...others} />
	) : (
		<ExperimentCard {...others} experiment={experiment} />
	);
}

function ChipCard({ lesson, outcome, before, predictions, log, record, own }: ExplainCardProps) {
	const facts = useMemo(() => factsOf(outcome, before, own?.chip), [outcome, before, own?.chip]);
	const mine = own?.predicted ?? null;
	const isOpen = lessonById(lesson).kind.type === "open";
	// Where nobody's own chip is shown, all teams are.
	const isContest = isOpen && own === undefined && outcome.chips.length > 1;
	const outcomes = outcomesOf(outcome, before);
	const measured = <MeasuredFigure lesson={lesson} outcomes={outcomes} parallelShare={facts.parallelShare} />;
	const causes = <CauseBars rows={causeRows(lesson, outcomes)} />;
	return (
		<article class="explain" aria-label={t.explainTitle}>
			<header class="explain-head">
				<h2>{isContest ? rushWords.podium : lessonTexts[lesson].headline(facts)}</h2>
				<ScoreStrip outcome={outcome} own={own?.chip} />
				{isOpen && <OpenResult lesson={lesson} outcome={outcome} log={log} own={own?.chip} record={record} />}
			</header>
			{lessonById(lesson).kind.type === "sizes" ? (
				<>
					<div class="explain-panel">{measured}</div>
					<div class="explain-panel">
						<PredictionDots lesson={lesson} predictions={predictions} mine={mine} />
						<LimitPlot lesson={lesson} />
					</div>
					<div class="explain-panel explain-wide">{causes}</div>
				</>
			) : (
				<>
					<div class="explain-panel">
						{measured}
						{causes}
					</div>
					<div class="explain-panel">
						<PredictionDots lesson={lesson} predictions={predictions} mine={mine} />
						<p>{lessonTexts[lesson].predictWhy}</p>
						{lesson === "parallel-work" && <ScheduleFigure />}
					</div>
				</>
			)}
			{log !== undefined && (
				<div class="explain-panel explain-wide">
					<MomentList log={log} chips={own === undefined || own.chip < 0 ? "all" : own.chip} />
				</div>
			)}
			{own !== undefined && (
				<div class="explain-panel explain-wide">
					<QuestionList lesson={lesson} facts={facts} answered={own.answered} onAnswer={own.onAnswer} />
				</div>
			)}
			<div class="explain-panel explain-wide">
				<CodeCard lesson={lesson} />
			</div>
			{own !== undefined && own.chip >= 0 && log !== undefined && (
				<OwnEvidence lesson={lesson} log={log} chip={own.chip} seat={own.seat} answered={own.answered} />
			)}
		</article>
	);
}
