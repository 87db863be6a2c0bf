import { useMemo } from "preact/hooks";
import type uPlot from "uplot";
import type { PrpPoint, Trial } from "#shared/analysis/prp.ts";
import type { DualTaskTimes } from "#shared/lessons/brain.ts";
import { number } from "../i18n/base/format.ts";
import { brainWords as t } from "../i18n/words.ts";
import { Figure } from "../ui/figure.tsx";
import { Plot, type PlotOptions } from "../ui/plot.tsx";
import { type KeyEntry, PlotKey } from "../ui/plot-key.tsx";
import { axis, DASH, INK } from "../ui/plot-looks.ts";
import { type CurveLines, curveLines, GAP_MS_MAX } from "./curve-lines.ts";
import { paintBand, paintPoints } from "./paint-curve.ts";

type CurveFigureProps = {
	title: string;
	summary: string;
	/** Of the class; none on a student's own page. */
	points: readonly PrpPoint[];
	/** Enough people for a band and the guide. */
	isFit: boolean;
	/** The student's own means; nobody else's page has them. */
	own: readonly Trial[];
	/** Of the chip that is drawn beside the class. */
	times: DualTaskTimes | undefined;
	heightPx: number;
};

/** Both reaction times against the gap between the stimuli. */
export function CurveFigure({ title, summary, points, isFit, own, times, heightPx }: CurveFigureProps) {
	const { options, data } = useMemo(() => {
		const lines = curveLines(points, own, { times, guided: isFit, reference: !isFit });
		return drawing(lines, points, own, isFit);
	}, [points, own, isFit, times]);
	return (
		<Figure
			class="curve"
			title={title}
			summary={summary}
			tableLabel={t.table}
			legend={<PlotKey entries={keyOf(points, own, isFit, times)} />}
			table={{
				head: [t.gap, ...(points.length > 0 ? [t.numberAnswer, t.colourAnswer] : []), ...ownHead(own)],
				rows: rowsOf(points, own),
			}}
		>
			<Plot options={options} data={data} heightPx={heightPx} />
		</Figure>
	);
}

function ownHead(own: readonly Trial[]): string[] {
	return own.length > 0 ? [t.ownNumber, t.ownColour] : [];
}

function rowsOf(points: readonly PrpPoint[], own: readonly Trial[]): string[][] {
	const soas = [...new Set([...points, ...own].map(({ soaMs }) => soaMs))].sort((one, two) => one - two);
	return soas.map((soaMs) => {
		const cells = [points, own].flatMap((list: readonly Trial[]) => {
			if (list.length === 0) return [];
			const point = list.find((one) => one.soaMs === soaMs);
			return point === undefined ? ["–", "–"] : [t.ms(point.rt2Ms), t.ms(point.rt1Ms)];
		});
		return [t.ms(soaMs), ...cells];
	});
}

function keyOf(
	points: readonly PrpPoint[],
	own: readonly Trial[],
	isFit: boolean,
	times: DualTaskTimes | undefined,
): KeyEntry[] {
	const entries: KeyEntry[] = [];
	if (points.length > 0) {
		entries.push({ text: t.numberAnswer, colour: INK.measured, mark: "circle" });
		entries.push({ text: t.colourAnswer, colour: INK.muted, mark: "square" });
	}
	if (own.length > 0) entries.push({ text: t.ownNumber, colour: INK.best, mark: "diamond" });
	if (isFit) entries.push({ text: t.guide, colour: INK.text, mark: "line", dash: DASH.dashed });
	if (times !== undefined) entries.push({ text: t.chip, colour: INK.law, mark: "line" });
	if (!isFit) entries.push({ text: t.reference, colour: INK.ideal, mark: "line", dash: DASH.dotted });
	return entries;
}

function drawing(
	lines: CurveLines,
	points: readonly PrpPoint[],
	own: readonly Trial[],
	isFit: boolean,
): { options: PlotOptions; data: uPlot.AlignedData } {
	const { gapsMs, reference, chip, guide, fromMs, toMs } = lines;
	const line = { pxAlign: 0, points: { show: false } } as const;
	return {
		data: [[...gapsMs], [...reference], [...chip], [...guide]],
		options: {
			legend: { show: false },
			cursor: { show: false },
			padding: [12, 16, 0, 0],
			scales: { x: { time: false, range: [0, GAP_MS_MAX] }, y: { range: [fromMs, toMs] } },
			axes: [
				axis(t.gapAxis, {
					splits: () => [50, 150, 300, 500, 800],
					values: (_, splits) => splits.map((gap) => number(gap)),
				}),
				axis(t.timeAxis, { values: (_, splits) => splits.map((ms) => number(ms)) }),
			],
			series: [
				{},
				{ ...line, stroke: INK.ideal, width: 2.5, dash: [...DASH.dotted] },
				{ ...line, stroke: INK.law, width: 3 },
				{ ...line, stroke: INK.text, width: 2, dash: [...DASH.dashed] },
			],
			hooks: {
				drawAxes: [
					(chart) => {
						if (isFit) paintBand(chart, points);
					},
				],
				draw: [(chart) => paintPoints(chart, points, own)],
			},
		},
	};
}
