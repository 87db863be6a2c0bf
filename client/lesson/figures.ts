import { amdahlSpeedup } from "#shared/analysis/amdahl.ts";
import type { LessonId } from "#shared/lessons/ids.ts";
import type { ChipOutcome, RoundOutcome } from "#shared/lessons/outcome.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { unreachable } from "#shared/lib/unreachable.ts";
import type { PlayedOutcome } from "#shared/result/guide-figures.ts";
import { CAUSES, type Cause, type CauseBar } from "#shared/sim/chip/chip.ts";
import type { Facts } from "../i18n/base/lesson-texts.ts";

/** How much more a chip did than one core: measured, best known at human pace, and what theory allows. */
export type ChipSpeedup = {
	readonly chip: number;
	readonly cores: number;
	readonly measured: number;
	readonly best: number;
	readonly theory: number;
};

/** Speed-ups of all chips by the lesson's own comparison, in order of cores, then of chips. */
export function speedupsOf(outcome: PlayedOutcome): ChipSpeedup[] {
	return compareChips(outcome).sort((one, other) => one.cores - other.cores || one.chip - other.chip);
}

function compareChips(outcome: PlayedOutcome): ChipSpeedup[] {
	const { kind } = lessonById(outcome.lesson as LessonId);
	switch (kind.type) {
		case "sizes":
			return amdahlSpeedups(outcome);
		case "played":
		case "compared":
		case "open":
		case "experiment":
			return workSpeedups(outcome);
		default:
			return unreachable(kind);
	}
}

/** Jobs done against the chips with one core, which do the same program in the same time. */
function amdahlSpeedups(outcome: PlayedOutcome): ChipSpeedup[] {
	const best = (index: number) => outcome.references[index]?.best.value ?? 0;
	const singles = outcome.chips.map((_, index) => index).filter((index) => outcome.chips[index]?.cores === 1);
	const base = mean(singles.map((index) => outcome.chips[index]?.jobsByWork ?? 0));
	const bestBase = mean(singles.map(best));
	return outcome.chips.map((chip, index) => ({
		chip: index,
		cores: chip.cores,
		measured: ratio(chip.jobsByWork, base),
		best: ratio(best(index), bestBase),
		theory: amdahlSpeedup(chip.parallelShare, chip.cores),
	}));
}

/** Work done over time: one ideal core does one second of work in a second. What is best known is told in seconds of play. */
function workSpeedups(outcome: PlayedOutcome): ChipSpeedup[] {
	return outcome.chips.map((chip, index) => ({
		chip: index,
		cores: chip.cores,
		measured: ratio(chip.workNs, chip.timeNs),
		best: ratio((outcome.references[index]?.best.value ?? 0) * NS_PER_PLAY_S, chip.timeNs),
		theory: chip.cores,
	}));
}

/** What is compared: both parts of a lesson whose two sides were played, the first one first; else one. */
export function outcomesOf(
	outcome: RoundOutcome,
	before: RoundOutcome | null,
): readonly [RoundOutcome, ...RoundOutcome[]] {
	return before === null ? [outcome] : [before, outcome];
}

/** What the questions quote: of the student's own chip, or of the largest one for who has none. */
export function factsOf(
	outcome: PlayedOutcome,
	before: PlayedOutcome | null,
	ownChip: number | undefined,
): Facts {
	const speedups = speedupsOf(outcome);
	const own = speedups.find(({ chip }) => chip === ownChip);
	// A chip of one core cannot show what several lose.
	const shown = own !== undefined && own.cores > 1 ? own : speedups.at(-1);
	const index = shown?.chip ?? 0;
	const chip = outcome.chips[index];
	const references = outcome.references[index];
	const { measure } = lessonById(outcome.lesson as LessonId);
	return {
		cores: shown?.cores ?? 1,
		speedup: shown?.measured ?? 1,
		parallelShare: chip?.parallelShare ?? 1,
		share: (cause) => (chip === undefined ? 0 : ratio(chip.causes[cause], coreTimeNs(chip))),
		value: chip === undefined ? 0 : measure.of(chip),
		naive: references?.naive.value ?? 0,
		best: references?.best.value ?? 0,
		sides: before === null ? [] : sidesOf([before, outcome], index, measure.of),
	};
}

/** What the chip reached in both parts, in the order of the lesson's sides. */
function sidesOf(
	outcomes: readonly PlayedOutcome[],
	chip: number,
	of: (outcome: ChipOutcome) => number,
): number[] {
	return outcomes
		.flatMap(({ chips }) => chips[chip] ?? [])
		.sort((one, other) => one.side - other.side)
		.map(of);
}

function coreTimeNs(chip: ChipOutcome): number {
	return CAUSES.reduce((sum, cause) => sum + chip.causes[cause], 0);
}

/** A part of a bar: `percent` has one decimal, and the parts of a bar sum to exactly 100. */
export type BarPart = { readonly cause: Cause; readonly percent: number };

/** The causes that took any time, as percentages by largest remainder, in the order of CAUSES. */
export function barParts(causes: CauseBar): BarPart[] {
	const totalNs = CAUSES.reduce((sum, cause) => sum + causes[cause], 0);
	if (totalNs === 0) return [];
	const exact = CAUSES.map((cause) => ({ cause, exact: (causes[cause] / totalNs) * 1000 }));
	const whole = exact.map((part) => ({ ...part, permille: Math.floor(part.exact) }));
	let missing = 1000 - whole.reduce((sum, part) => sum + part.permille, 0);
	const byRemainder = [...whole].sort((one, other) => (other.exact % 1) - (one.exact % 1));
	for (const part of byRemainder) {
		if (missing === 0) break;
		part.permille += 1;
		missing -= 1;
	}
	return whole
		.filter(({ permille }) => permille > 0)
		.map(({ cause, permille }) => ({ cause, percent: permille / 10 }));
}

/** Whole percentages, in the same order, that still sum to 100. */
export function wholePercents(parts: readonly BarPart[]): BarPart[] {
	let exact = 0;
	let shown = 0;
	return parts.map(({ cause, percent }) => {
		exact += percent;
		const whole = Math.round(exact) - shown;
		shown += whole;
		return { cause, percent: whole };
	});
}

/** The middle value; of an even number the mean of the middle two. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((one, other) => one - other);
	const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
	const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? upper;
	return (lower + upper) / 2;
}

function mean(values: readonly number[]): number {
	return ratio(
		values.reduce((sum, value) => sum + value, 0),
		values.length,
	);
}

/** 0 where there is nothing to divide by: a round skipped before anything was done. */
function ratio(value: number, by: number): number {
	return by === 0 ? 0 : value / by;
}
