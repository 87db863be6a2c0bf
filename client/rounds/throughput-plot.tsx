import { useMemo } from "preact/hooks";
import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import { fixed, number } from "../i18n/base/format.ts";
import { lessonWords, roundsWords as t } from "../i18n/words.ts";
import { trailingMean } from "../present/smooth.ts";
import { useChipNames } from "../ui/chip-names.ts";
import { LinePlot } from "../ui/line-plot.tsx";
import { lineLook } from "../ui/plot-looks.ts";

/** Single seconds jump between nothing and three tasks; this long a mean shows the course. */
const MEAN_S = 8;
/** Rows of the data table are this far apart. */
const TABLE_S = 10;

/** How many tasks every chip finished per second, through the round. */
export function ThroughputPlot({ outcome }: { outcome: RoundOutcome }) {
	const names = useChipNames(outcome.chips.length);
	const { x, lines } = useMemo(() => linesOf(outcome, names), [outcome, names]);
	return (
		<LinePlot
			title={t.throughputTitle}
			summary={t.throughputSummary(MEAN_S)}
			xLabel={t.second}
			yLabel={t.perSecond}
			x={x}
			lines={lines}
			heightPx={260}
			tableLabel={lessonWords.table}
			table={{
				head: [t.second, ...lines.map(({ text }) => text)],
				rows: x
					.filter((second) => second % TABLE_S === 0)
					.map((second) => [number(second), ...lines.map(({ values }) => fixed(values[second - 1] ?? 0, 2))]),
			}}
		/>
	);
}

function linesOf({ chips }: RoundOutcome, names: readonly string[]) {
	const length = Math.max(1, ...chips.map((chip) => chip.throughput.length));
	return {
		x: Array.from({ length }, (_, index) => index + 1),
		lines: chips.map((chip, index) => ({
			text: names[index] ?? "",
			values: trailingMean(chip.throughput, MEAN_S),
			...lineLook(index),
		})),
	};
}
