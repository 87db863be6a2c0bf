import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { referenceRt2Ms, SOAS_MS } from "#shared/analysis/prp-reference.ts";
import { type ClassResult, PEOPLE_FOR_FIT, PEOPLE_FOR_POINTS, peopleOf } from "#shared/brain/class-result.ts";
import type { PersonMeans } from "#shared/brain/person.ts";
import { dualTaskTimesOf } from "#shared/brain/run-dual-task.ts";
import type { DualTaskTimes } from "#shared/lessons/brain.ts";
import { brainWords as t } from "../i18n/words.ts";
import { Figure } from "../ui/figure.tsx";
import { CountList } from "./count-list.tsx";
import { CurveFigure } from "./curve-figure.tsx";
import { dualTaskRun } from "./dual-task-lanes.ts";
import { DualTaskTimeline } from "./dual-task-timeline.tsx";
import { verdictWords } from "./own-result.tsx";
import { SearchFigure } from "./search-figure.tsx";
import "./explain-experiment.css";

type ExplainExperimentProps = {
	result: ClassResult;
	/** The student's own means; absent for desk, projector and dashboard, which never have anybody's. */
	own?: PersonMeans | null;
	/** Panels beside the counts: what the class had predicted. */
	children: ComponentChildren;
};

const NOTHING: PersonMeans["points"] = [];

/** The class's curve, the same thing on a chip under it, and what was counted. */
export function ExplainExperiment({ result, own, children }: ExplainExperimentProps) {
	const times = useMemo(() => dualTaskTimesOf(result.points), [result]);
	const isFit = result.fit !== null;
	const isAlone = own !== undefined && own !== null && peopleOf(result) === 1;
	const search = isAlone ? own.search : result.search;
	return (
		<>
			<div class="explain-panel">
				<CurveFigure
					title={t.curveTitle}
					summary={`${t.curveNote} ${isAlone ? t.curveAlone : summaryOf(result)}`}
					points={result.points}
					isFit={isFit}
					own={own?.points ?? NOTHING}
					times={isFit ? times : undefined}
					heightPx={276}
				/>
				{own !== undefined && own !== null && own.verdict !== "satOut" && (
					<p class="muted small">
						{verdictWords(own)} {own.points.length > 1 && !isAlone && t.curveOwn}
					</p>
				)}
			</div>
			<div class="explain-panel">
				<ChipFigure result={result} times={times} />
			</div>
			<div class="experiment-row">
				{search.length > 0 && (
					<div class="explain-panel">
						<SearchFigure search={search} />
					</div>
				)}
				<div class="explain-panel">
					<CountList result={result} isAlone={isAlone} />
				</div>
				{children}
			</div>
		</>
	);
}

/** The same on two cores with one lock, with the answers of people beside the chip's. */
function ChipFigure({ result, times }: { result: ClassResult; times: DualTaskTimes }) {
	const runs = useMemo(() => SOAS_MS.map((soaMs) => dualTaskRun(times, soaMs)), [times]);
	const isClass = result.points.length > 1;
	const measured = useMemo(
		() =>
			new Map<number, number>(
				isClass
					? result.points.map(({ soaMs, rt2Ms }) => [soaMs, rt2Ms])
					: SOAS_MS.map((soaMs) => [soaMs, referenceRt2Ms(soaMs)]),
			),
		[result, isClass],
	);
	return (
		<Figure
			title={t.chipTitle}
			summary={`${t.chipNote(isClass)} ${t.chipSteady(isClass)}`}
			tableLabel={t.table}
			table={{
				head: [t.gap, t.chip],
				rows: runs.map(({ soaMs, rt2Ms }) => [t.ms(soaMs), t.ms(rt2Ms)]),
			}}
		>
			<DualTaskTimeline runs={runs} measured={measured} />
		</Figure>
	);
}

function summaryOf({ fit, verdicts }: ClassResult): string {
	if (fit !== null) return t.curveFit(fit.effectMs, fit.effectMarginMs, fit.slope);
	if (verdicts.counted >= PEOPLE_FOR_POINTS) return t.curveFew(verdicts.counted, PEOPLE_FOR_FIT);
	return t.curveNobody(verdicts.counted, PEOPLE_FOR_POINTS);
}
