import type { ConceptEvidence } from "#shared/result/evidence.ts";
import { lessonWords as t } from "../i18n/words.ts";

/** How often the better option was taken, and whether that is more than chance. */
export function usedWords({ taken, arose, used }: ConceptEvidence): string {
	return used ? t.evidenceUsed(taken, arose) : t.evidenceNotUsed(taken, arose);
}
