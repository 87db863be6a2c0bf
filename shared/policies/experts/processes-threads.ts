import { at } from "../../lib/assert.ts";
import { NS_PER_PLAY_S } from "../../lib/units.ts";
import type { ReadonlyChip } from "../../sim/chip/chip.ts";
import { originalOf, workOf } from "../../sim/chip/jobs.ts";
import type { ProgramPhase } from "../../sim/scenario/scenario.ts";
import { createHumanPaced } from "../parts/human-paced.ts";
import { backlogNs, cheapestCore } from "../parts/observations.ts";

/** Cost of running an application on a second core: worth a longer queue, but not any. */
const APART_NS = 2.5 * NS_PER_PLAY_S;
/** Cost of a crash to every other running thread: about half of its work, and the restart. */
const LOSS_NS = 2.5 * NS_PER_PLAY_S;

/**
 * Expert policy of the lesson `processes-threads`: each application on one core, and isolation of a task only
 * where a crash would take others along.
 */
export const isolationForTheRisky = createHumanPaced("insight:processes-threads", {
	deal: (chip, packet) => {
		const name = packet[0]?.spec.name;
		return cheapestCore(
			chip,
			packet,
			(core) =>
				backlogNs(chip, core) + (coresWith(chip, name).some((other) => other !== core) ? APART_NS : 0),
		);
	},
	// A task that could take others along waits until they have finished.
	rank: (chip, core, { spec }) =>
		riskOf(spec.program) > 0 && runsElsewhere(chip, core, spec.process) ? 1 : 0,
	way: (chip, core, thread) => {
		const original = originalOf(chip, thread);
		const others = coresWith(chip, thread.spec.name).filter((other) => other !== core).length;
		const costs = [original, ...original.ways].map(
			({ process, program }) =>
				workOf(program) +
				messagesNs(chip, program) +
				(isTogether(chip, process) ? others * riskOf(program) * LOSS_NS : 0),
		);
		return costs.indexOf(Math.min(...costs));
	},
});

/** Cores that run or have queued tasks of that name. */
function coresWith(chip: ReadonlyChip, name: string | undefined): number[] {
	return chip.cores
		.filter(({ thread, queue }) => [thread, ...queue].some((id) => chip.threads[id]?.spec.name === name))
		.map(({ id }) => id);
}

function runsElsewhere(chip: ReadonlyChip, core: number, process: number): boolean {
	return chip.cores.some(({ id, thread }) => id !== core && chip.threads[thread]?.spec.process === process);
}

/** Whether several tasks are threads of that process. */
function isTogether(chip: ReadonlyChip, process: number): boolean {
	return at(chip.scenario.processes, process).name.length === 1;
}

/** Time for sending and receiving on the core that does both, in ns. */
function messagesNs(chip: ReadonlyChip, program: readonly ProgramPhase[]): number {
	return program.reduce((sumNs, phase) => {
		if (phase.type !== "send") return sumNs;
		const { fixedNs, nsPerByte } = at(chip.scenario.channels, phase.channel);
		return sumNs + 2 * (fixedNs + nsPerByte * phase.bytes);
	}, 0);
}

function riskOf(program: readonly ProgramPhase[]): number {
	return program.reduce((sum, phase) => (phase.type === "crash" ? sum + phase.chance : sum), 0);
}
