import { useEffect, useState } from "preact/hooks";
import type { LessonId } from "#shared/lessons/ids.ts";
import { conceptEvidence, evidenceOf, type SeatShown } from "#shared/result/evidence.ts";
import type { RoundLog } from "#shared/round/round.ts";
import { lessonWords as t } from "../i18n/words.ts";
import { useRecordedRound } from "../net/use-recorded-round.ts";
import { usedWords } from "./evidence-words.ts";
import "./own-evidence.css";

type OwnEvidenceProps = {
	lesson: LessonId;
	log: RoundLog;
	chip: number;
	seat: number;
	answered: readonly (number | null)[];
};

/** What this student met, used and explained in the round: in words, for nobody else. */
export function OwnEvidence({ lesson, log, chip, seat, answered }: OwnEvidenceProps) {
	const loaded = useRecordedRound(log);
	const [shown, setShown] = useState<SeatShown>();
	useEffect(() => {
		if (loaded?.ok !== true) return;
		const round = loaded.value;
		// After what is shown first: it replays the chip.
		const timer = setTimeout(() => setShown(evidenceOf(round, chip)[seat]));
		return () => clearTimeout(timer);
	}, [loaded, chip, seat]);
	if (shown === undefined) return null;
	const concepts = conceptEvidence(lesson, shown.concepts, answered);
	return (
		<section class="explain-panel explain-wide own-evidence" aria-label={t.evidenceOwn}>
			<h3>{t.evidenceOwn}</h3>
			<p>{t.ownDecisions(shown.decisions)}</p>
			<ul>
				{concepts.map((evidence) => (
					<li key={evidence.concept}>
						<b>{t.concepts[evidence.concept]}</b>
						<span>{usedWords(evidence, shown.decisions)}</span>
						<span>{t.evidenceExplained(evidence.explained)}</span>
					</li>
				))}
			</ul>
			<p class="muted small">{t.evidenceOwnNote}</p>
		</section>
	);
}
