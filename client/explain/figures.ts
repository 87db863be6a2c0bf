import { amdahlSpeedup } from "#shared/analysis/amdahl.ts";
import type { LessonId } from "#shared/lessons/ids.ts";
import type { ChipOutcome } from "#shared/lessons/outcome.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { mean, sumOf } from "#shared/lib/statistics.ts";
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
	const base = mean(
		singles.map((index) => outcome.chips[index]?.jobsByWork ?? 0),
		0,
	);
	const bestBase = mean(singles.map(best), 0);
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

/** The same where people measured themselves: how long the second of two decisions waits, in ms. */
export function experimentFacts(waitMs: number): Facts {
	return {
		cores: 2,
		speedup: 1,
		parallelShare: 1,
		share: () => 0,
		value: waitMs,
		naive: 0,
		best: waitMs,
		sides: [],
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
	return sumOf(CAUSES, (cause) => chip.causes[cause]);
}

/** A part of a bar: `percent` has one decimal, and the parts of a bar sum to exactly 100. */
export type BarPart = { readonly cause: Cause; readonly percent: number };

/** The causes that took any time, as percentages by largest remainder, in the order of CAUSES. */
export function barParts(causes: CauseBar): BarPart[] {
	const totalNs = sumOf(CAUSES, (cause) => causes[cause]);
	if (totalNs === 0) return [];
	const exact = CAUSES.map((cause) => ({ cause, exact: (causes[cause] / totalNs) * 1000 }));
	const whole = exact.map((part) => ({ ...part, permille: Math.floor(part.exact) }));
	let missing = 1000 - sumOf(whole, ({ permille }) => permille);
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

/** 0 where there is nothing to divide by: a round skipped before anything was done. */
function ratio(value: number, by: number): number {
	return by === 0 ? 0 : value / by;
}
