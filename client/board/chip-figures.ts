import { sumOf } from "#shared/lib/statistics.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { causesAt } from "#shared/sim/chip/accounting.ts";
import type { ReadonlyChip } from "#shared/sim/chip/chip.ts";
import { workDoneAt } from "#shared/sim/chip/progress.ts";

/** The headline figures of a chip, up to now. */
export type ChipFigures = {
	readonly jobsDone: number;
	readonly tasksDone: number;
	/** Work done divided by the time passed: how many ideal cores the chip has been worth. */
	readonly speedup: number;
	/** Share of core time that was useful, 0 to 1. */
	readonly busy: number;
	/** Seconds of play left and the share of the round that is over; undefined and 0 in a round without a fixed end. */
	readonly leftS: number | undefined;
	readonly share: number;
};

export function figuresOf(chip: ReadonlyChip): ChipFigures {
	const { nowNs, cores } = chip;
	const { end } = chip.scenario;
	const coreNs = nowNs * cores.length;
	const usefulNs = sumOf(cores, (core) => causesAt(core, nowNs).useful);
	return {
		jobsDone: chip.jobsDone,
		tasksDone: chip.threadsDone,
		speedup: nowNs === 0 ? 0 : workDoneAt(chip, nowNs) / nowNs,
		busy: coreNs === 0 ? 0 : usefulNs / coreNs,
		leftS: end.type === "horizon" ? Math.max(0, (end.ns - nowNs) / NS_PER_PLAY_S) : undefined,
		share: end.type === "horizon" ? Math.min(1, nowNs / end.ns) : 0,
	};
}
