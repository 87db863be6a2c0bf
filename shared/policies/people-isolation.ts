import { at } from "../lib/assert.ts";
import { type Chip, SHARED, type Thread } from "../sim/chip.ts";
import type { Command } from "../sim/command.ts";
import type { Policy } from "../sim/policy.ts";
import { leastLoaded } from "./people.ts";
import { backlogNs, cheapestCore, createPlayer } from "./player.ts";

/** How people keep noise away from urgent tasks who trust one mitigation alone. */

/** Streams get so much of the bus, all together. */
const BUS_SHARE = 0.25;
/** The core that is kept for what is urgent. */
const OWN_CORE = 0;

/** Streams slowed down from the start, else nothing. */
export const throttled: Policy = createPlayer("throttled", {
	deal: leastLoaded,
	mode: (chip, seat) => (seat === 0 ? capStreams(chip) : undefined),
});

/** One core for what is urgent and for nothing else that comes. */
export const dedicated: Policy = createPlayer("dedicated", {
	deal: (chip, packet) =>
		cheapestCore(chip, packet, (core) => backlogNs(chip, core) + (core === OWN_CORE ? NEVER : 0)),
	mode: (chip, seat) => (seat === 0 ? gatherUrgent(chip) : undefined),
});

/** The locks inherit, else nothing. */
export const inheriting: Policy = createPlayer("inheriting", {
	deal: leastLoaded,
	mode: (chip, seat) => (seat === 0 ? inheritAtLocks(chip) : undefined),
});

/** The scheduler lets the first lock inherit that does not yet. */
export function inheritAtLocks(chip: Readonly<Chip>): Command | undefined {
	const lock = chip.scenario.locks.findIndex(
		(_, index) => !at(chip.locks, at(chip.lockBase, index)).spec.inherits,
	);
	return lock < 0 ? undefined : { type: "inherit", lock, on: true };
}

const NEVER = Number.MAX_SAFE_INTEGER / 2;

function capStreams({ scenario, memory }: Readonly<Chip>): Command | undefined {
	const process = scenario.processes.findIndex(({ missCurve }) => missCurve.type === "stream");
	if (process < 0) return undefined;
	const bytesPerUs = BUS_SHARE * scenario.machine.bandwidthBytesPerUs;
	return memory.capBytesPerUs[process] === bytesPerUs ? undefined : { type: "cap", process, bytesPerUs };
}

/** What is urgent and waits elsewhere goes to the core of its own, as the next there. */
function gatherUrgent(chip: Readonly<Chip>): Command | undefined {
	const isAstray = ({ spec, state, queue }: Readonly<Thread>): boolean =>
		spec.deadlineNs > 0 && state === "ready" && queue !== OWN_CORE && queue >= SHARED;
	const thread = chip.threads.find(isAstray);
	return thread === undefined ? undefined : { type: "plan", thread: thread.id, core: OWN_CORE, position: 0 };
}
