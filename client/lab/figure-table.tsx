import { percent } from "../i18n/base/format.ts";
import { labWords as t } from "../i18n/words.ts";
import { figureRows } from "./figures.ts";
import type { Measures } from "./measures.ts";

type FigureTableProps = { measures: readonly Measures[] };

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
					{figureRows(measures).map(({ label, texts, ratio }) => (
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
