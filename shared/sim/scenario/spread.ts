/** Exactly the given value, or drawn each time from an exponential distribution with that mean. */
export type Spread = "fixed" | "exponential";
