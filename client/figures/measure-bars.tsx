import type { LessonId } from "#shared/lessons/ids.ts";
import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { at } from "#shared/lib/assert.ts";
import { fixed } from "../i18n/base/format.ts";
import { sideNamesOf } from "../i18n/side-names.ts";
import { lessonWords as t } from "../i18n/words.ts";
import { Figure } from "../ui/figure.tsx";
import { PlotKey } from "../ui/plot-key.tsx";
import { INK } from "../ui/plot-looks.ts";
import "./speedup-bars.css";
import "./measure-bars.css";
import { useChipName } from "../ui/chip-names.ts";

type MeasureBarsProps = {
	lesson: LessonId;
	/** Both parts of a lesson with two sides, the first one first; else one. */
	outcomes: readonly RoundOutcome[];
};

type Row = {
	readonly key: string;
	readonly chip: number;
	readonly side: number;
	readonly label: string;
	readonly value: number;
	readonly naive: number;
	readonly best: number;
	/** Best known at machine speed. */
	readonly machine: number;
};

/** What every chip reached in the lesson's measure, with the naive policy and the best known beside it. */
export function MeasureBars({ lesson, outcomes }: MeasureBarsProps) {
	const { measure } = lessonById(lesson);
	const nameOf = useChipName();
	const words = t.measures[measure.id];
	const rows = outcomes
		.flatMap((outcome) => rowsOf(lesson, outcome, nameOf))
		.sort((one, other) => one.chip - other.chip || one.side - other.side);
	const most = Math.max(1e-9, ...rows.flatMap(({ value, naive, best }) => [value, naive, best])) * 1.08;
	const place = (value: number): string => `${(100 * Math.max(0, value)) / most}%`;
	return (
		<Figure
			title={words.title}
			summary={measure.better === "more" ? t.moreIsBetter : t.lessIsBetter}
			tableLabel={t.table}
			legend={
				<PlotKey
					entries={[
						{ text: t.measured, colour: INK.measured, mark: "line" },
						{ text: t.best, colour: INK.best, mark: "diamond" },
						{ text: t.naive, colour: INK.limit, mark: "line" },
					]}
				/>
			}
			table={{
				head: [t.chipHead, t.measured, t.naive, t.best, t.machine],
				rows: rows.map(({ label, value, naive, best, machine }) => [
					label,
					words.value(value),
					words.value(naive),
					words.value(best),
					words.value(machine),
				]),
			}}
		>
			<div class="speedups measures">
				{rows.map(({ key, label, value, naive, best }) => (
					<div class="speedups-row" key={key}>
						<span>{label}</span>
						<div class="speedups-track">
							<div class="speedups-bar" style={{ width: place(value) }} />
							<i class="measures-naive" style={{ left: place(naive) }} />
							<i class="speedups-best" style={{ left: place(best) }} />
						</div>
						<b class="measures-value">{fixed(value, 1)}</b>
					</div>
				))}
			</div>
		</Figure>
	);
}

function rowsOf(lesson: LessonId, outcome: RoundOutcome, nameOf: (chip: number) => string): Row[] {
	const { measure } = lessonById(lesson);
	const sides = sideNamesOf(lesson);
	return outcome.chips.map((chip, index) => {
		const { naive, best, machine } = at(outcome.references, index);
		const side = sides[chip.side];
		const label = side === undefined ? nameOf(index) : `${nameOf(index)} · ${side}`;
		return {
			key: `${outcome.part} ${index}`,
			chip: index,
			side: chip.side,
			label,
			value: measure.of(chip),
			naive: naive.value,
			best: best.value,
			machine: machine.value,
		};
	});
}
