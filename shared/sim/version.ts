/**
 * Raised whenever the same scenario, seed and commands give another checksum, including when only a bot decides
 * differently, and whenever a lesson makes another scenario of the same seed. A round is replayed only by the version
 * that played it. RULES.md has a line for each version.
 */
export const SIM_VERSION = 7;

/** The version and a hash of the code that decides. `npm run record` writes it once every recorded round replays exactly. */
export const SIM_HASH = "7 8a9813a62ab988b6";
