import { at } from "../lib/assert.ts";
import { policyById } from "../policies/table.ts";
import { advance, runToEnd } from "../sim/advance.ts";
import type { Chip } from "../sim/chip/chip.ts";
import type { EventSink } from "../sim/chip/event.ts";
import { botSeats, createChip } from "../sim/create-chip.ts";
import type { CoreFile, MachineFile, PhaseFile, ThreadFile } from "../sim/scenario/scenario-file.ts";
import { parseScenario, type ScenarioFile } from "../sim/scenario/scenario-file.ts";

/** `count` equal cores without any overhead: only work takes time. */
export function idealMachine(
	count: number,
	core: CoreFile = {},
	change: Partial<MachineFile> = {},
): MachineFile {
	return {
		cores: Array.from({ length: count }, () => core),
		processSwitchNs: 0,
		threadSwitchNs: 0,
		wakeNs: 0,
		handOffNs: 0,
		...change,
	};
}

/** A thread with the given program, or with a number of ns of work. */
export function thread(program: number | readonly PhaseFile[], change: Partial<ThreadFile> = {}): ThreadFile {
	const phases: PhaseFile[] =
		typeof program === "number" ? [{ type: "compute", workNs: program }] : [...program];
	return { name: "thread", program: phases, ...change };
}

/** A scenario file with one job at time 0, which ends when the job is done; `change` overrides any field. */
export function file(
	machine: MachineFile,
	threads: readonly ThreadFile[],
	change: Partial<ScenarioFile> = {},
): ScenarioFile {
	return {
		title: "validation",
		machine,
		jobs: [{ name: "job", threads: [...threads] }],
		arrivals: [{ type: "at", atNs: 0, job: 0 }],
		end: { type: "done" },
		...change,
	};
}

type RunOptions = { readonly seed?: number; readonly untilNs?: number; readonly sink?: EventSink };

/** Parses the file and runs it under its own policy, to its end or to `untilNs`. Throws if it is not valid. */
export function runFile(scenario: ScenarioFile, { seed = 1, untilNs, sink }: RunOptions = {}): Chip {
	const parsed = parseScenario(scenario);
	if (!parsed.ok) throw new Error(`${scenario.title}: ${parsed.reason.join("; ")}`);
	const { machine, policy } = parsed.value;
	const seats = botSeats(machine.cores.length, policyById(policy));
	const chip = createChip({ scenario: parsed.value, seed, seats, pace: "machine" });
	if (untilNs === undefined) runToEnd(chip, sink);
	else advance(chip, untilNs, sink);
	return chip;
}

/** Time from announcement to end in ns, by thread. */
export function turnaroundsNs(chip: Chip): number[] {
	return chip.threads.map(({ finishNs, announcedNs }) => finishNs - announcedNs);
}

/** Time from announcement to the first start in ns, by thread. */
export function responsesNs(chip: Chip): number[] {
	return chip.threads.map(({ startNs, announcedNs }) => startNs - announcedNs);
}

/** Present rate of a core, in ns of work per ns. */
export function rateOf(chip: Chip, core: number): number {
	return 1 / at(chip.cores, core).nsPerWork;
}
