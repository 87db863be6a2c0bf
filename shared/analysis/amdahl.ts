/**
 * Amdahl's law: S = 1 / ((1 - p) + p / n), the speed-up of a program of which the share p can use n cores.
 * 0 <= `parallelShare` <= 1, `cores` >= 1.
 */
export function amdahlSpeedup(parallelShare: number, cores: number): number {
	return 1 / (1 - parallelShare + parallelShare / cores);
}

/** What Amdahl's speed-up never reaches, however many cores: 1 / (1 - p). */
export function amdahlLimit(parallelShare: number): number {
	return 1 / (1 - parallelShare);
}

/** Gustafson's law: the speed-up s + n (1 - s) of a program whose parallel part grows with the cores. */
export function gustafsonSpeedup(serialShare: number, cores: number): number {
	return serialShare + cores * (1 - serialShare);
}

/** Karp and Flatt's measured serial share: (1 / S - 1 / n) / (1 - 1 / n), for `cores` > 1. */
export function karpFlatt(speedup: number, cores: number): number {
	return (1 / speedup - 1 / cores) / (1 - 1 / cores);
}

/** Speed-up of `tasks` equal tasks on `cores` cores: tasks over rounds. */
export function equalTasksSpeedup(tasks: number, cores: number): number {
	return tasks / Math.ceil(tasks / cores);
}
