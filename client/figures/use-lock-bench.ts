import { useEffect, useState } from "preact/hooks";
import { compareLockWays, LOCK_BENCH, type LockWay } from "#shared/analysis/lock-bench.ts";
import { mean } from "#shared/lib/statistics.ts";

/** Rounds of the bench: in one alone chance may favour a way. */
export const BENCH_ROUNDS = 5;

/**
 * Mean turnaround on the bench of locks in seconds of play, by way of waiting, over rounds that follow from `seed`;
 * undefined until they are simulated.
 */
export function useLockBench(seed: number): Readonly<Record<LockWay, number>> | undefined {
	const [means, setMeans] = useState<Readonly<Record<LockWay, number>>>();
	useEffect(() => {
		setMeans(undefined);
		const rounds: Readonly<Record<LockWay, number>>[] = [];
		let timer = setTimeout(simulateNext);
		// One round at a time, so that the page answers in between.
		function simulateNext() {
			if (rounds.length === BENCH_ROUNDS) return setMeans(meansOf(rounds));
			rounds.push(compareLockWays(LOCK_BENCH, (seed + rounds.length) >>> 0));
			timer = setTimeout(simulateNext);
		}
		return () => clearTimeout(timer);
	}, [seed]);
	return means;
}

function meansOf(rounds: readonly Readonly<Record<LockWay, number>>[]): Record<LockWay, number> {
	const meanOf = (way: LockWay): number => mean(rounds.map((round) => round[way]));
	return { spin: meanOf("spin"), sleep: meanOf("sleep"), byLength: meanOf("byLength") };
}
