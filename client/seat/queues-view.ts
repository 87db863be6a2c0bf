import type { PlayerCommand } from "#shared/protocol/up.ts";
import type { ReadonlyChip } from "#shared/sim/chip/chip.ts";

/** A thread in a queue. `pending`: a command that moves or changes it is on its way. */
export type QueueEntry = { readonly thread: number; readonly pending: boolean };

export type Queues = { readonly shared: QueueEntry[]; readonly cores: QueueEntry[][] };

/** The queues as they will be once the pending commands have taken effect, if nothing else happens first. */
export function queuesWith(chip: ReadonlyChip, pending: readonly PlayerCommand[]): Queues {
	const changed = new Set(pending.flatMap((command) => (command.type === "choose" ? [command.thread] : [])));
	const entry = (thread: number): QueueEntry => ({ thread, pending: changed.has(thread) });
	const queues: Queues = {
		shared: chip.shared.map(entry),
		cores: chip.cores.map((core) => core.queue.map(entry)),
	};
	for (const command of pending) apply(chip, queues, command);
	return queues;
}

function apply(chip: ReadonlyChip, queues: Queues, command: PlayerCommand): void {
	switch (command.type) {
		case "plan":
			if (takeOut(queues, command.thread))
				queues.cores[command.core]?.splice(command.position, 0, { thread: command.thread, pending: true });
			return;
		case "take": {
			const isReady = ({ thread }: QueueEntry) => chip.threads[thread]?.state === "ready";
			const first = queues.shared.find(isReady) ?? queues.shared[0];
			if (first !== undefined && takeOut(queues, first.thread))
				queues.cores[command.core]?.push({ thread: first.thread, pending: true });
			return;
		}
		case "deal":
			for (const { thread } of [...queues.shared])
				if (chip.threads[thread]?.job === command.job && takeOut(queues, thread))
					queues.cores[command.core]?.push({ thread, pending: true });
			return;
		case "unplan":
			if (takeOut(queues, command.thread)) queues.shared.unshift({ thread: command.thread, pending: true });
			return;
		default:
	}
}

function takeOut({ shared, cores }: Queues, thread: number): boolean {
	for (const queue of [shared, ...cores]) {
		const place = queue.findIndex((entry) => entry.thread === thread);
		if (place < 0) continue;
		queue.splice(place, 1);
		return true;
	}
	return false;
}
