import { at, numberAt } from "#shared/lib/assert.ts";
import type { ReadonlyChip } from "#shared/sim/chip/chip.ts";
import type { ChipEvent } from "#shared/sim/chip/event.ts";

/**
 * Watches who gets a lock on a chip where nobody dies and no lock inherits. Handed over in order it goes to the first
 * waiter, by arrival or by priority; to the able, to a waiter; free until taken, to anybody.
 */
export function createOrderWatch(chip: ReadonlyChip): {
	readonly see: (event: ChipEvent) => void;
	readonly broken: string[];
} {
	const waiting = chip.locks.map((): number[] => []);
	const broken: string[] = [];
	const firstOf = (lock: number): number => {
		const urgency = (thread: number): number => at(chip.threads, thread).spec.priority;
		const ids = at(waiting, lock);
		if (at(chip.locks, lock).spec.order === "arrival") return numberAt(ids, 0);
		return ids.reduce((best, id) => (urgency(id) > urgency(best) ? id : best));
	};
	const see = (event: ChipEvent): void => {
		if (event.type !== "lockWait" && event.type !== "lockTaken") return;
		const { lock, thread, atNs } = event;
		const ids = at(waiting, lock);
		const place = ids.indexOf(thread);
		if (event.type === "lockWait") {
			if (place < 0) ids.push(thread);
			return;
		}
		const { handOff } = at(chip.locks, lock).spec;
		if (handOff === "fifo" && ids.length > 0 && firstOf(lock) !== thread)
			broken.push(`lock ${lock} goes to ${thread}, not to ${firstOf(lock)} of ${ids}, at ${atNs}`);
		if (handOff === "able" && ids.length > 0 && place < 0)
			broken.push(`lock ${lock} goes to ${thread}, which does not wait as ${ids} do, at ${atNs}`);
		if (place >= 0) ids.splice(place, 1);
	};
	return { see, broken };
}
