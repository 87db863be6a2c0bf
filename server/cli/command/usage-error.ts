/** The user's mistake on the command line: its message is all that is printed. */
export class UsageError extends Error {}
