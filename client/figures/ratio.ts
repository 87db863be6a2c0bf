/** 0 where there is nothing to divide by: a round skipped before anything was done. */
export function ratio(value: number, by: number): number {
	return by === 0 ? 0 : value / by;
}
