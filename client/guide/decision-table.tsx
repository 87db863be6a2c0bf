import type { Decision } from "#shared/lessons/lesson.ts";
import { number, seconds } from "../i18n/base/format.ts";
import { guideWords as t } from "../i18n/words.ts";

/** What there is to decide, how often, and what the wrong choice costs. */
export function DecisionTable({ decisions }: { decisions: readonly Decision[] }) {
	return (
		<section>
			<h2>{t.decisionsTitle}</h2>
			<table>
				<thead>
					<tr>
						<th scope="col">{t.decision}</th>
						<th scope="col">{t.seat}</th>
						<th scope="col">{t.perMinute}</th>
						<th scope="col">{t.cost}</th>
					</tr>
				</thead>
				<tbody>
					{decisions.map(({ id, seat, perMinute, costS }) => (
						<tr key={`${id} ${seat}`}>
							<th scope="row">{t.decisions[id]}</th>
							<td>{t.seats[seat]}</td>
							<td>{number(perMinute)}</td>
							<td>{seconds(costS)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}
