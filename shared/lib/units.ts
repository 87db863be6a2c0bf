/**
 * Time is in whole nanoseconds of the machine; work is in nanoseconds on an ideal core (speed 1, everything in
 * the first-level cache). One second of play is one millisecond of machine time.
 */
export const NS_PER_US = 1_000;
/** Nanoseconds per millisecond of machine time. */
export const NS_PER_MS = 1_000_000;

/** How many times slower than the machine a round is played; shown on screen. */
export const DILATION = 1_000;

/** One second of play, in machine nanoseconds. */
export const NS_PER_PLAY_S = NS_PER_MS;

/**
 * Shortest step over which slow states (caches, bus, speeds) are held constant; `tick.ts` decides how many are
 * joined.
 */
export const TICK_NS = 25 * NS_PER_US;

/** Largest relative change of a speed between two refreshes of the slow states. */
export const SPEED_STEP = 0.01;
/** Largest share of its capacity that a cache may gain between two refreshes. */
export const FILL_STEP = 0.1;

/** Length of a turn. Commands take effect only at the start of one; the server closes one every 250 ms of play. */
export const TURN_NS = 250 * NS_PER_US;

/** Real milliseconds between two turns. */
export const TURN_MS = (TURN_NS * DILATION) / NS_PER_MS;

/** "Never" as a time: larger than any reachable one and still an exact integer. */
export const NEVER_NS = Number.MAX_SAFE_INTEGER;
