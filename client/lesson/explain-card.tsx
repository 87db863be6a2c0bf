import { useMemo } from "preact/hooks";
import type { LessonId } from "#shared/lessons/ids.ts";
import { at } from "#shared/lib/assert.ts";
import type { RoundOutcome } from "#shared/round/outcome.ts";
import { lessonWords as t } from "../i18n/words.ts";
import { CauseBars } from "./cause-bars.tsx";
import { type ChipSpeedup, factsOf, speedupsOf } from "./figures.ts";
import { LimitPlot } from "./limit-plot.tsx";
import { PredictionDots } from "./prediction-dots.tsx";
import { QuestionList } from "./question-list.tsx";
import { ScheduleFigure } from "./schedule-figure.tsx";
import { ScoreStrip } from "./score-strip.tsx";
import { SpeedupBars } from "./speedup-bars.tsx";
import { SpeedupPlot } from "./speedup-plot.tsx";
import "./explain-card.css";

type ExplainCardProps = {
	lesson: LessonId;
	outcome: RoundOutcome;
	predictions: readonly number[];
	/** The student's own chip, prediction and answers; absent for desk, projector and dashboard. */
	own?: {
		/** -1 for who came too late for the round. */
		readonly chip: number;
		readonly predicted: number | null;
		readonly answered: readonly (number | null)[];
		readonly onAnswer: (question: number, choice: number) => void;
	};
};

/** The round in numbers: measured beside theory beside best known, predictions, causes, questions. */
export function ExplainCard({ lesson, outcome, predictions, own }: ExplainCardProps) {
	const speedups = useMemo(() => speedupsOf(outcome), [outcome]);
	const facts = useMemo(() => factsOf(outcome, own?.chip), [outcome, own?.chip]);
	const mine = own?.predicted ?? null;
	const causes = (
		<CauseBars
			rows={speedups.map(({ chip, cores }) => ({
				label: t.chipCores(chip, cores),
				causes: at(outcome.chips, chip).causes,
			}))}
		/>
	);
	return (
		<article class="explain" aria-label={t.explainTitle}>
			<header class="explain-head">
				<h2>{headlineOf(lesson, speedups, own?.chip)}</h2>
				<ScoreStrip outcome={outcome} own={own?.chip} />
			</header>
			{lesson === "amdahl" ? (
				<>
					<div class="explain-panel">
						<SpeedupPlot speedups={speedups} />
					</div>
					<div class="explain-panel">
						<PredictionDots lesson={lesson} predictions={predictions} mine={mine} />
						<LimitPlot />
					</div>
					<div class="explain-panel explain-wide">{causes}</div>
				</>
			) : (
				<>
					<div class="explain-panel">
						<SpeedupBars speedups={speedups} />
						{causes}
					</div>
					<div class="explain-panel">
						<PredictionDots lesson={lesson} predictions={predictions} mine={mine} />
						<ScheduleFigure />
					</div>
				</>
			)}
			{own !== undefined && (
				<div class="explain-panel explain-wide">
					<QuestionList lesson={lesson} facts={facts} answered={own.answered} onAnswer={own.onAnswer} />
				</div>
			)}
		</article>
	);
}

/** The largest chip of the class, or the student's own where all are the same. */
function headlineOf(lesson: LessonId, speedups: readonly ChipSpeedup[], ownChip: number | undefined): string {
	if (lesson === "amdahl") {
		const largest = speedups.at(-1);
		return largest === undefined
			? t.explainTitle
			: t.amdahlHeadline(largest.cores, largest.measured, largest.theory);
	}
	const shown = speedups.find(({ chip }) => chip === ownChip) ?? speedups[0];
	return shown === undefined ? t.explainTitle : t.parallelHeadline(shown.measured, shown.cores);
}
