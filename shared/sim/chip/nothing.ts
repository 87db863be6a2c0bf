/** The list of all threads that have nothing in theirs; whoever puts something in makes one of its own. */
export const NOTHING: number[] = [];
