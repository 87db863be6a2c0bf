import { expect } from "vitest";
import {
	compute,
	computeProcess,
	NOTHING_SHARED,
	ordinaryThread,
	symmetricMachine,
} from "#shared/lessons/machine.ts";
import { TICK_NS } from "#shared/lib/units.ts";
import { fifo } from "#shared/policies/textbook/fifo.ts";
import { advance, runToEnd } from "#shared/sim/advance.ts";
import { applyCommand } from "#shared/sim/apply-command.ts";
import { checksum } from "#shared/sim/chip/checksum.ts";
import type { Chip, Pace } from "#shared/sim/chip/chip.ts";
import type { Command } from "#shared/sim/chip/command.ts";
import type { ChipEvent } from "#shared/sim/chip/event.ts";
import type { Policy } from "#shared/sim/chip/policy.ts";
import { createChip } from "#shared/sim/create-chip.ts";
import type { Arrival } from "#shared/sim/scenario/arrival.ts";
import type {
	Machine,
	ProcessSpec,
	ProgramPhase,
	Scenario,
	ThreadSpec,
} from "#shared/sim/scenario/scenario.ts";

/** A machine on which nothing costs anything but work. */
export function plainMachine(cores: number, change: Partial<Machine> = {}): Machine {
	const free = { processSwitchNs: 0, threadSwitchNs: 0, wakeNs: 0, handOffNs: 0 };
	return { ...symmetricMachine(cores), ...free, ...change };
}

export const NO_MEMORY: ProcessSpec = computeProcess("plain");

export { compute };

export function thread(
	program: number | readonly ProgramPhase[],
	change: Partial<ThreadSpec> = {},
): ThreadSpec {
	const phases = typeof program === "number" ? [compute(program)] : program;
	return { ...ordinaryThread("thread", 0, phases), ...change };
}

type Parts = Partial<Omit<Scenario, "jobs">> & {
	readonly cores?: number;
	readonly jobs: readonly (readonly ThreadSpec[])[];
};

/** All jobs arrive at time 0 and the scenario ends when they are done, unless said otherwise. */
export function scenario({ cores = 1, jobs, ...parts }: Parts): Scenario {
	const arrivals: Arrival[] = jobs.map((_, job) => ({ type: "at", atNs: 0, job }));
	return {
		title: "test",
		machine: plainMachine(cores),
		processes: [NO_MEMORY],
		...NOTHING_SHARED,
		arrivals,
		end: { type: "done" },
		...parts,
		jobs: jobs.map((threads, index) => ({ name: `job ${index}`, threads })),
	};
}

export type ChipParts = {
	readonly policy?: Policy;
	readonly seed?: number;
	readonly pace?: Pace;
	readonly people?: readonly number[];
	readonly tickLengthNs?: number;
};

export function chipOf(
	made: Scenario,
	{ policy = fifo, seed = 1, pace = "machine", people = [], tickLengthNs = TICK_NS }: ChipParts = {},
): Chip {
	const seats = Array.from({ length: made.machine.cores.length + 1 }, (_, seat) => ({
		driver: people.includes(seat) ? ("person" as const) : ("bot" as const),
		policy,
	}));
	return createChip({ scenario: made, seed, seats, pace, tickLengthNs });
}

/** Runs a scenario to its end at machine pace. */
export function run(made: Scenario, policy: Policy = fifo, seed = 1): Chip {
	const chip = chipOf(made, { policy, seed });
	runToEnd(chip);
	return chip;
}

/** What happens up to `toNs`, as short lines: `120 started 3 on 1`. */
export function events(chip: Chip, toNs: number, types: readonly ChipEvent["type"][]): string[] {
	const lines: string[] = [];
	advance(chip, toNs, (event) => {
		if (types.includes(event.type)) lines.push(line(event));
	});
	return lines;
}

function line(event: ChipEvent): string {
	const { atNs, type, ...rest } = event;
	return [
		atNs,
		type,
		...Object.values(rest).map((value) => (typeof value === "object" ? JSON.stringify(value) : value)),
	].join(" ");
}

export function finishes(chip: Chip): number[] {
	return chip.threads.map((each) => each.finishNs);
}

/** Why the chip refuses the command, which must have changed nothing. */
export function refusal(chip: Chip, seat: number, command: Command): string {
	const before = checksum(chip);
	const result = applyCommand(chip, seat, command);
	expect(result.ok).toBe(false);
	expect(checksum(chip)).toBe(before);
	return result.ok ? "done" : result.reason;
}
