import type { PlayerCommand } from "#shared/protocol/up.ts";
import type { StampedCommand } from "#shared/round/round.ts";
import { isSameCommand } from "#shared/sim/chip/same-command.ts";

/** A command that was sent as number `id` and whose turn has not come yet. Shown at once, as pending. */
export type PendingCommand = {
	readonly id: number;
	readonly command: PlayerCommand;
	readonly sentMs: number;
};

/** After so long without its turn a command is lost: the line broke after it was sent. */
const LOST_AFTER_MS = 4_000;

/** What is left after the turns that were just applied; `seat` of `chip` is ours. The same list if nothing was. */
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

/** What is left without the one that was sent as number `id`. The same list if none was. */
export function dropRefused(
	pending: readonly PendingCommand[],
	id: number | null,
): readonly PendingCommand[] {
	return pending.some((sent) => sent.id === id) ? pending.filter((sent) => sent.id !== id) : pending;
}

/** What is left without those that were lost. The same list if none was. */
export function dropLost(pending: readonly PendingCommand[], nowMs: number): readonly PendingCommand[] {
	const isAlive = ({ sentMs }: PendingCommand) => nowMs - sentMs < LOST_AFTER_MS;
	return pending.every(isAlive) ? pending : pending.filter(isAlive);
}
