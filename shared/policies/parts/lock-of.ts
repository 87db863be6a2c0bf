import type { ProgramPhase } from "../../sim/scenario/scenario.ts";

/** The lock that the program takes first, or -1. */
export function lockOf(program: readonly ProgramPhase[]): number {
	const phase = program.find(({ type }) => type === "lock");
	return phase?.type === "lock" ? phase.lock : -1;
}
