import { at } from "../lib/assert.ts";
import { TURN_NS } from "../lib/units.ts";
import { causesAt } from "../sim/chip/accounting.ts";
import { CAUSES, type CauseBar, type ReadonlyChip } from "../sim/chip/chip.ts";

/** Resolution of lanes: one turn. */
export const LANE_STEP_NS = TURN_NS;

/** By core, then by step from the beginning of the round: where the time of that step went. */
export type Lanes = readonly (readonly CauseBar[])[];

/** Collects lanes while a round is played. */
export type LaneRecorder = {
	/** To be called at the end of every step. */
	readonly sample: () => void;
	readonly lanes: Lanes;
};

/** A recorder of where the cores' time goes. Unlike activities, lanes also show how slowly tasks run. */
export function createLaneRecorder(chip: ReadonlyChip): LaneRecorder {
	const before = chip.cores.map((core) => causesAt(core, chip.nowNs));
	const lanes: CauseBar[][] = chip.cores.map(() => []);
	return {
		lanes,
		sample: () => {
			chip.cores.forEach((core, index) => {
				const now = causesAt(core, chip.nowNs);
				at(lanes, index).push(difference(now, at(before, index)));
				before[index] = now;
			});
		},
	};
}

function difference(bar: CauseBar, less: CauseBar): CauseBar {
	return Object.fromEntries(CAUSES.map((cause) => [cause, bar[cause] - less[cause]])) as CauseBar;
}
