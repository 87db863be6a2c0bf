import { type Misconception, PROBE, type ProbeConcept, rightChoice } from "#shared/lessons/probe.ts";
import type { ProbeAnswer, ProbeCounts } from "#shared/protocol/http.ts";

/** What a class knew of one concept: shares of all sheets, undefined where it was not asked or by too few. */
export type ConceptGain = {
	readonly concept: ProbeConcept;
	readonly before: number | undefined;
	readonly after: number | undefined;
	/** The wrong answer that was chosen most when it was asked last, and by what share. */
	readonly belief: { readonly id: Misconception; readonly share: number } | undefined;
};

/** A question left out counts as not right: everybody who handed in a sheet is counted. */
export function gainsOf({ before, after }: ProbeAnswer): ConceptGain[] {
	return PROBE.map((item, index) => {
		const right = rightChoice(item);
		const shareOf = (asked: ProbeCounts | null, choice: number) =>
			asked?.counts == null ? undefined : (asked.counts[index]?.[choice] ?? 0) / asked.sheets;
		const last = after?.counts == null ? before : after;
		const wrong = item.choices.flatMap(({ belief }, choice) => {
			const share = shareOf(last, choice) ?? 0;
			return belief === undefined || share === 0 ? [] : [{ id: belief, share }];
		});
		wrong.sort((one, other) => other.share - one.share);
		return {
			concept: item.concept,
			before: shareOf(before, right),
			after: shareOf(after, right),
			belief: wrong[0],
		};
	});
}
