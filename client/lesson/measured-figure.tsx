import { useMemo } from "preact/hooks";
import type { LessonId } from "#shared/lessons/ids.ts";
import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import { speedupsOf } from "./figures.ts";
import { MeasureBars } from "./measure-bars.tsx";
import { SpeedupBars } from "./speedup-bars.tsx";
import { SpeedupPlot } from "./speedup-plot.tsx";

type MeasuredFigureProps = {
	lesson: LessonId;
	/** Both parts of a lesson with two sides, the first one first; else one. */
	outcomes: readonly [RoundOutcome, ...RoundOutcome[]];
	/** Share of the program that can run in parallel, where the lesson is about it. */
	parallelShare: number;
	/** Height of a plot, where it is one. */
	plotPx?: number;
};

/** What was measured, beside theory and the best known, in the picture that suits the lesson. */
export function MeasuredFigure({ lesson, outcomes, parallelShare, plotPx = 340 }: MeasuredFigureProps) {
	const [outcome] = outcomes;
	const speedups = useMemo(() => speedupsOf(outcome), [outcome]);
	switch (lesson) {
		case "amdahl":
			return <SpeedupPlot speedups={speedups} parallelShare={parallelShare} heightPx={plotPx} />;
		case "parallel-work":
			return <SpeedupBars speedups={speedups} />;
		default:
			return <MeasureBars lesson={lesson} outcomes={outcomes} />;
	}
}
