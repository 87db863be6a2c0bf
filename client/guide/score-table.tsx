import type { Lesson } from "#shared/lessons/lesson.ts";
import type { LevelFigures } from "#shared/result/guide-figures.ts";
import { sideNamesOf } from "../i18n/side-names.ts";
import { lessonWords, levelWords, guideWords as t } from "../i18n/words.ts";

/** What scores 0 and 100 at each level, on each side, in the lesson's measure. */
export function ScoreTable({ lesson, levels }: { lesson: Lesson; levels: readonly LevelFigures[] }) {
	const { title, value } = lessonWords.measures[lesson.measure.id];
	const sideOf = (side: number) => {
		const name = sideNamesOf(lesson.id)[side];
		return name === undefined ? "" : ` · ${name}`;
	};
	return (
		<section>
			<h2>{t.scoreTitle}</h2>
			<p>{t.scoreNote(title, levels[0]?.cores ?? 0)}</p>
			<table>
				<thead>
					<tr>
						<th scope="col">{t.level}</th>
						<th scope="col">0</th>
						<th scope="col">100</th>
					</tr>
				</thead>
				<tbody>
					{levels.map(({ level, side, naive, best }) => (
						<tr key={`${level} ${side}`}>
							<th scope="row">{levelWords[level].name + sideOf(side)}</th>
							<td>{value(naive)}</td>
							<td>{value(best)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}
