import { NS_PER_PLAY_S } from "../../lib/units.ts";
import type { ProgramPhase } from "../../sim/scenario/scenario.ts";

/** Waiting for a lock held longer than this wastes a core that could do something else. */
const LONG_NS = NS_PER_PLAY_S;

/** Whether the program stays inside its lock for long at a time. */
export function isHeldLong(program: readonly ProgramPhase[]): boolean {
	const inside = program[program.findIndex(({ type }) => type === "lock") + 1];
	return inside?.type === "compute" && inside.workNs > LONG_NS;
}

/** The lock that the program takes first, or -1. */
export function lockOf(program: readonly ProgramPhase[]): number {
	const phase = program.find(({ type }) => type === "lock");
	return phase?.type === "lock" ? phase.lock : -1;
}
