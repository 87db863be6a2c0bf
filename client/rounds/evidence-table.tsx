import type { RoundAnswer } from "#shared/protocol/http.ts";
import { usedWords } from "../explain/evidence-words.ts";
import { number, percent } from "../i18n/base/format.ts";
import { lessonWords as l, roundsWords as t } from "../i18n/words.ts";
import "./evidence-table.css";

type EvidenceTableProps = {
	evidence: RoundAnswer["evidence"];
	/** Which part the round is, in a lesson of two. */
	part: keyof typeof t.evidencePart | undefined;
};

/** What each student decided, used and explained, by concept: in words, not marks. */
export function EvidenceTable({ evidence, part }: EvidenceTableProps) {
	return (
		<figure class="figure evidence">
			<h3>{t.evidenceTitle}</h3>
			<figcaption>
				{part !== undefined && t.evidencePart[part]} {t.evidenceNote}
			</figcaption>
			<div class="figure-scroll">
				<table>
					<thead>
						<tr>
							<th scope="col">{t.student}</th>
							<th scope="col">{t.evidenceRole}</th>
							<th scope="col">{t.evidenceCommands}</th>
							<th scope="col">{t.evidencePlayed}</th>
							<th scope="col">{t.concept}</th>
							<th scope="col">{t.evidenceUsed}</th>
							<th scope="col">{t.evidenceExplained}</th>
						</tr>
					</thead>
					<tbody>
						{evidence.flatMap((shown, student) =>
							(shown.concepts.length === 0 ? [undefined] : shown.concepts).map((concept, index) => (
								<tr key={`${student} ${concept?.concept}`} class={index === 0 ? "evidence-first" : ""}>
									{index === 0 && <Student shown={shown} />}
									<Concept concept={concept} decisions={shown.decisions} />
								</tr>
							)),
						)}
					</tbody>
				</table>
			</div>
		</figure>
	);
}

type ShownStudent = RoundAnswer["evidence"][number];

/** Who it was, in which seat, and how much of it they did themselves. */
function Student({ shown: { name, role, decisions, played, concepts } }: { shown: ShownStudent }) {
	const rowSpan = Math.max(1, concepts.length);
	return (
		<>
			<th scope="rowgroup" rowSpan={rowSpan}>
				{name === "" ? "–" : name}
			</th>
			<td rowSpan={rowSpan}>{role === null ? "–" : t.evidenceRoles[role]}</td>
			<td rowSpan={rowSpan}>{decisions === null ? "–" : number(decisions)}</td>
			<td rowSpan={rowSpan}>{played === null ? "–" : percent(played)}</td>
		</>
	);
}

type ConceptProps = { concept: ShownStudent["concepts"][number] | undefined; decisions: number | null };

function Concept({ concept, decisions }: ConceptProps) {
	if (concept === undefined) return <td colSpan={3}>–</td>;
	return (
		<>
			<th scope="row">{l.concepts[concept.concept]}</th>
			<td class={concept.used ? "evidence-yes" : ""}>{usedWords(concept, decisions)}</td>
			<td class={concept.explained === true ? "evidence-yes" : ""}>
				{l.evidenceExplained(concept.explained)}
			</td>
		</>
	);
}
