/** The phases of a class, in the order of a lesson; `ended` is for good. */
export const PHASES = ["lobby", "brief", "predict", "play", "explain", "ended"] as const;
export type Phase = (typeof PHASES)[number];
