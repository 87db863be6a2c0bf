import { at } from "../../lib/assert.ts";
import { sumOf } from "../../lib/statistics.ts";
import type { ReadonlyChip } from "../../sim/chip/chip.ts";
import type { ProgramPhase } from "../../sim/scenario/scenario.ts";

/** What a program says about crashes and messages. */

/** Chance that the program crashes. */
export function riskOf(program: readonly ProgramPhase[]): number {
	return sumOf(program, (phase) => (phase.type === "crash" ? phase.chance : 0));
}

/** Time for the program's messages on a core that sends and receives them, in ns. */
export function messagesNs(chip: ReadonlyChip, program: readonly ProgramPhase[]): number {
	return sumOf(program, (phase) => {
		if (phase.type !== "send") return 0;
		const { fixedNs, nsPerByte } = at(chip.scenario.channels, phase.channel);
		return 2 * (fixedNs + nsPerByte * phase.bytes);
	});
}

/** Whether several tasks are threads of that process. */
export function isTogether(chip: ReadonlyChip, process: number): boolean {
	return at(chip.scenario.processes, process).name.length === 1;
}
