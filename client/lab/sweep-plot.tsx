import { useMemo } from "preact/hooks";
import type uPlot from "uplot";
import { type Subject, SWEPT_CORES } from "#shared/lab/subject.ts";
import { fixed, number } from "../i18n/base/format.ts";
import { lessonWords, labWords as t } from "../i18n/words.ts";
import { Figure } from "../ui/figure.tsx";
import { Plot, type PlotOptions } from "../ui/plot.tsx";
import { type KeyEntry, PlotKey } from "../ui/plot-key.tsx";
import { axis, DASH, INK, lineLook } from "../ui/plot-looks.ts";
import { drawDiamond, drawDisc } from "../ui/plot-marks.ts";
import { type Theory, theoryOf } from "./theory.ts";
import type { Sweep } from "./use-sweep.ts";

const HEIGHT_PX = 280;
/** Lighter than the measured marks of the same side. */
const LAW_INK = ["#a8d6f5", "#f3cf80"] as const;
const MARKS = ["circle", "diamond"] as const;

type SweepPlotProps = { subjects: readonly Subject[]; sweep: Sweep };
type SpeedupCurve = readonly (number | null)[];

/** Speed-up of every side on 1 to 16 cores, measured, beside what theory says of it. */
export function SweepPlot({ subjects, sweep }: SweepPlotProps) {
	const measured: SpeedupCurve[] = sweep.sides.map((runs) =>
		SWEPT_CORES.map((cores) => runs.find((run) => run.cores === cores)?.speedup ?? null),
	);
	const theories = subjects.map((subject, side) => theoryOf(subject, measured[side] ?? []));
	const options = useMemo(() => optionsFor(subjects.length), [subjects.length]);
	const named = (side: number, text: string) =>
		subjects.length === 1 ? text : t.lawOf(t.sideName(side), text);
	const columns = subjects.flatMap((_, side) => {
		const theory = theories[side];
		const values = { text: named(side, t.measured), values: measured[side] ?? [] };
		return theory === undefined ? [values] : [values, { ...theory, text: named(side, theory.text) }];
	});
	return (
		<Figure
			title={t.sweep}
			summary={summaryOf(sweep)}
			legend={<PlotKey entries={keyOf(theories, named)} />}
			tableLabel={lessonWords.table}
			table={{
				head: [t.cores, ...columns.map(({ text }) => text)],
				rows: SWEPT_CORES.map((cores, index) => [
					number(cores),
					...columns.map(({ values }) => {
						const value = values[index];
						return value == null ? t.notYet : fixed(value, 2);
					}),
				]),
			}}
		>
			<Plot options={options} data={dataOf(measured, theories)} heightPx={HEIGHT_PX} />
		</Figure>
	);
}

function summaryOf({ done, all, failed, sides }: Sweep): string {
	if (failed) return t.sweepFailed;
	if (done < all) return t.sweepRunning(done, all);
	return sides.flat().every(({ finished }) => finished) ? t.sweepNote : `${t.sweepNote} ${t.sweepStuck}`;
}

function keyOf(
	theories: readonly (Theory | undefined)[],
	named: (side: number, text: string) => string,
): KeyEntry[] {
	const entries = theories.flatMap((theory, side): KeyEntry[] => {
		const own: KeyEntry = {
			text: named(side, t.measured),
			colour: lineLook(side).colour,
			mark: MARKS[side] ?? "circle",
		};
		if (theory === undefined) return [own];
		return [
			own,
			{ text: named(side, theory.text), colour: LAW_INK[side] ?? INK.law, mark: "line", dash: DASH.dotted },
		];
	});
	return [...entries, { text: t.ideal, colour: INK.ideal, mark: "line", dash: DASH.dashed }];
}

/** By side what was measured and the theory; the ideal last. */
function dataOf(
	measured: readonly SpeedupCurve[],
	theories: readonly (Theory | undefined)[],
): uPlot.AlignedData {
	const none = SWEPT_CORES.map(() => null);
	const lines = measured.flatMap((values, side) => [[...values], [...(theories[side]?.values ?? none)]]);
	return [[...SWEPT_CORES], ...lines, [...SWEPT_CORES]];
}

function optionsFor(sides: number): PlotOptions {
	const last = SWEPT_CORES.at(-1) ?? 1;
	return {
		legend: { show: false },
		cursor: { show: false },
		padding: [14, 18, 0, 0],
		scales: {
			x: { time: false, range: [0.5, last + 0.5] },
			// As high as what is measured and what theory says; the ideal may leave the picture.
			y: {
				range: ({ data }) => [
					0,
					Math.max(2, ...data.slice(1, -1).flatMap((line) => [...line].map(Number))) * 1.1,
				],
			},
		},
		axes: [
			axis(t.cores, {
				splits: () => [1, 2, 4, 6, 8, 10, 12, 14, 16],
				values: (_, splits) => splits.map(String),
			}),
			axis(t.speedup),
		],
		series: [
			{},
			...Array.from({ length: sides }, (_, side) => [
				{ stroke: lineLook(side).colour, width: 1.5, pxAlign: 0 as const, points: { show: false } },
				{
					stroke: LAW_INK[side] ?? INK.law,
					width: 2.5,
					pxAlign: 0 as const,
					dash: [...DASH.dotted],
					points: { show: false },
				},
			]).flat(),
			{ stroke: INK.ideal, width: 2, pxAlign: 0, dash: [...DASH.dashed], points: { show: false } },
		],
		hooks: { draw: [(chart) => drawMarks(chart, sides)] },
	};
}

/** Discs of A, diamonds of B: shapes besides colours. */
function drawMarks(chart: uPlot, sides: number): void {
	chart.ctx.save();
	chart.ctx.setLineDash([]);
	for (let side = 0; side < sides; side++) {
		const draw = MARKS[side] === "diamond" ? drawDiamond : drawDisc;
		chart.data[1 + 2 * side]?.forEach((value, index) => {
			const cores = SWEPT_CORES[index];
			if (value == null || cores === undefined) return;
			const x = chart.valToPos(cores, "x", true);
			draw(chart, x, chart.valToPos(value, "y", true), lineLook(side).colour, 5.5);
		});
	}
	chart.ctx.restore();
}
