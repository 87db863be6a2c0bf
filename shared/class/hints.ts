/** Hints that somebody who practises may take in a round, both parts of a lesson with two sides together. */
export const HINTS_MAX = 3;

/** Turns of play before the first one: 20 s in which to try something. */
export const HINT_TURNS_MIN = 80;
