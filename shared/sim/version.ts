/**
 * Raised whenever the same scenario, seed and commands would give another checksum, also where only a bot
 * decides otherwise. A round is replayed only by the version that played it.
 */
export const SIM_VERSION = 5;
