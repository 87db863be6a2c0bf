import { at } from "../lib/assert.ts";
import { NEVER_NS } from "../lib/units.ts";
import { backlogOf } from "../sim/chip/backlog.ts";
import { type Chip, type Core, NONE } from "../sim/chip/chip.ts";
import type { ChipEvent } from "../sim/chip/event.ts";
import type { LockSpec, Machine } from "../sim/scenario/scenario.ts";

/** What version 6 has added, as it was in version 5. */
export function fillFrom5(chip: Chip): (event?: ChipEvent) => void {
	const { machine, locks } = chip.scenario;
	// Only who was handed a lock took a core back, and locks were handed over in order.
	(machine as { -readonly [Field in keyof Machine]: Machine[Field] }).wakePreempts = false;
	for (const lock of locks)
		(lock as { -readonly [Field in keyof LockSpec]: LockSpec[Field] }).handOff = "fifo";
	for (const lock of chip.locks) lock.woken = NONE;
	chip.wokenShared = 0;
	for (const core of chip.cores) {
		core.startedNs = NEVER_NS;
		// Of use only while a span is booked.
		core.spanNs = 0;
	}
	// Nothing told whether it stood still.
	chip.stillNs = NEVER_NS;
	chip.isStuck = false;
	let known = 0;
	return (event) => {
		for (; known < chip.threads.length; known++) {
			const thread = at(chip.threads, known);
			thread.isWoken = false;
			// A preempted thread got a whole slice again, and began a whole spell of spinning.
			thread.sliceLeftNs = 0;
			thread.spinLeftNs = 0;
		}
		if (event?.type === "started") at(chip.cores, event.core).startedNs = event.atNs;
		// It was counted anew wherever it was asked for.
		if (event === undefined || event.type === "announced" || event.type === "stopped")
			chip.backlogNs = backlogOf(chip);
		const { memory } = chip;
		// M/D/1: an access queued for rho / (2 (1 - rho)) times as long as it took.
		memory.busWaitNs = (machine.dramNs * memory.busLoad) / (2 * (1 - memory.busLoad));
		for (const core of chip.cores) fillDemand(core, machine.dramNs);
	};
}

function fillDemand({ demand }: Core, dramNs: number): void {
	const { dramPerWork } = demand as typeof demand & { readonly dramPerWork: number };
	// Nobody but the simulation asks, which found it anew each time.
	demand.missedKibPerWork = 0;
	demand.waitsPerWork = dramPerWork === 0 ? 0 : dramPerWork / dramNs;
}
