import type { RoundAnswer } from "#shared/protocol/http.ts";
import { usedWords } from "../explain/evidence-words.ts";
import { lessonWords as l, roundsWords as t } from "../i18n/words.ts";
import "./evidence-table.css";

/** What each student met, used and explained, by concept: in words, not marks. */
export function EvidenceTable({ evidence }: { evidence: RoundAnswer["evidence"] }) {
	return (
		<figure class="figure evidence">
			<h3>{t.evidenceTitle}</h3>
			<figcaption>{t.evidenceNote}</figcaption>
			<div class="figure-scroll">
				<table>
					<thead>
						<tr>
							<th scope="col">{t.student}</th>
							<th scope="col">{t.concept}</th>
							<th scope="col">{t.evidenceSeen}</th>
							<th scope="col">{t.evidenceUsed}</th>
							<th scope="col">{t.evidenceExplained}</th>
						</tr>
					</thead>
					<tbody>
						{evidence.flatMap(({ name, concepts }, student) =>
							concepts.map((shown, index) => (
								<tr key={`${student} ${shown.concept}`} class={index === 0 ? "evidence-first" : ""}>
									{index === 0 && (
										<th scope="rowgroup" rowSpan={concepts.length}>
											{name === "" ? "–" : name}
										</th>
									)}
									<th scope="row">{l.concepts[shown.concept]}</th>
									<td>{l.evidenceSeen(shown.arose)}</td>
									<td class={shown.used ? "evidence-yes" : ""}>{shown.seen ? usedWords(shown) : "–"}</td>
									<td class={shown.explained === true ? "evidence-yes" : ""}>
										{l.evidenceExplained(shown.explained)}
									</td>
								</tr>
							)),
						)}
					</tbody>
				</table>
			</div>
		</figure>
	);
}
