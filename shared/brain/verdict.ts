/**
 * Whether a person's times count for the class, and if not, why: the device's clock is too coarse, its screen
 * too slow, too few answers were right, too few trials are left, or the person sat out.
 */
export const VERDICTS = ["counted", "coarseClock", "slowScreen", "fewRight", "fewTrials", "satOut"] as const;
/** One of VERDICTS. */
export type Verdict = (typeof VERDICTS)[number];
