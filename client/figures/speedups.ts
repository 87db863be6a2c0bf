import { amdahlSpeedup } from "#shared/analysis/amdahl.ts";
import type { LessonId } from "#shared/lessons/ids.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { mean } from "#shared/lib/statistics.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { unreachable } from "#shared/lib/unreachable.ts";
import type { PlayedOutcome } from "#shared/result/guide-figures.ts";
import { ratio } from "./ratio.ts";

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
