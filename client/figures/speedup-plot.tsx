import { useMemo } from "preact/hooks";
import type uPlot from "uplot";
import { amdahlLimit, amdahlSpeedup } from "#shared/analysis/amdahl.ts";
import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import { fixed, number } from "../i18n/base/format.ts";
import { lessonWords as t } from "../i18n/words.ts";
import { useChipName } from "../ui/chip-names.ts";
import { Figure } from "../ui/figure.tsx";
import { Plot, type PlotOptions } from "../ui/plot.tsx";
import { PlotKey } from "../ui/plot-key.tsx";
import { drawLabel } from "../ui/plot-label.ts";
import { axis, DASH, INK, textScale } from "../ui/plot-looks.ts";
import { drawDiamond, drawDisc } from "../ui/plot-marks.ts";
import { type ChipSpeedup, speedupsOf } from "./speedups.ts";

const CORES_MAX = 8;
/** Points of the curves per core: enough to look round. */
const FINENESS = 10;

/** The number of a dot stands below it, but of one so low it stands above: below there is the axis. */
const LOW_SPEEDUP = 1.5;

type SpeedupPlotProps = {
	outcome: RoundOutcome;
	/** Share of the program that can run in parallel: the law is drawn for it. */
	parallelShare: number;
	heightPx: number;
};

/** Amdahl's law and what the class measured: dots of its chips on the curve for its serial share. */
export function SpeedupPlot({ outcome, parallelShare, heightPx }: SpeedupPlotProps) {
	const nameOf = useChipName();
	const speedups = useMemo(() => speedupsOf(outcome), [outcome]);
	const { options, data } = useMemo(() => drawing(speedups, parallelShare), [speedups, parallelShare]);
	const limit = amdahlLimit(parallelShare);
	const note = t.amdahlPlotNote(1 - parallelShare, limit);
	const law = t.law(parallelShare);
	const isAbove = speedups.some(({ measured, theory }) => measured > theory * 1.005);
	return (
		<Figure
			title={t.amdahlPlot}
			summary={isAbove ? `${note} ${t.amdahlAbove}` : note}
			tableLabel={t.table}
			legend={
				<PlotKey
					entries={[
						{ text: t.measured, colour: INK.measured, mark: "circle" },
						{ text: t.best, colour: INK.best, mark: "diamond" },
						{ text: law, colour: INK.law, mark: "line" },
						{ text: t.limit(limit), colour: INK.limit, mark: "line", dash: DASH.dotted },
						{ text: t.ideal, colour: INK.ideal, mark: "line", dash: DASH.dashed },
					]}
				/>
			}
			table={{
				head: [t.chipHead, t.cores, t.measured, t.best, law],
				rows: speedups.map(({ chip, cores, measured, best, theory }) => [
					nameOf(chip),
					number(cores),
					fixed(measured, 2),
					fixed(best, 2),
					fixed(theory, 2),
				]),
			}}
		>
			<Plot options={options} data={data} heightPx={heightPx} />
		</Figure>
	);
}

function drawing(
	speedups: readonly ChipSpeedup[],
	parallelShare: number,
): { options: PlotOptions; data: uPlot.AlignedData } {
	const cores = Array.from({ length: (CORES_MAX - 1) * FINENESS + 1 }, (_, index) => 1 + index / FINENESS);
	const limit = amdahlLimit(parallelShare);
	return {
		data: [cores, cores.map((count) => amdahlSpeedup(parallelShare, count)), cores, cores.map(() => limit)],
		options: {
			legend: { show: false },
			cursor: { show: false },
			padding: [18, 22, 0, 0],
			scales: { x: { time: false, range: [0.6, 8.4] }, y: { range: [0, 8.4] } },
			axes: [
				axis(t.cores, { splits: () => [1, 2, 4, 8], values: (_, splits) => splits.map(String) }),
				axis(t.speedup, {
					splits: () => [0, 1, 2, 3, 4, 5, 6, 7, 8],
					values: (_, splits) => splits.map(String),
				}),
			],
			series: [
				{},
				{ stroke: INK.law, width: 3, pxAlign: 0, points: { show: false } },
				{ stroke: INK.ideal, width: 2, pxAlign: 0, dash: [...DASH.dashed], points: { show: false } },
				{ stroke: INK.limit, width: 2.5, dash: [...DASH.dotted], points: { show: false } },
			],
			hooks: { draw: [(chart) => drawDots(chart, speedups)] },
		},
	};
}

/** Measured as labelled discs, best-known as hollow diamonds: shapes besides colours. */
function drawDots(chart: uPlot, speedups: readonly ChipSpeedup[]): void {
	const { ctx } = chart;
	ctx.save();
	ctx.setLineDash([]);
	for (const { cores, measured, best } of speedups) {
		const x = chart.valToPos(cores, "x", true);
		const y = chart.valToPos(measured, "y", true);
		drawDiamond(chart, x, chart.valToPos(best, "y", true), INK.best, 9);
		drawDisc(chart, x, y, INK.measured, 7);
		const awayPx = measured < LOW_SPEEDUP ? -16 : 26;
		drawLabel(chart, fixed(measured, 2), x, y + awayPx * devicePixelRatio * textScale());
	}
	ctx.restore();
}
