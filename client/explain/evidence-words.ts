import type { ConceptEvidence } from "#shared/result/evidence.ts";
import { lessonWords as t } from "../i18n/words.ts";

/**
 * How often the student decided in such a situation, how often the better option was taken, and whether that is more
 * than chance. `decisions`: own commands in the whole round; null if not known.
 */
export function usedWords({ taken, arose, used }: ConceptEvidence, decisions: number | null): string {
	if (decisions === 0) return t.evidenceUndecided;
	if (arose === 0) return t.evidenceSeen(0);
	return `${t.evidenceSeen(arose)}; ${used ? t.evidenceUsed(taken, arose) : t.evidenceNotUsed(taken, arose)}`;
}
