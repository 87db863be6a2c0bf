/** Phases of a class, in the order of a lesson. */
export const PHASES = ["lobby", "brief", "predict", "play", "explain", "ended"] as const;
/** One of PHASES. */
export type Phase = (typeof PHASES)[number];
