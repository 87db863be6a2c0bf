import { useMemo } from "preact/hooks";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import type { RoundLog } from "#shared/round/round.ts";
import { fixed, number } from "../i18n/base/format.ts";
import { lessonWords, rushWords as t } from "../i18n/words.ts";
import { useRecordedRound } from "../net/use-recorded-round.ts";
import { useChipName } from "../ui/chip-names.ts";
import { LinePlot } from "../ui/line-plot.tsx";
import { DASH, INK, lineLook } from "../ui/plot-looks.ts";
import { CannotReplay } from "./cannot-replay.tsx";
import { useBacklogs } from "./use-backlogs.ts";

/** More lines than this are a tangle: those of the best teams are drawn. */
const LINES_MAX = 4;
/** Rows of the data table are this far apart. */
const TABLE_S = 20;

type BacklogPlotProps = {
	log: RoundLog | undefined;
	/** The best first. */
	chips: readonly number[];
	heightPx: number;
};

/** How much work waited, second by second, against the limit that brings a chip down. */
export function BacklogPlot({ log, chips, heightPx }: BacklogPlotProps) {
	const nameOf = useChipName();
	const drawn = useMemo(() => chips.slice(0, LINES_MAX), [chips.join()]);
	const loaded = useRecordedRound(log);
	const curves = useBacklogs(loaded?.ok === true ? loaded.value : undefined, drawn);
	const end = log?.header.chips[0]?.scenario.end;
	const limitS = end?.type === "horizon" ? (end.backlogLimit?.workNs ?? 0) / NS_PER_PLAY_S : 0;
	if (log === undefined) return null;
	if (loaded?.ok === false) return <CannotReplay fault={loaded.reason} />;
	if (curves === undefined) return <p aria-busy="true">{lessonWords.loading}</p>;
	const length = Math.max(1, ...curves.map((curve) => curve.length));
	const x = Array.from({ length }, (_, second) => second + 1);
	const lines = curves.map((curve, index) => ({
		text: nameOf(drawn[index] ?? 0),
		values: x.map((second) => curve[second - 1] ?? null),
		...lineLook(index),
	}));
	const limit = { text: t.limit, values: x.map(() => limitS), colour: INK.limit, dash: DASH.dotted };
	return (
		<LinePlot
			title={t.backlogTitle}
			summary={t.backlogSummary(fixed(limitS, 0))}
			xLabel={t.second}
			yLabel={t.waiting}
			x={x}
			lines={[...lines, limit]}
			heightPx={heightPx}
			tableLabel={lessonWords.table}
			table={{
				head: [t.second, ...lines.map(({ text }) => text)],
				rows: x
					.filter((second) => second % TABLE_S === 0)
					.map((second) => [
						number(second),
						...lines.map(({ values }) => {
							const value = values[second - 1] ?? null;
							return value === null ? "–" : fixed(value, 0);
						}),
					]),
			}}
		/>
	);
}
