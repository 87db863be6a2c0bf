import type { RoundLog } from "#shared/round/round.ts";
import type { Command } from "#shared/sim/chip/command.ts";
import { roundsKeyOf } from "./memory-keys.ts";

/**
 * What this tab remembers of the rounds of a class, so that a reload takes nothing away: what was played before, newest
 * last, and the hint that was given last.
 */
export type RoundMemory = {
	readonly played: readonly RoundLog[];
	readonly hint?: KeptHint | undefined;
};

/** A hint that was given in that round, after so many turns. */
export type KeptHint = {
	readonly round: string;
	readonly turn: number;
	readonly command: Command;
	readonly text: string;
};

/** Both sides of a lesson that has two. */
const PLAYED_MAX = 2;

const NOTHING: RoundMemory = { played: [] };

/** What stands in the store; nothing if there is nothing, or nothing that can be read. The parser is loaded for it. */
export async function recallRounds(code: string): Promise<RoundMemory> {
	const stored = read(code);
	if (stored === null) return NOTHING;
	const { parseMemory } = await import("./round-memory-file.ts");
	return parseMemory(stored) ?? NOTHING;
}

/** Replaces what is remembered; of what was played only the newest rounds. */
export function rememberRounds(code: string, { played, hint }: RoundMemory): void {
	try {
		sessionStorage.setItem(roundsKeyOf(code), JSON.stringify({ played: played.slice(-PLAYED_MAX), hint }));
	} catch {
		// Where there is no room, a reload loses the first play's ghost, as it would without storage.
	}
}

function read(code: string): string | null {
	try {
		return sessionStorage.getItem(roundsKeyOf(code));
	} catch {
		return null;
	}
}
