import { useMemo } from "preact/hooks";
import type { ClassResult } from "#shared/brain/class-result.ts";
import type { PersonMeans } from "#shared/brain/person.ts";
import type { LessonId } from "#shared/lessons/ids.ts";
import { lessonById } from "#shared/lessons/table.ts";
import type { RoundOutcome } from "#shared/round/outcome.ts";
import type { RoundLog } from "#shared/round/round.ts";
import type { CauseBar } from "#shared/sim/chip.ts";
import { lessonTexts, rushWords, lessonWords as t } from "../i18n/words.ts";
import { CauseBars } from "./cause-bars.tsx";
import { CodeCard } from "./code-card.tsx";
import { ExperimentCard } from "./experiment-card.tsx";
import { factsOf, speedupsOf } from "./figures.ts";
import { LimitPlot } from "./limit-plot.tsx";
import { MeasureBars } from "./measure-bars.tsx";
import { MomentList } from "./moment-list.tsx";
import { OpenResult } from "./open-result.tsx";
import { OwnEvidence } from "./own-evidence.tsx";
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

/**
 * On a wall there are two columns as long as each other. With more rows of bars than these, or a figure of its
 * own below the predictions, the moments come before the predictions.
 */
const FEW_ROWS = 2;
const LONG_ANSWERS: readonly LessonId[] = ["amdahl", "parallel-work"];

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
	const speedups = useMemo(() => speedupsOf(outcome), [outcome]);
	const facts = useMemo(() => factsOf(outcome, before, own?.chip), [outcome, before, own?.chip]);
	const mine = own?.predicted ?? null;
	const isOpen = lessonById(lesson).isOpen === true;
	// Where nobody's own chip is shown, all teams are.
	const isContest = isOpen && own === undefined && outcome.chips.length > 1;
	const outcomes = before === null ? [outcome] : [before, outcome];
	const rows = causeRows(lesson, outcomes);
	const causes = <CauseBars rows={rows} />;
	const isLong = rows.length > FEW_ROWS || LONG_ANSWERS.includes(lesson);
	const moments = log !== undefined && (
		<div class="explain-panel explain-wide">
			<MomentList log={log} chips={own === undefined || own.chip < 0 ? "all" : own.chip} />
		</div>
	);
	return (
		<article class="explain" aria-label={t.explainTitle}>
			<header class="explain-head">
				<h2>{isContest ? rushWords.podium : lessonTexts[lesson].headline(facts)}</h2>
				<ScoreStrip outcome={outcome} own={own?.chip} />
				{isOpen && <OpenResult lesson={lesson} outcome={outcome} log={log} own={own?.chip} record={record} />}
			</header>
			{lesson === "amdahl" ? (
				<>
					<div class="explain-panel">
						<SpeedupPlot speedups={speedups} parallelShare={facts.parallelShare} />
					</div>
					<div class="explain-panel explain-wide">{causes}</div>
					{moments}
					<div class="explain-panel">
						<PredictionDots lesson={lesson} predictions={predictions} mine={mine} />
						<LimitPlot />
					</div>
				</>
			) : (
				<>
					<div class="explain-panel">
						{lesson === "parallel-work" ? (
							<SpeedupBars speedups={speedups} />
						) : (
							<MeasureBars lesson={lesson} outcomes={outcomes} />
						)}
						{causes}
					</div>
					{isLong && moments}
					<div class="explain-panel">
						<PredictionDots lesson={lesson} predictions={predictions} mine={mine} />
						<p>{lessonTexts[lesson].predictWhy}</p>
						{lesson === "parallel-work" && <ScheduleFigure />}
					</div>
				</>
			)}
			{!isLong && moments}
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

/** The chips by number of cores; where there are two sides, both of a chip side by side, each with its name. */
function causeRows(
	lesson: LessonId,
	outcomes: readonly RoundOutcome[],
): { label: string; causes: CauseBar }[] {
	const { sides } = lessonById(lesson);
	return outcomes
		.flatMap(({ chips }) => chips.map((outcome, chip) => ({ ...outcome, chip })))
		.sort((one, other) => one.cores - other.cores || one.chip - other.chip || one.side - other.side)
		.map(({ cores, causes, side, chip }) => {
			const key = sides[side];
			const of = key === undefined ? "" : ` · ${lessonTexts[lesson].sides[key] ?? key}`;
			return { causes, label: `${t.chipCores(chip, cores)}${of}` };
		});
}
