import { useMemo } from "preact/hooks";
import type uPlot from "uplot";
import { amdahlLimit, amdahlSpeedup } from "#shared/analysis/amdahl.ts";
import type { LessonId } from "#shared/lessons/ids.ts";
import { fixed, number } from "../i18n/base/format.ts";
import { lessonTexts, lessonWords as t } from "../i18n/words.ts";
import { Figure } from "../ui/figure.tsx";
import { Plot, type PlotOptions } from "../ui/plot.tsx";
import { drawLabel } from "../ui/plot-label.ts";
import { axis, DASH, INK, textScale } from "../ui/plot-looks.ts";

const PARALLEL_SHARE = 0.9;
const CORES_MAX = 1_024;
/** A figure in circulation that no number of cores can reach. */
const IMPOSSIBLE = 10.9;
const CORES = Array.from({ length: 101 }, (_, index) => CORES_MAX ** (index / 100));
const TICKS = [1, 4, 16, 64, 256, 1024];

const DATA: uPlot.AlignedData = [
	CORES,
	CORES.map((cores) => amdahlSpeedup(PARALLEL_SHARE, cores)),
	CORES.map(() => amdahlLimit(PARALLEL_SHARE)),
];

/** What more cores bring a program that is 90 % parallel: the curve that the prediction asked about. */
export function LimitPlot({ lesson }: { lesson: LessonId }) {
	const options = useMemo(optionsNow, []);
	return (
		<Figure
			title={t.limitPlot}
			summary={lessonTexts[lesson].predictWhy}
			class="limit-plot"
			tableLabel={t.table}
			table={{
				head: [t.cores, t.speedup],
				rows: TICKS.map((cores) => [number(cores), fixed(amdahlSpeedup(PARALLEL_SHARE, cores), 2)]),
			}}
		>
			<Plot options={options} data={DATA} heightPx={230} />
		</Figure>
	);
}

/** Written when first shown: fonts follow the size of the page. */
const optionsNow = (): PlotOptions => ({
	legend: { show: false },
	cursor: { show: false },
	padding: [14, 28, 0, 0],
	scales: { x: { time: false, distr: 3, log: 2, range: [1, 1400] }, y: { range: [0, 12.5] } },
	axes: [
		// A logarithmic axis would leave out those that are not powers of ten.
		axis(t.cores, {
			filter: (_, splits) => splits,
			splits: () => TICKS,
			values: (_, splits) => splits.map((cores) => number(cores)),
		}),
		axis(t.speedup, { splits: () => [0, 2, 4, 6, 8, 10, 12], values: (_, splits) => splits.map(String) }),
	],
	series: [
		{},
		{ stroke: INK.law, width: 3, pxAlign: 0, points: { show: false } },
		{ stroke: INK.limit, width: 2.5, dash: [...DASH.dotted], points: { show: false } },
	],
	hooks: { draw: [drawMarks] },
});

/** The right answer as a disc, the impossible one as a cross, the limit by its name. */
function drawMarks(chart: uPlot): void {
	const { ctx } = chart;
	const unit = devicePixelRatio;
	const x = chart.valToPos(CORES_MAX, "x", true);
	const truth = amdahlSpeedup(PARALLEL_SHARE, CORES_MAX);
	const truthY = chart.valToPos(truth, "y", true);
	const wrongY = chart.valToPos(IMPOSSIBLE, "y", true);
	const size = 6 * unit;
	ctx.save();
	ctx.setLineDash([]);
	ctx.fillStyle = INK.law;
	ctx.beginPath();
	ctx.arc(x, truthY, 6.5 * unit, 0, 2 * Math.PI);
	ctx.fill();
	ctx.strokeStyle = INK.limit;
	ctx.lineWidth = 3 * unit;
	ctx.beginPath();
	ctx.moveTo(x - size, wrongY - size);
	ctx.lineTo(x + size, wrongY + size);
	ctx.moveTo(x + size, wrongY - size);
	ctx.lineTo(x - size, wrongY + size);
	ctx.stroke();
	const up = 4 * unit * textScale();
	drawLabel(chart, fixed(truth, 2), x, truthY + 6 * up);
	drawLabel(chart, t.impossible(number(IMPOSSIBLE, 1)), x - 3 * size, wrongY - up, "right");
	const limit = amdahlLimit(PARALLEL_SHARE);
	drawLabel(
		chart,
		t.limit(limit),
		chart.valToPos(1.4, "x", true),
		chart.valToPos(limit, "y", true) - 2 * up,
		"left",
	);
	ctx.restore();
}
