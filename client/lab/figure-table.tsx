import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { showChecksum } from "#shared/sim/chip/checksum.ts";
import { fixed, number, percent } from "../i18n/base/format.ts";
import { labWords as t } from "../i18n/words.ts";
import type { Measures } from "./measures.ts";

type FigureTableProps = { measures: readonly Measures[] };

type Row = { readonly label: string; readonly texts: readonly string[]; readonly ratio?: number | undefined };

/** Energy is counted in pJ. */
const PJ_PER_MJ = 1_000_000_000;

/** The figures of all sides beside each other, and what the second is of the first. */
export function FigureTable({ measures }: FigureTableProps) {
	const isCompared = measures.length > 1;
	return (
		<section class="lab-panel" aria-label={t.figures}>
			<h2 class="lab-figures-title">{t.figures}</h2>
			<table class="lab-figures">
				{isCompared && (
					<thead>
						<tr>
							<th scope="col">{t.figure}</th>
							{measures.map((_, side) => (
								<th key={t.sideName(side)} scope="col">
									{t.sideName(side)}
								</th>
							))}
							<th scope="col">{t.ratio}</th>
						</tr>
					</thead>
				)}
				<tbody>
					{rowsOf(measures).map(({ label, texts, ratio }) => (
						<tr key={label}>
							<th scope="row">{label}</th>
							{texts.map((text, side) => (
								<td key={t.sideName(side)}>{text}</td>
							))}
							{isCompared && <td>{ratio === undefined ? "" : percent(ratio)}</td>}
						</tr>
					))}
				</tbody>
			</table>
			<p class="muted small">{t.figuresNote}</p>
		</section>
	);
}

function rowsOf(measures: readonly Measures[]): Row[] {
	const row = (
		label: string,
		value: (of: Measures) => number | undefined,
		text: (value: number, of: Measures) => string,
		isRatio = true,
	): Row[] => {
		const values = measures.map(value);
		if (values.every((one) => one === undefined)) return [];
		const [first, second] = values;
		const hasRatio = isRatio && first !== undefined && second !== undefined && first !== 0;
		return [
			{
				label,
				texts: measures.map((of, side) => {
					const own = values[side];
					return own === undefined ? t.notYet : text(own, of);
				}),
				ratio: hasRatio ? second / first : undefined,
			},
		];
	};
	const seconds = (ns: number) => `${fixed(ns / NS_PER_PLAY_S, 2)} s`;
	const names = [...new Set(measures.flatMap(({ rates }) => rates.map(({ name }) => name)))];
	const m = t.measures;
	return [
		...row(m.time, ({ timeNs }) => timeNs, seconds),
		...row(
			m.rate,
			({ rate }) => rate,
			(rate) => fixed(rate, 2),
		),
		...names.flatMap((name) =>
			row(
				t.rateOf(name),
				({ rates }) => rates.find((group) => group.name === name)?.rate,
				(rate) => fixed(rate, 2),
			),
		),
		...row(
			m.tasks,
			({ tasksDone }) => (tasksDone === 0 ? undefined : tasksDone),
			(count) => number(count),
		),
		...row(m.turnaround, ({ meanTurnaroundNs }) => meanTurnaroundNs, seconds),
		...row(
			m.response,
			({ meanResponseNs, tasksDone }) => (tasksDone === 0 ? undefined : meanResponseNs),
			seconds,
		),
		...row(
			m.useful,
			({ usefulShare }) => usefulShare,
			(share) => percent(share, 1),
			false,
		),
		...row(
			m.deadlines,
			({ deadlines }) => deadlines?.missed,
			(missed, { deadlines }) => t.ofMany(missed, deadlines?.all ?? 0),
			false,
		),
		...row(
			m.lost,
			({ updates }) => updates?.lost,
			(lost, { updates }) => t.ofMany(lost, updates?.all ?? 0),
			false,
		),
		...row(
			m.energy,
			({ energyPj }) => energyPj,
			(pj) => t.millijoule(pj / PJ_PER_MJ),
		),
		...row(
			m.perWork,
			({ energyPj, workNs }) => (workNs === 0 ? undefined : energyPj / (workNs / NS_PER_PLAY_S)),
			(pj) => t.millijoule(pj / PJ_PER_MJ),
		),
		...row(m.checksum, ({ checksum }) => checksum, showChecksum, false),
	];
}
