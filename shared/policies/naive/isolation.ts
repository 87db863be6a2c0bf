import { at, numberAt } from "../../lib/assert.ts";
import { type ReadonlyChip, type ReadonlyThread, SHARED } from "../../sim/chip/chip.ts";
import type { Command } from "../../sim/chip/command.ts";
import type { Policy } from "../../sim/chip/policy.ts";
import { createHumanPaced, type DecisionRules } from "../parts/human-paced.ts";
import { nextInLine } from "../parts/next-in-line.ts";
import { backlogNs, cheapestCore } from "../parts/observations.ts";
import { leastLoaded } from "./dealing.ts";

/** Fixed rules that run urgent tasks first and apply one mitigation of interference at most. */

/** Share of the bus that all streams get together, 0 to 1. */
export const BUS_SHARE = 0.5;
/** The core reserved for urgent tasks. */
const OWN_CORE = 0;

const firstThings: DecisionRules = {
	deal: leastLoaded,
	rank: (_chip, _core, { spec }) => (spec.deadlineNs > 0 ? 0 : 1),
};

/** Fixed rule: urgent tasks first, no mitigation. */
export const urgentFirst: Policy = createHumanPaced("urgent-first", firstThings);

/** Fixed rule: streams are throttled from the start. */
export const throttled: Policy = createHumanPaced("throttled", {
	...firstThings,
	modes: [(chip, seat) => (seat === 0 ? capStreams(chip, BUS_SHARE) : undefined)],
});

/** Fixed rule: one core for urgent tasks and nothing else that arrives. */
export const dedicated: Policy = createHumanPaced("dedicated", {
	...firstThings,
	deal: (chip, packet) =>
		cheapestCore(chip, packet, (core) => backlogNs(chip, core) + (core === OWN_CORE ? NEVER : 0)),
	modes: [(chip, seat) => (seat === 0 ? gatherUrgent(chip) : undefined)],
});

/** Fixed rule: locks inherit priorities. */
export const inheriting: Policy = createHumanPaced("inheriting", {
	...firstThings,
	modes: [(chip, seat) => (seat === 0 ? inheritAtLocks(chip) : undefined)],
});

/** Beginner: streams come last in every queue, behind what is urgent and all else. */
export const streamsLast: Policy = createHumanPaced("streams-last", {
	deal: leastLoaded,
	rank: ({ scenario }, _core, { spec }) => {
		if (spec.deadlineNs > 0) return 0;
		return at(scenario.processes, spec.process).missCurve.type === "stream" ? 2 : 1;
	},
});

/** Beginner: cores run what is urgent first, and yield to it whatever they hold. */
export const urgentYields: Policy = createHumanPaced("urgent-yields", {
	...firstThings,
	modes: [(chip, seat) => (seat === 0 ? undefined : yieldToUrgent(chip, seat - 1))],
});

function yieldToUrgent(chip: ReadonlyChip, core: number): Command | undefined {
	const running = chip.threads[at(chip.cores, core).thread];
	const next = nextInLine(chip, core);
	if (running === undefined || next === undefined) return undefined;
	return next.spec.deadlineNs > 0 && running.spec.deadlineNs === 0 ? { type: "yield" } : undefined;
}

/** Lets the first lock inherit that does not yet; undefined if all do. */
export function inheritAtLocks(chip: ReadonlyChip): Command | undefined {
	const lock = chip.scenario.locks.findIndex(
		(_, index) => !at(chip.locks, numberAt(chip.lockBase, index)).spec.inherits,
	);
	return lock < 0 ? undefined : { type: "inherit", lock, on: true };
}

/**
 * Caps streams at `share` of the bus together, divided equally, one stream per act; 0: no cap. Undefined if all
 * are set.
 */
export function capStreams({ scenario, memory }: ReadonlyChip, share: number): Command | undefined {
	const { processes, machine } = scenario;
	const streams = processes.flatMap(({ missCurve }, process) =>
		missCurve.type === "stream" ? [process] : [],
	);
	const bytesPerUs = Math.floor((share * machine.bandwidthBytesPerUs) / streams.length);
	const process = streams.find((stream) => memory.capBytesPerUs[stream] !== bytesPerUs);
	return process === undefined ? undefined : { type: "cap", process, bytesPerUs };
}

const NEVER = Number.MAX_SAFE_INTEGER / 2;

/** Moves an urgent task that waits elsewhere to the reserved core, as the next one there. */
function gatherUrgent(chip: ReadonlyChip): Command | undefined {
	const isAstray = ({ spec, state, queue }: ReadonlyThread): boolean =>
		spec.deadlineNs > 0 && state === "ready" && queue !== OWN_CORE && queue >= SHARED;
	const thread = chip.threads.find(isAstray);
	return thread === undefined ? undefined : { type: "plan", thread: thread.id, core: OWN_CORE, position: 0 };
}
