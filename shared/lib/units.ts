/**
 * Time is integer nanoseconds of machine time, work is nanoseconds on an ideal core (speed 1, warm
 * caches). One second of play is one millisecond of machine time.
 */
export const NS_PER_US = 1_000;
export const NS_PER_MS = 1_000_000;

/** How many times slower than the machine a round is played. Said on screen. */
export const DILATION = 1_000;

/** One second of play, in machine nanoseconds. */
export const NS_PER_PLAY_S = NS_PER_MS;

/** The shortest step over which slow states (caches, bus, speeds) are held constant; `tick.ts` says for how many. */
export const TICK_NS = 25 * NS_PER_US;

/** What may change between two looks at the slow states: a speed, and what a cache holds of what it can; as shares. */
export const SPEED_STEP = 0.01;
export const FILL_STEP = 0.1;

/** Commands take effect only at the start of a turn; the server closes one every 250 ms of play. */
export const TURN_NS = 250 * NS_PER_US;

/** Real milliseconds between two turns. */
export const TURN_MS = (TURN_NS * DILATION) / NS_PER_MS;

/** "Never", as a time. Larger than any reachable one and still an exact integer. */
export const NEVER_NS = Number.MAX_SAFE_INTEGER;
