/**
 * Raised whenever the same scenario, seed and commands give another checksum, including when only a bot decides
 * differently. A round is replayed only by the version that played it.
 */
export const SIM_VERSION = 5;
