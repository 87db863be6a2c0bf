import { sum } from "#shared/lib/statistics.ts";
import { fixed } from "../i18n/base/format.ts";
import { lessonWords, labWords as t } from "../i18n/words.ts";
import { LinePlot } from "../ui/line-plot.tsx";
import { lineLook } from "../ui/plot-looks.ts";
import type { Bench, Side } from "./bench.ts";
import { busLoads, type Curves, occupancy, workRates } from "./curves.ts";

const HEIGHT_PX = 190;
/** So many rows of the data table, evenly over the time. */
const TABLE_ROWS = 12;

type BenchCurvesProps = { bench: Bench };

/** Work per time, and where memory is used also bus and caches: the curves that grow while it runs. */
export function WorkCurve({ bench }: BenchCurvesProps) {
	const curves = workRates(bench, namesOf(bench, t.throughput));
	return (
		<CurvePlot title={t.throughput} note={t.throughputNote} yLabel={t.work} curves={curves} yLeast={1} />
	);
}

export function BusCurve({ bench }: BenchCurvesProps) {
	const curves = busLoads(bench, namesOf(bench, t.bus));
	return <CurvePlot title={t.bus} note={t.busNote} yLabel={t.load} curves={curves} yLeast={100} />;
}

export function CacheCurves({ bench, side }: BenchCurvesProps & { side: number }) {
	const l3 = occupancy(bench, side, "l3Kib", t.others);
	const privates = occupancy(bench, side, "privateKib", t.others);
	const own = bench.sides[side];
	if (own === undefined) return null;
	const isAlone = bench.sides.length === 1;
	const { l3PartitionsKib, cores } = own.chip.scenario.machine;
	const l3Kib = sum(l3PartitionsKib);
	return (
		<>
			<CurvePlot
				title={isAlone ? t.l3 : t.l3Of(t.sideName(side))}
				note={t.l3Note(t.units.kib(l3Kib))}
				yLabel={t.mib}
				curves={l3}
				yLeast={l3Kib / 1_024}
			/>
			<CurvePlot
				title={isAlone ? t.privates : t.privatesOf(t.sideName(side))}
				note={t.privatesNote(t.units.kib(cores[0]?.privateKib ?? 0))}
				yLabel={t.mib}
				curves={privates}
				yLeast={0.1}
			/>
		</>
	);
}

/** Whether bus and caches have anything to show. */
export function usesMemory({ chip }: Side): boolean {
	return chip.memory.isUsed;
}

type CurvePlotProps = { title: string; note: string; yLabel: string; curves: Curves; yLeast: number };

function CurvePlot({ title, note, yLabel, curves: { timesS, curves }, yLeast }: CurvePlotProps) {
	const lines = curves.map((curve, index) => ({ ...curve, ...lineLook(index) }));
	const every = Math.max(1, Math.ceil(timesS.length / TABLE_ROWS));
	return (
		<div class="lab-panel">
			<LinePlot
				title={title}
				summary={note}
				xLabel={t.seconds}
				yLabel={yLabel}
				x={timesS}
				lines={lines}
				yLeast={yLeast}
				heightPx={HEIGHT_PX}
				tableLabel={lessonWords.table}
				table={{
					head: [t.seconds, ...curves.map(({ text }) => text)],
					rows: timesS
						.map((timeS, index) => [
							fixed(timeS, 3),
							...curves.map(({ values }) => {
								const value = values[index];
								return value == null ? t.notYet : fixed(value, 2);
							}),
						])
						.filter((_, index) => index % every === 0 || index === timesS.length - 1),
				}}
			/>
		</div>
	);
}

function namesOf({ sides }: Bench, alone: string): string[] {
	return sides.map((_, side) => (sides.length === 1 ? alone : t.sideName(side)));
}
