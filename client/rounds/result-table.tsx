import type { LessonId } from "#shared/lessons/ids.ts";
import { isPlayed } from "#shared/lessons/kind.ts";
import { lessonById } from "#shared/lessons/table.ts";
import type { HomeworkAnswer } from "#shared/protocol/http.ts";
import { dateTime, number, percent } from "../i18n/base/format.ts";
import { sideNamesOf } from "../i18n/side-names.ts";
import { lessonWords, homeworkWords as t } from "../i18n/words.ts";
import { starsOf } from "../progress/star-scores.ts";
import { Stars } from "../ui/stars.tsx";

type AnsweredResult = HomeworkAnswer["results"][number];

/** What came back of a homework, in the order of starting, not a ranking. */
export function ResultTable({ homework }: { homework: HomeworkAnswer }) {
	const { lesson, results } = homework;
	const { measure, kind } = lessonById(lesson);
	const words = lessonWords.measures[measure.id];
	const isScored = isPlayed({ kind });
	return (
		<div class="homework-scroll">
			<table class="homework-table">
				<thead>
					<tr>
						<th scope="col">{t.student}</th>
						<th scope="col">{t.started}</th>
						<th scope="col">{t.finished}</th>
						{isScored && <th scope="col">{t.played}</th>}
						{isScored && <th scope="col">{t.score}</th>}
						{isScored && <th scope="col">{t.stars}</th>}
						{isScored && <th scope="col">{words.title}</th>}
					</tr>
				</thead>
				<tbody>
					{results.map((result) => (
						<tr key={result.id}>
							<th scope="row">{result.name === "" ? t.forgotten : result.name}</th>
							<td>{dateTime(result.startedMs)}</td>
							<td>{finishedText(result)}</td>
							{isScored && <td>{result.played === null ? "–" : percent(result.played)}</td>}
							{isScored && <FigureCell lesson={lesson} result={result} figure="score" text={number} />}
							{isScored && <StarCell result={result} />}
							{isScored && <FigureCell lesson={lesson} result={result} figure="value" text={words.value} />}
						</tr>
					))}
				</tbody>
			</table>
			{isScored && <p class="muted small">{t.playedNote}</p>}
		</div>
	);
}

/** The stars of the score, less those that hints cost, which are told with them. */
function StarCell({ result: { score, hints } }: { result: AnsweredResult }) {
	return (
		<td>
			{score === null ? "–" : <Stars stars={starsOf(score, hints)} />}
			{hints > 0 && <span class="homework-side muted small">{t.hints(hints)}</span>}
		</td>
	);
}

function finishedText({ finishedMs, played, sides }: AnsweredResult): string {
	if (finishedMs !== null) return dateTime(finishedMs);
	if (played === null) return t.notFinished;
	return sides.length > 0 ? t.onePart : t.left;
}

type FigureCellProps = {
	lesson: LessonId;
	result: AnsweredResult;
	figure: "score" | "value";
	text: (value: number) => string;
};

/** The figure of the whole run, and in a lesson with two sides that of each below it. */
function FigureCell({ lesson, result, figure, text }: FigureCellProps) {
	const whole = result[figure];
	const names = sideNamesOf(lesson);
	const shown = (value: number | null): string => (value === null ? "–" : text(value));
	return (
		<td>
			{shown(whole)}
			{result.sides.map((side, index) => (
				<span key={names[index]} class="homework-side muted small">
					{t.side(names[index] ?? "", shown(side?.[figure] ?? null))}
				</span>
			))}
		</td>
	);
}
