import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { at, numberAt } from "#shared/lib/assert.ts";
import { unreachable } from "#shared/lib/unreachable.ts";
import { speedupsOf } from "../figures/speedups.ts";
import { sideNamesOf } from "../i18n/side-names.ts";
import { brainWords, lessonTexts, rushWords, lessonWords as t } from "../i18n/words.ts";
import type { Explained } from "./explained.ts";

/** So many teams are named; of more the span is told. */
const NAMED_MAX = 4;

/** The round in one sentence: what the own chip did, or for who looks at all of them what all did, in both parts. */
export function headlineOf(explained: Explained): string {
	const { lesson, facts, outcome, experiment } = explained;
	const { kind } = lessonById(lesson);
	const headline = lessonTexts[lesson].headline(facts);
	const own = ownChipOf(explained);
	const shown = shownChips(outcome);
	const isOne = own !== undefined || outcome.chips.length === 1;
	switch (kind.type) {
		case "open":
			return isOne ? headline : rushWords.podium;
		case "experiment":
			// Fewer people than it takes are told what they have, or what others found.
			if (experiment === undefined || experiment.fit !== null) return headline;
			return experiment.points.length > 0 ? brainWords.headlineFew : brainWords.headlineReference;
		case "sizes":
			return isOne ? headline : t.headlineSizes(speedupsOf(outcome));
		case "played":
			return isOne ? headline : teamsHeadline(explained);
		case "compared":
			if (explained.outcomes.length === 1) return isOne ? headline : teamsHeadline(explained);
			return own === undefined && shown.length > 1
				? spansHeadline(explained)
				: partsHeadline(explained, own ?? numberAt(shown, 0));
		default:
			return unreachable(kind);
	}
}

/** undefined for who has none, as desk and projector, or somebody who came too late for the round. */
function ownChipOf({ own, outcome }: Explained): number | undefined {
	return own === undefined || outcome.chips[own.chip] === undefined ? undefined : own.chip;
}

/** The chips that people played, or all where bots played all of them. */
function shownChips({ chips }: RoundOutcome): number[] {
	const all = chips.map((_, index) => index);
	const peopled = all.filter((index) => at(chips, index).held.length > 0);
	return peopled.length > 0 ? peopled : all;
}

/** What each team reached; of many the least and the most. */
function teamsHeadline({ lesson, outcome, names }: Explained): string {
	const { measure } = lessonById(lesson);
	const words = t.measures[measure.id];
	const shown = shownChips(outcome).map((index) => ({
		chip: at(outcome.chips, index),
		name: names[index] ?? t.chip(index),
	}));
	if (shown.length <= NAMED_MAX)
		return t.headlineOf(
			words.title,
			shown.map(({ chip, name }) => t.headlineItem(name, words.value(measure.of(chip)))),
		);
	return t.headlineOf(words.title, [
		spanOf(
			shown.map(({ chip }) => measure.of(chip)),
			words.value,
		),
	]);
}

/** Both parts of one chip, each between what scores 0 and 100 there. */
function partsHeadline({ lesson, outcomes }: Explained, index: number): string {
	const { measure } = lessonById(lesson);
	const words = t.measures[measure.id];
	const parts = bySide(outcomes).map(({ name, outcome }) => {
		const { naive, best } = at(outcome.references, index);
		const value = words.value(measure.of(at(outcome.chips, index)));
		return t.headlinePart(name, value, words.value(naive.value), words.value(best.value));
	});
	return t.headlineOf(words.title, parts);

	function bySide(of: readonly RoundOutcome[]) {
		const names = sideNamesOf(lesson);
		return of
			.map((outcome) => ({ outcome, side: at(outcome.chips, index).side }))
			.sort((one, other) => one.side - other.side)
			.map(({ outcome, side }) => ({ outcome, name: names[side] ?? "" }));
	}
}

/** Both sides of all chips, which half of them play in the other order. */
function spansHeadline({ lesson, outcomes }: Explained): string {
	const { measure } = lessonById(lesson);
	const words = t.measures[measure.id];
	const shown = shownChips(outcomes[0]);
	const chips = outcomes.flatMap((outcome) => shown.flatMap((index) => outcome.chips[index] ?? []));
	const sides = sideNamesOf(lesson).map((name, side) => {
		const values = chips.filter((chip) => chip.side === side).map((chip) => measure.of(chip));
		return t.headlineItem(name, spanOf(values, words.value));
	});
	return t.headlineOf(words.title, sides);
}

function spanOf(values: readonly number[], say: (value: number) => string): string {
	const [least, most] = [say(Math.min(...values)), say(Math.max(...values))];
	return least === most ? least : t.headlineSpan(least, most, values.length);
}
