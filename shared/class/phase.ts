/** What a class is doing, in the order of a lesson. */
export const PHASES = ["lobby", "brief", "predict", "play", "explain", "ended"] as const;
export type Phase = (typeof PHASES)[number];
