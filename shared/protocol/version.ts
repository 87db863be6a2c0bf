/**
 * Raised when anything changes that goes over the wire; a client of another version is told to reload.
 * README.md has a line for each version.
 */
export const PROTOCOL_VERSION = 7;

/** The version and a hash of all that goes over the wire. `npm run record` writes it. */
export const PROTOCOL_HASH = "7 3e82d53de855d95e";
