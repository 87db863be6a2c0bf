import type { PlayerCommand } from "#shared/protocol/up.ts";
import type { StampedCommand } from "#shared/round/round.ts";
import { isSameCommand } from "#shared/sim/chip/same-command.ts";

/** A command sent as request `id`, whose turn has not come yet. It is shown at once, as pending. */
export type PendingCommand = {
	readonly id: number;
	readonly command: PlayerCommand;
	readonly sentMs: number;
};

/** A command whose turn has not come after this long is lost: the line broke after it was sent. */
const LOST_AFTER_MS = 4_000;

/** Removes the commands of `applied` that came from `seat` of `chip`. Returns the same list if there are none. */
export function settlePending(
	pending: readonly PendingCommand[],
	applied: readonly StampedCommand[],
	chip: number,
	seat: number,
): readonly PendingCommand[] {
	let left = pending;
	for (const stamped of applied) {
		if (stamped.chip !== chip || stamped.seat !== seat) continue;
		const index = left.findIndex(({ command }) => isSameCommand(command, stamped.command));
		if (index >= 0) left = left.toSpliced(index, 1);
	}
	return left;
}

/** Removes the command sent as request `id`. Returns the same list if there is none. */
export function dropRefused(
	pending: readonly PendingCommand[],
	id: number | null,
): readonly PendingCommand[] {
	return pending.some((sent) => sent.id === id) ? pending.filter((sent) => sent.id !== id) : pending;
}

/** Removes the commands that are lost. Returns the same list if there are none. */
export function dropLost(pending: readonly PendingCommand[], nowMs: number): readonly PendingCommand[] {
	const isAlive = ({ sentMs }: PendingCommand) => nowMs - sentMs < LOST_AFTER_MS;
	return pending.every(isAlive) ? pending : pending.filter(isAlive);
}
