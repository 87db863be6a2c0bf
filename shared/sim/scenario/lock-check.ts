import type { LockSpec, ProgramPhase } from "./scenario.ts";

/** Laps of a loop that are followed: after two of them a thread owns what it owns after any more. */
const LAPS_MAX = 2;

/**
 * What a program certainly does wrong with locks, one sentence each with the path of the phase: it frees one that it
 * does not own, takes one that it owns already, or ends owning one. Whatever may crash is taken not to.
 */
export function lockFaults(
	path: string,
	program: readonly ProgramPhase[],
	locks: readonly LockSpec[],
): string[] {
	/** By lock, the phases in which it was taken and from which it is owned. */
	const owned = new Map<number, number[]>();
	const laps: number[] = [];
	const faults = new Set<string>();
	for (let place = 0; place < program.length; place++) {
		const phase = program[place];
		if (phase?.type === "crash" && phase.chance === 1) return [...faults];
		if (phase?.type === "repeat") {
			const lap = (laps[place] ?? 0) + 1;
			const isOver = lap >= LAPS_MAX || lap === phase.times;
			if (isOver && phase.times === 0) return [...faults];
			laps[place] = isOver ? 0 : lap;
			if (!isOver) place = phase.from - 1;
		}
		if (phase?.type !== "lock" && phase?.type !== "unlock") continue;
		const spec = locks[phase.lock];
		// That there is no such lock is told elsewhere.
		if (spec === undefined) continue;
		const { name, stripes } = spec;
		const taken = owned.get(phase.lock) ?? [];
		const here = `${path}.program[${place}].lock`;
		if (phase.type === "unlock" && taken.pop() === undefined)
			faults.add(`${here}: expected a lock that the thread owns there, found ${phase.lock} ("${name}")`);
		if (phase.type !== "lock") continue;
		// Another stripe of the same lock may be free.
		if (taken.length > 0 && stripes === 1)
			faults.add(
				`${here}: expected a lock that the thread does not own yet, found ${phase.lock} ("${name}")`,
			);
		owned.set(phase.lock, [...taken, place]);
	}
	for (const [lock, taken] of owned)
		for (const place of taken)
			faults.add(
				`${path}.program[${place}].lock: expected to be freed before the program ends, found ${lock} ("${locks[lock]?.name}") taken and kept`,
			);
	return [...faults];
}
