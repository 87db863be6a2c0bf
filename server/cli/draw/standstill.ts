import { at } from "#shared/lib/assert.ts";
import { unreachable } from "#shared/lib/unreachable.ts";
import type { ReadonlyChip, ReadonlyThread } from "#shared/sim/chip/chip.ts";
import { waitOf } from "#shared/sim/chip/wait.ts";
import { duration } from "./show.ts";

const THREADS_SHOWN = 6;

/** Says since when a stuck chip stands still, and what its tasks wait for. */
export function showStandstill(chip: ReadonlyChip): string {
	const left = chip.threads.filter(({ state }) => state !== "done");
	const waits = left
		.slice(0, THREADS_SHOWN)
		.map((thread) => `  ${nameOf(thread)} ${waitWords(chip, thread)}`);
	const others = left.length - waits.length;
	return [
		`Stuck: nothing has moved since ${duration(chip.stillNs)}, and what is left waits for something that never comes.`,
		...waits,
		...(others > 0 ? [`  and ${others} more`] : []),
	].join("\n");
}

function waitWords(chip: ReadonlyChip, thread: ReadonlyThread): string {
	const { locks, barriers, channels, processes } = chip.scenario;
	const wait = waitOf(chip, thread);
	switch (wait?.for) {
		case undefined:
			return "has not ended";
		case "lock": {
			const lock = `waits for lock "${at(locks, wait.lock).name}"`;
			const owner = chip.threads[wait.owner];
			if (owner === undefined || owner.id === thread.id) return `${lock}, which is free`;
			return `${lock} of ${nameOf(owner)}${owner.isDead ? ", which is dead" : ""}`;
		}
		case "barrier":
			return `waits at barrier "${at(barriers, wait.barrier).name}" for ${wait.missing} more`;
		case "message":
			return `waits for a message in channel "${at(channels, wait.channel).name}"`;
		case "room":
			return `waits for room in channel "${at(channels, wait.channel).name}"`;
		case "threads":
			return `waits for the end of ${wait.threads.map((id) => nameOf(at(chip.threads, id))).join(", ")}`;
		case "restart":
			return `is dead, until process "${at(processes, wait.process).name}" begins again`;
		case "core":
			return "could run, but gets no core";
		default:
			return unreachable(wait);
	}
}

function nameOf({ id, spec }: ReadonlyThread): string {
	return `${spec.name} (${id})`;
}
