import { useMemo } from "preact/hooks";
import type uPlot from "uplot";
import { Figure, type FigureTable } from "./figure.tsx";
import { Plot, type PlotOptions } from "./plot.tsx";
import { PlotKey } from "./plot-key.tsx";
import { axis } from "./plot-looks.ts";

export type Line = {
	readonly text: string;
	/** One per x; null where there is none. */
	readonly values: readonly (number | null)[];
	readonly colour: string;
	readonly dash: readonly number[];
};

type LinePlotProps = {
	title: string;
	summary: string;
	xLabel: string;
	yLabel: string;
	x: readonly number[];
	lines: readonly Line[];
	/** The least that the axes reach; they grow with the lines. */
	xLeast?: number;
	yLeast?: number;
	heightPx: number;
	table: FigureTable;
	tableLabel: string;
};

/** Lines over time, which may grow while one looks. */
export function LinePlot(props: LinePlotProps) {
	const { x, lines, xLabel, yLabel, xLeast = 0, yLeast = 0 } = props;
	const looks = JSON.stringify(lines.map(({ colour, dash }) => ({ colour, dash })));
	const options = useMemo(
		(): PlotOptions => ({
			legend: { show: false },
			cursor: { show: false },
			padding: [10, 16, 0, 0],
			scales: {
				x: { time: false, range: (_, __, most) => [0, Math.max(xLeast, most) || 1] },
				y: { range: (_, __, most) => [0, Math.max(yLeast, most * 1.1) || 1] },
			},
			axes: [axis(xLabel), axis(yLabel)],
			series: [
				{},
				...(JSON.parse(looks) as Pick<Line, "colour" | "dash">[]).map(({ colour, dash }) => ({
					stroke: colour,
					dash: [...dash],
					width: 2.5,
					points: { show: false },
				})),
			],
		}),
		[looks, xLabel, yLabel, xLeast, yLeast],
	);
	const data = useMemo(
		() => [x, ...lines.map(({ values }) => values)] as unknown as uPlot.AlignedData,
		[x, lines],
	);
	return (
		<Figure
			title={props.title}
			summary={props.summary}
			legend={
				<PlotKey entries={lines.map(({ text, colour, dash }) => ({ text, mark: "line", colour, dash }))} />
			}
			tableLabel={props.tableLabel}
			table={props.table}
		>
			<Plot options={options} data={data} heightPx={props.heightPx} />
		</Figure>
	);
}
