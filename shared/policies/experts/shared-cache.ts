import { at, numberAt } from "../../lib/assert.ts";
import { NONE, type ReadonlyChip, type ReadonlyThread } from "../../sim/chip/chip.ts";
import { createHumanPaced } from "../parts/human-paced.ts";
import { backlogNs, cheapestWithRoom, runsIn, untilNextNs } from "../parts/observations.ts";

/** Bonus of a program that another core works on, whose data stay in the L3, as a share of its data. */
const TOGETHER = 0.3;

/**
 * Expert policy of the lesson `shared-cache`: only programs that fit into the L3 together run together, those
 * already there first; another one only beside those that leave it room, and then it is prefetched.
 */
export const whatFits = createHumanPaced("insight:shared-cache", {
	// One program after the other, on all cores: what most queues end with goes on, where least waits.
	deal: (chip, packet) =>
		isNextOf(chip, packet[0]) ? cheapestWithRoom(chip, packet, (core) => backlogNs(chip, core)) : NONE,
	rank: (chip, core, thread) =>
		(fits(chip, core, thread) ? 0 : 2) -
		sharePresent(chip, thread) -
		(runsElsewhere(chip, core, thread) ? TOGETHER : 0),
});

/** Share of its data in the L3, 0 to 1; a calm task counts as one half, because it can wait for a bad moment. */
function sharePresent(chip: ReadonlyChip, { spec }: ReadonlyThread): number {
	const { workingSetKib } = at(chip.scenario.processes, spec.process);
	return workingSetKib === 0 ? 0.5 : numberAt(chip.memory.l3Kib, spec.process) / workingSetKib;
}

function runsElsewhere(chip: ReadonlyChip, core: number, { spec }: ReadonlyThread): boolean {
	return chip.cores.some(
		({ id, thread }) => id !== core && chip.threads[thread]?.spec.process === spec.process,
	);
}

/** Whether its data fit into the L3 beside those of all programs that other cores will run then. */
function fits(chip: ReadonlyChip, core: number, { spec }: ReadonlyThread): boolean {
	const { processes, machine } = chip.scenario;
	const startsInNs = untilNextNs(chip, at(chip.cores, core));
	const programs = new Set([spec.process]);
	for (const other of chip.cores) {
		const process = chip.threads[runsIn(chip, other, startsInNs)]?.spec.process;
		if (other.id !== core && process !== undefined) programs.add(process);
	}
	let wantedKib = 0;
	for (const process of programs) wantedKib += at(processes, process).workingSetKib;
	return wantedKib <= numberAt(machine.l3PartitionsKib, 0);
}

/** Whether no other program that waits undealt is the last one of more queues; among equals the first one waiting. */
function isNextOf(chip: ReadonlyChip, first: ReadonlyThread | undefined): boolean {
	const last = chip.cores.map(({ queue, thread }) => chip.threads[queue.at(-1) ?? thread]?.spec.process);
	const countOf = (process: number): number => last.filter((one) => one === process).length;
	let [next, most] = [NONE, -1];
	for (const id of chip.shared) {
		const { process } = at(chip.threads, id).spec;
		const count = countOf(process);
		if (count > most) [next, most] = [process, count];
	}
	return first?.spec.process === next;
}
