import { lessonById } from "#shared/lessons/table.ts";
import { unreachable } from "#shared/lib/unreachable.ts";
import { brainWords, lessonTexts, rushWords } from "../i18n/words.ts";
import type { Explained } from "./explained.ts";

/** The round in one sentence. */
export function headlineOf({ lesson, facts, outcome, experiment, own }: Explained): string {
	const { kind } = lessonById(lesson);
	const headline = lessonTexts[lesson].headline(facts);
	switch (kind.type) {
		case "open":
			// Where nobody's own chip is shown, all teams are.
			return own === undefined && outcome.chips.length > 1 ? rushWords.podium : headline;
		case "experiment":
			// Fewer people than it takes are told what they have, or what others found.
			if (experiment === undefined || experiment.fit !== null) return headline;
			return experiment.points.length > 0 ? brainWords.headlineFew : brainWords.headlineReference;
		case "played":
		case "compared":
		case "sizes":
			return headline;
		default:
			return unreachable(kind);
	}
}
