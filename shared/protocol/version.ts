/** Raised when a message changes; a client of another version is told to reload. */
export const PROTOCOL_VERSION = 3;
