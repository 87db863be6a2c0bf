/** Operating points of cores that share one clock, slowest first; any units, but the same in all domains. */
export type Domain = { readonly points: readonly { readonly capacity: number; readonly power: number }[] };

/** A core of a placement; `utilisation` in the unit of `capacity`. */
export type PlacedCore = { readonly domain: Domain; readonly utilisation: number };

/**
 * Energy of a placement as Linux' energy-aware scheduler estimates it: every domain runs at the slowest point
 * that fits its busiest core, and each core costs its utilisation at that point.
 */
export function placementEnergy(cores: readonly PlacedCore[]): number {
	return cores.reduce((sum, { domain, utilisation }) => {
		const peers = cores.filter((core) => core.domain === domain);
		const busiest = Math.max(...peers.map((core) => core.utilisation));
		const point = domain.points.find(({ capacity }) => capacity >= busiest) ?? domain.points.at(-1);
		return point === undefined ? sum : sum + (utilisation / point.capacity) * point.power;
	}, 0);
}
