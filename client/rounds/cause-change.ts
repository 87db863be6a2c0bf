import { chipBefore, type PlayedByTeams } from "#shared/lessons/chip-of-team.ts";
import { CAUSES, type Cause, type CauseBar } from "#shared/sim/chip/chip.ts";
import { barParts } from "../figures/bar-parts.ts";

/** Shares of the core time in per cent, to one decimal; over all causes the changes sum to 0. */
export type CauseChange = {
	readonly cause: Cause;
	readonly before: number;
	readonly now: number;
	readonly change: number;
};

/** The causes that took any time in either round. */
export function causeChanges(before: CauseBar, now: CauseBar): CauseChange[] {
	const [earlier, later] = [barParts(before), barParts(now)];
	return CAUSES.flatMap((cause) => {
		const from = earlier.find((part) => part.cause === cause)?.percent ?? 0;
		const to = later.find((part) => part.cause === cause)?.percent ?? 0;
		if (from === 0 && to === 0) return [];
		return [{ cause, before: from, now: to, change: Math.round(10 * to - 10 * from) / 10 }];
	});
}

/** A chip in both rounds: its score and its causes before and after. */
export type ChipChange = {
	readonly chip: number;
	readonly cores: number;
	/** null where there is no score. */
	readonly scores: readonly [before: number | null, now: number | null];
	readonly causes: readonly CauseChange[];
};

/** The chips that the same team played in both rounds, with as many cores and on the same side. */
export function chipChanges(before: PlayedByTeams, now: PlayedByTeams): ChipChange[] {
	const isComparable = before.outcome.formula === now.outcome.formula;
	return now.outcome.chips.flatMap((chip, index) => {
		const earlier = before.outcome.chips[chipBefore(before, now, index) ?? -1];
		if (earlier?.cores !== chip.cores || earlier.side !== chip.side) return [];
		const causes = causeChanges(earlier.causes, chip.causes);
		const scores = isComparable ? ([earlier.score, chip.score] as const) : ([null, chip.score] as const);
		return [{ chip: index, cores: chip.cores, scores, causes }];
	});
}
