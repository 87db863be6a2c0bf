import { sidesOf } from "#shared/lessons/kind.ts";
import type { Lesson } from "#shared/lessons/lesson.ts";
import type { RuleFigures } from "#shared/result/guide-figures.ts";
import { sideNamesOf } from "../i18n/side-names.ts";
import { lessonWords, guideWords as t } from "../i18n/words.ts";

/** How far single rules get that have a name: for lessons where one measure alone is what many believe in. */
export function RuleTable({ lesson, rules }: { lesson: Lesson; rules: readonly RuleFigures[] }) {
	const { value: words } = lessonWords.measures[lesson.measure.id];
	const named = Object.entries(t.rules).filter(([policy]) => rules.some((rule) => rule.policy === policy));
	if (named.length === 0) return null;
	const names = sideNamesOf(lesson.id);
	const valueUnder = (policy: string, side: number) =>
		rules.find((rule) => rule.policy === policy && rule.side === side)?.value;
	return (
		<section>
			<h2>{t.rulesTitle}</h2>
			<p>{t.rulesNote}</p>
			<table>
				{names.length > 0 && (
					<thead>
						<tr>
							<td />
							{names.map((name) => (
								<th key={name} scope="col">
									{name}
								</th>
							))}
						</tr>
					</thead>
				)}
				<tbody>
					{named.map(([policy, name]) => (
						<tr key={policy}>
							<th scope="row">{name}</th>
							{sidesOf(lesson).map((side) => {
								const value = valueUnder(policy, side);
								return <td key={side}>{value === undefined ? "" : words(value)}</td>;
							})}
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}
