import { Fragment, type VNode } from "preact";
import type { ExplainPart } from "#shared/lessons/explanation.ts";
import { CauseBars } from "../figures/cause-bars.tsx";
import { causeRows } from "../figures/cause-rows.ts";
import { LimitPlot } from "../figures/limit-plot.tsx";
import { LockBenchBars } from "../figures/lock-bench-bars.tsx";
import { MeasureBars } from "../figures/measure-bars.tsx";
import { PredictionDots } from "../figures/prediction-dots.tsx";
import { ScheduleFigure } from "../figures/schedule-figure.tsx";
import { SpeedupBars } from "../figures/speedup-bars.tsx";
import { SpeedupPlot } from "../figures/speedup-plot.tsx";
import { speedupsOf } from "../figures/speedups.ts";
import { lessonTexts } from "../i18n/words.ts";
import { ChangeCard } from "./change-card.tsx";
import { CodeCard, Program } from "./code-card.tsx";
import { Experiment } from "./experiment.tsx";
import type { Explained } from "./explained.ts";
import { MomentList } from "./moment-list.tsx";
import { OpenResult } from "./open-result.tsx";
import { OwnEvidence } from "./own-evidence.tsx";
import { OwnShare } from "./own-share.tsx";
import { QuestionList } from "./question-list.tsx";
import { RuleCard } from "./rule-card.tsx";
import { ScoreStrip } from "./score-strip.tsx";

/** Beside more bars than these there is no room for the program alone. */
const BARS_BESIDE_PROGRAM_MAX = 16;

/** How high plots are that would take any height: of the speed-up, and of the work that waited. */
type PlotHeights = { readonly speedupPx: number; readonly backlogPx: number };

/** The parts that there is something to show of, in their order. */
export function drawParts(parts: readonly ExplainPart[], explained: Explained, plots: PlotHeights): VNode[] {
	return parts.flatMap((part) => {
		const drawn = EXPLAIN_PARTS[part](explained, plots);
		return drawn === null ? [] : [<Fragment key={part}>{drawn}</Fragment>];
	});
}

/** How each part of an explanation is shown; null where this round, or who looks, has nothing of the kind. */
const EXPLAIN_PARTS: Readonly<
	Record<ExplainPart, (explained: Explained, plots: PlotHeights) => VNode | null>
> = {
	scores: ({ outcomes, own }) => (
		<>
			<ScoreStrip outcomes={outcomes} own={own?.chip} />
			{own !== undefined && own.chip >= 0 && <OwnShare outcomes={outcomes} own={own} />}
		</>
	),
	change: ({ lesson, earlier = [], outcomes, own }) =>
		earlier.length === 0 ? null : (
			<ChangeCard lesson={lesson} earlier={earlier} outcomes={outcomes} own={own?.chip} />
		),
	standings: ({ lesson, outcome, log, own, record }, { backlogPx }) => (
		<OpenResult
			lesson={lesson}
			outcome={outcome}
			log={log}
			own={own?.chip}
			record={record}
			plotPx={backlogPx}
		/>
	),
	measureBars: ({ lesson, outcomes }) => <MeasureBars lesson={lesson} outcomes={outcomes} />,
	speedupBars: ({ outcome }) => <SpeedupBars speedups={speedupsOf(outcome)} />,
	speedupPlot: ({ outcome, facts }, { speedupPx }) => (
		<SpeedupPlot outcome={outcome} parallelShare={facts.parallelShare} heightPx={speedupPx} />
	),
	limitPlot: ({ lesson }) => <LimitPlot lesson={lesson} />,
	rule: ({ lesson }) => <RuleCard lesson={lesson} />,
	causes: ({ lesson, outcomes, names }) => <CauseBars rows={causeRows(lesson, outcomes, names)} />,
	predictions: ({ lesson, predictions, own }) => (
		<PredictionDots lesson={lesson} predictions={predictions} mine={own?.predicted ?? null} />
	),
	reason: ({ lesson }) => <p>{lessonTexts[lesson].predictWhy}</p>,
	schedule: ({ lesson }) => (
		<div class="explain-schedule">
			<p>{lessonTexts[lesson].predictWhy}</p>
			<ScheduleFigure />
		</div>
	),
	lockBench: ({ outcome }) => <LockBenchBars seed={outcome.seed} />,
	experiment: ({ lesson, experiment, predictions, own }) =>
		experiment === undefined ? null : (
			<Experiment lesson={lesson} result={experiment} own={own?.means ?? null}>
				<PredictionDots lesson={lesson} predictions={predictions} mine={own?.predicted ?? null} />
			</Experiment>
		),
	moments: ({ log, own, showsMoments }) =>
		log === undefined || showsMoments === true || own?.seesDecisions === false ? null : (
			<MomentList log={log} chips={own === undefined || own.chip < 0 ? "all" : own.chip} />
		),
	questions: ({ lesson, facts, own }) =>
		own === undefined ? null : (
			<QuestionList lesson={lesson} facts={facts} answered={own.answered} onAnswer={own.onAnswer} />
		),
	code: ({ lesson }) => <CodeCard lesson={lesson} />,
	program: ({ lesson, outcomes, names }) =>
		causeRows(lesson, outcomes, names).length > BARS_BESIDE_PROGRAM_MAX ? null : <Program lesson={lesson} />,
	evidence: ({ lesson, outcomes, log, own }) =>
		own === undefined || !own.seesDecisions || own.chip < 0 || log === undefined ? null : (
			<OwnEvidence lesson={lesson} parts={outcomes.length} log={log} own={own} />
		),
};
