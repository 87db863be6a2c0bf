import { plausible } from "../analysis/prp.ts";

/** A display of the search as it went; no time: not answered. */
export type SearchTrial = { readonly rtMs: number | null; readonly right: boolean };

/** A trial of the dual task as it went, timed on the device by the stamps of its frames and events. */
export type DualTrial = {
	/** Between the frames that showed the two stimuli. */
	readonly shownMs: number;
	/** From each stimulus to its answer; null: not answered in time. */
	readonly rt1Ms: number | null;
	readonly rt2Ms: number | null;
	readonly right1: boolean;
	readonly right2: boolean;
	/** The device's usual time between two frames, and the longest between any two of this trial. */
	readonly frameMs: number;
	readonly longestFrameMs: number;
};

/** Why a trial is left out of the means. */
export type TrialFault = "screen" | "missed" | "wrong" | "implausible";

/** A frame longer than two at 60 Hz: what was to be shown may have been shown late. */
export const FRAME_MS_MAX = 34;

/** What is wrong with a trial that was to have the interval `soaMs`; the screen's faults come first. */
export function faultOf(trial: DualTrial, soaMs: number): TrialFault | undefined {
	if (!isShownAsMeant(trial, soaMs)) return "screen";
	const { shownMs, rt1Ms, rt2Ms } = trial;
	if (rt1Ms === null || rt2Ms === null) return "missed";
	if (!trial.right1 || !trial.right2) return "wrong";
	return plausible([{ soaMs, shownMs, rt1Ms, rt2Ms }]).length === 0 ? "implausible" : undefined;
}

function isShownAsMeant({ shownMs, frameMs, longestFrameMs }: DualTrial, soaMs: number): boolean {
	return longestFrameMs <= FRAME_MS_MAX && Math.abs(shownMs - soaMs) <= frameMs;
}

/** Browsers that hide who uses them round times to this. */
const COARSE_MS = 100;
/** Fewer times could be multiples by chance. */
const TIMES_MIN = 6;

/** Whether these times, in ms, come from a clock that only counts in tenths of a second. */
export function isCoarse(timesMs: readonly number[]): boolean {
	return (
		timesMs.length >= TIMES_MIN &&
		timesMs.every((ms) => Math.abs(ms - Math.round(ms / COARSE_MS) * COARSE_MS) < 0.5)
	);
}
