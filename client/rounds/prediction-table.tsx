import type { LessonId } from "#shared/lessons/ids.ts";
import { lessonById } from "#shared/lessons/table.ts";
import type { RoundAnswer } from "#shared/protocol/http.ts";
import { fixed, number } from "../i18n/base/format.ts";
import { lessonWords, roundsWords as t } from "../i18n/words.ts";

type PredictionTableProps = { lesson: LessonId; predictions: RoundAnswer["predictions"] };

/** What each student had committed to, and how far off it was; in the order of joining, not a ranking. */
export function PredictionTable({ lesson, predictions }: PredictionTableProps) {
	const { truth } = lessonById(lesson).prediction;
	if (predictions.length === 0) {
		return (
			<>
				<h3>{t.predictionsTitle}</h3>
				<p class="muted">{lessonWords.predictionNone}</p>
			</>
		);
	}
	return (
		<>
			<h3>{t.predictionsTitle}</h3>
			<p class="muted">{lessonWords.predictionTruth(fixed(truth, 2))}</p>
			<div class="prediction-scroll">
				<table class="prediction-table">
					<thead>
						<tr>
							<th scope="col">{t.student}</th>
							<th scope="col">{t.value}</th>
							<th scope="col">{t.off}</th>
						</tr>
					</thead>
					<tbody>
						{predictions.map(({ name, value }) => (
							<tr key={name}>
								<th scope="row">{name}</th>
								<td>{number(value, 2)}</td>
								<td>{number(Math.abs(value - truth), 2)}</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</>
	);
}
