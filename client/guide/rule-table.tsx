import type { Lesson } from "#shared/lessons/lesson.ts";
import type { RuleFigures } from "#shared/round/guide-figures.ts";
import { lessonTexts, lessonWords, guideWords as t } from "../i18n/words.ts";

/** How far single rules get that have a name: for lessons where one measure alone is what many believe in. */
export function RuleTable({ lesson, rules }: { lesson: Lesson; rules: readonly RuleFigures[] }) {
	const { value: words } = lessonWords.measures[lesson.measure.id];
	const named = rules.flatMap(({ policy, side, value }) => {
		const name = t.rules[policy];
		return name === undefined ? [] : [{ name, side, value }];
	});
	if (named.length === 0) return null;
	const sideOf = (side: number) => {
		const key = lesson.sides[side];
		return key === undefined ? "" : ` · ${lessonTexts[lesson.id].sides[key] ?? key}`;
	};
	return (
		<section>
			<h2>{t.rulesTitle}</h2>
			<p>{t.rulesNote}</p>
			<table>
				<tbody>
					{named.map(({ name, side, value }) => (
						<tr key={`${name} ${side}`}>
							<th scope="row">{name + sideOf(side)}</th>
							<td>{words(value)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}
