import { at, numberAt } from "../../lib/assert.ts";
import type { ReadonlyChip, ReadonlyThread } from "../../sim/chip/chip.ts";
import { createHumanPaced } from "../parts/human-paced.ts";
import { backlogNs, cheapestCore, runsIn, untilNextNs } from "../parts/observations.ts";

/** A program with a smaller share of its data than this in the L3 counts as cold. */
const COLD = 0.5;
/** Bonus of a program that another core works on, whose data stay in the L3, as a share of its data. */
const TOGETHER = 0.3;

/**
 * Expert policy of the lesson `shared-cache`: only programs that fit into the L3 together run together, those
 * already there first; another one only beside those that leave it room, and then it is prefetched.
 */
export const whatFits = createHumanPaced("insight:shared-cache", {
	// Every core should have some tasks of each program, so that all can work on the same one.
	deal: (chip, packet) =>
		cheapestCore(chip, packet, (core) => backlogNs(chip, core) + sameNs(chip, core, packet[0])),
	rank: (chip, core, thread) =>
		(fits(chip, core, thread) ? 0 : 2) -
		sharePresent(chip, thread) -
		(runsElsewhere(chip, core, thread) ? TOGETHER : 0),
	way: (chip, core, thread) => {
		// Later tasks will have other neighbours, so their choice can wait.
		if (at(chip.cores, core).queue[0] !== thread.id) return thread.way;
		return sharePresent(chip, thread) < COLD && fits(chip, core, thread) ? thread.spec.ways.length : 0;
	},
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

/** Work of the same program already queued on the core, in ns. */
function sameNs(chip: ReadonlyChip, core: number, first: ReadonlyThread | undefined): number {
	let sumNs = 0;
	for (const id of at(chip.cores, core).queue) {
		const { spec, workNs } = at(chip.threads, id);
		if (spec.process === first?.spec.process) sumNs += workNs;
	}
	return sumNs;
}
