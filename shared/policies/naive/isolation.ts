import { at } from "../../lib/assert.ts";
import { type ReadonlyChip, type ReadonlyThread, SHARED } from "../../sim/chip/chip.ts";
import type { Command } from "../../sim/chip/command.ts";
import type { Policy } from "../../sim/chip/policy.ts";
import { createHumanPaced, type DecisionRules } from "../parts/human-paced.ts";
import { backlogNs, cheapestCore } from "../parts/observations.ts";
import { leastLoaded } from "./dealing.ts";

/** How people keep noise away from urgent tasks who put them first and, beyond that, trust one mitigation alone. */

/** Streams get so much of the bus, all together. */
export const BUS_SHARE = 0.5;
/** The core that is kept for what is urgent. */
const OWN_CORE = 0;

const firstThings: DecisionRules = {
	deal: leastLoaded,
	rank: (_chip, _core, { spec }) => (spec.deadlineNs > 0 ? 0 : 1),
};

/** What is urgent first, else nothing. */
export const urgentFirst: Policy = createHumanPaced("urgent-first", firstThings);

/** Streams slowed down from the start. */
export const throttled: Policy = createHumanPaced("throttled", {
	...firstThings,
	mode: (chip, seat) => (seat === 0 ? capStreams(chip, BUS_SHARE) : undefined),
});

/** One core for what is urgent and for nothing else that comes. */
export const dedicated: Policy = createHumanPaced("dedicated", {
	...firstThings,
	deal: (chip, packet) =>
		cheapestCore(chip, packet, (core) => backlogNs(chip, core) + (core === OWN_CORE ? NEVER : 0)),
	mode: (chip, seat) => (seat === 0 ? gatherUrgent(chip) : undefined),
});

/** The locks inherit. */
export const inheriting: Policy = createHumanPaced("inheriting", {
	...firstThings,
	mode: (chip, seat) => (seat === 0 ? inheritAtLocks(chip) : undefined),
});

/** The scheduler lets the first lock inherit that does not yet. */
export function inheritAtLocks(chip: ReadonlyChip): Command | undefined {
	const lock = chip.scenario.locks.findIndex(
		(_, index) => !at(chip.locks, at(chip.lockBase, index)).spec.inherits,
	);
	return lock < 0 ? undefined : { type: "inherit", lock, on: true };
}

/** The scheduler lets streams have that share of the bus together, as much each, if it is not so yet. 0: all of it. */
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

/** What is urgent and waits elsewhere goes to the core of its own, as the next there. */
function gatherUrgent(chip: ReadonlyChip): Command | undefined {
	const isAstray = ({ spec, state, queue }: ReadonlyThread): boolean =>
		spec.deadlineNs > 0 && state === "ready" && queue !== OWN_CORE && queue >= SHARED;
	const thread = chip.threads.find(isAstray);
	return thread === undefined ? undefined : { type: "plan", thread: thread.id, core: OWN_CORE, position: 0 };
}
