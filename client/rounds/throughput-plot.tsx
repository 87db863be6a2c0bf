import { useMemo } from "preact/hooks";
import type uPlot from "uplot";
import { at } from "#shared/lib/assert.ts";
import type { RoundOutcome } from "#shared/round/outcome.ts";
import { fixed, number } from "../i18n/format.ts";
import { lessonWords, roundsWords as t } from "../i18n/words.ts";
import { Figure } from "../ui/figure.tsx";
import { Plot, type PlotOptions } from "../ui/plot.tsx";
import { PlotKey } from "../ui/plot-key.tsx";
import { axis, LINES } from "../ui/plot-looks.ts";
import { trailingMean } from "./smooth.ts";

/** Single seconds jump between nothing and three tasks; this long a mean shows the course. */
const MEAN_S = 8;
/** Rows of the data table are this far apart. */
const TABLE_S = 10;

/** How many tasks every chip finished per second, through the round. */
export function ThroughputPlot({ outcome }: { outcome: RoundOutcome }) {
	const { options, data } = useMemo(() => drawing(outcome), [outcome]);
	const labels = outcome.chips.map((chip, index) => lessonWords.chipCores(index, chip.cores));
	const lengthS = Math.max(0, ...outcome.chips.map((chip) => chip.throughput.length));
	return (
		<Figure
			title={t.throughputTitle}
			summary={t.throughputSummary(MEAN_S)}
			legend={<PlotKey entries={labels.map((text, index) => ({ text, mark: "line", ...lineOf(index) }))} />}
			tableLabel={lessonWords.table}
			table={{
				head: [t.second, ...labels],
				rows: Array.from({ length: Math.floor(lengthS / TABLE_S) }, (_, row) => (row + 1) * TABLE_S).map(
					(second) => [
						number(second),
						...labels.map((_, index) => fixed(data[index + 1]?.[second - 1] ?? 0, 2)),
					],
				),
			}}
		>
			<Plot options={options} data={data} heightPx={260} />
		</Figure>
	);
}

function drawing({ chips }: RoundOutcome): { options: PlotOptions; data: uPlot.AlignedData } {
	const length = Math.max(1, ...chips.map((chip) => chip.throughput.length));
	const seconds = Array.from({ length }, (_, index) => index + 1);
	return {
		data: [seconds, ...chips.map((chip) => trailingMean(chip.throughput, MEAN_S))],
		options: {
			legend: { show: false },
			cursor: { show: false },
			padding: [10, 16, 0, 0],
			scales: { x: { time: false, range: [0, length] }, y: { range: (_, __, most) => [0, most * 1.1 || 1] } },
			axes: [axis(t.second), axis(t.perSecond)],
			series: [
				{},
				...chips.map((_, index) => {
					const { colour, dash } = lineOf(index);
					return { stroke: colour, dash: [...dash], width: 2.5, points: { show: false } };
				}),
			],
		},
	};
}

function lineOf(index: number): (typeof LINES)[number] {
	return at(LINES, index % LINES.length);
}
