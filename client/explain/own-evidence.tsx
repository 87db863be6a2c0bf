import { useEffect, useState } from "preact/hooks";
import type { LessonId } from "#shared/lessons/ids.ts";
import { conceptEvidence, evidenceOfParts, type SeatShown } from "#shared/result/evidence.ts";
import type { RoundLog } from "#shared/round/round.ts";
import { lessonWords as t } from "../i18n/words.ts";
import { useRecordedRound } from "../net/use-recorded-round.ts";
import { usedWords } from "./evidence-words.ts";
import { type OwnPart, partsSaid } from "./explained.ts";
import "./own-evidence.css";

type OwnEvidenceProps = {
	lesson: LessonId;
	/** How many parts were played. */
	parts: number;
	/** Of the last one. */
	log: RoundLog;
	own: OwnPart;
};

/** What they showed, and in how many of the parts. */
type ShownParts = { readonly seat: SeatShown; readonly parts: number };

/** What this student met, used and explained, in all parts that this page was there for: in words, for nobody else. */
export function OwnEvidence({ lesson, parts, log, own }: OwnEvidenceProps) {
	const { chip, seat, answered } = own;
	const first = parts > 1 ? own.first : undefined;
	const before = useRecordedRound(first);
	const loaded = useRecordedRound(log);
	const [shown, setShown] = useState<ShownParts>();
	useEffect(() => {
		if (loaded?.ok !== true || (first !== undefined && before === undefined)) return;
		const rounds = before?.ok === true ? [before.value, loaded.value] : [loaded.value];
		// After what is shown first: it replays the chip.
		const timer = setTimeout(() => {
			const found = evidenceOfParts(rounds, chip)[seat];
			setShown(found && { seat: found, parts: rounds.length });
		});
		return () => clearTimeout(timer);
	}, [loaded, first, before, chip, seat]);
	if (shown === undefined) return null;
	const { decisions } = shown.seat;
	const concepts = conceptEvidence(lesson, shown.seat.concepts, answered);
	const title = t.evidenceOwn[partsSaid(parts, shown.parts)];
	return (
		<section class="explain-panel explain-wide own-evidence" aria-label={title}>
			<h3>{title}</h3>
			<p>{t.ownDecisions(decisions)}</p>
			<ul>
				{concepts.map((evidence) => (
					<li key={evidence.concept}>
						<b>{t.concepts[evidence.concept]}</b>
						<span>{usedWords(evidence, decisions)}</span>
						<span>{t.evidenceExplained(evidence.explained)}</span>
					</li>
				))}
			</ul>
			<p class="muted small">{t.evidenceOwnNote}</p>
		</section>
	);
}
