/**
 * Speed-up by Amdahl's law (1967), 1 / ((1 - p) + p / n): `parallelShare` p of the program can use n = `cores`
 * cores. 0 <= p <= 1, n >= 1.
 */
export function amdahlSpeedup(parallelShare: number, cores: number): number {
	return 1 / (1 - parallelShare + parallelShare / cores);
}

/** Limit of Amdahl's speed-up for ever more cores, 1 / (1 - p); infinite for p = 1. */
export function amdahlLimit(parallelShare: number): number {
	return 1 / (1 - parallelShare);
}

/** Speed-up by Gustafson's law (1988), s + n (1 - s): the parallel part grows with the number of cores. */
export function gustafsonSpeedup(serialShare: number, cores: number): number {
	return serialShare + cores * (1 - serialShare);
}

/** Serial share by Karp and Flatt (1990) from a measured speed-up, (1 / S - 1 / n) / (1 - 1 / n), for `cores` > 1. */
export function karpFlatt(speedup: number, cores: number): number {
	return (1 / speedup - 1 / cores) / (1 - 1 / cores);
}

/** Speed-up of `tasks` equal, indivisible tasks on `cores` cores: tasks over rounds. */
export function equalTasksSpeedup(tasks: number, cores: number): number {
	return tasks / Math.ceil(tasks / cores);
}
