const BANDWIDTH_BYTES_PER_NS = 20;
const BYTES_PER_WORK = 64 * 0.2;
const DRAM_PER_WORK = (0.2 / 10) * 90;

/**
 * How much `count` streams do together, in streams alone, by closed form: each takes 1 + a t_D q / m per
 * unit of work, q = 1 + rho / (2 (1 - rho)). Found by halving, and with none of the simulation's code.
 */
export function solveStreams(count: number): number {
	return (count * timePerWork(1)) / timePerWork(count);
}

function timePerWork(count: number): number {
	let low = 0;
	let high = 1 - 1e-12;
	for (let step = 0; step < 60; step++) {
		const rho = (low + high) / 2;
		const demand = (count * BYTES_PER_WORK) / timeAt(rho) / BANDWIDTH_BYTES_PER_NS;
		if (demand > rho) low = rho;
		else high = rho;
	}
	return timeAt(low);
}

function timeAt(rho: number): number {
	return 1 + DRAM_PER_WORK * (1 + rho / (2 * (1 - rho)));
}
