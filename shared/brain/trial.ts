import { plausible } from "../analysis/prp.ts";

/** Answer to a display of the search; `rtMs` is null if there was none in time. */
export type SearchTrial = { readonly rtMs: number | null; readonly right: boolean };

/** A trial of the dual task, timed on the device by the time stamps of frames and events. */
export type DualTrial = {
	/** Time between the frames that showed the two stimuli. */
	readonly shownMs: number;
	/** Time from each stimulus to its answer; null: no answer in time. */
	readonly rt1Ms: number | null;
	readonly rt2Ms: number | null;
	readonly right1: boolean;
	readonly right2: boolean;
	/** The device's usual time between two frames, and the longest in this trial. */
	readonly frameMs: number;
	readonly longestFrameMs: number;
};

/** Why a trial is excluded from the means. */
export type TrialFault = "screen" | "missed" | "wrong" | "implausible";

/** Longest acceptable frame, two at 60 Hz: after a longer one a stimulus may have been shown late. */
export const FRAME_MS_MAX = 34;

/** Why a trial with the intended interval `soaMs` is excluded, faults of the screen first; undefined if it counts. */
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

/** Resolution to which browsers that hide their users' identity round times. */
const COARSE_MS = 100;
/** Fewer times than this could be multiples by chance. */
const TIMES_MIN = 6;

/** Whether these times, in ms, come from a clock that resolves only tenths of a second. */
export function isCoarse(timesMs: readonly number[]): boolean {
	return (
		timesMs.length >= TIMES_MIN &&
		timesMs.every((ms) => Math.abs(ms - Math.round(ms / COARSE_MS) * COARSE_MS) < 0.5)
	);
}
