import type { ReadonlyChip, ReadonlyThread } from "../../sim/chip/chip.ts";
import { originalOf, workOf } from "../../sim/chip/jobs.ts";
import { createHumanPaced, type HumanPaced } from "../parts/human-paced.ts";
import { isTogether, messagesNs, riskOf } from "../parts/messages.ts";
import { waysOf } from "../parts/observations.ts";
import { leastLoaded } from "./dealing.ts";

/** Players who isolate tasks by one rule, by which the lesson `processes-threads` is held against half its idea. */

/** Beginner: what may crash gets a process and sends what it has made, however much that is; the rest are threads. */
export const isolateRisky = choosing("isolate-risky", ({ isRisky, together, piped }) =>
	isRisky ? piped : together,
);

/** Beginner: a process for everything, and the cheaper way out of each. */
export const isolateAll = choosing("isolate-all", ({ cheaper }) => cheaper);

/** The reverse of the rule: processes for what is safe, threads for what may crash. */
export const isolateSafe = choosing("isolate-safe", ({ isRisky, together, cheaper }) =>
	isRisky ? together : cheaper,
);

/** A task's ways, by number; -1 where it has none such. */
type Seen = {
	readonly isRisky: boolean;
	/** As a thread of its application. */
	readonly together: number;
	/** In a process of its own, with a message, and whichever way costs less. */
	readonly piped: number;
	readonly cheaper: number;
};

/** Deals to the least loaded core, in the way that suits the first task with a choice. */
function choosing(id: string, wayFor: (seen: Seen) => number): HumanPaced {
	// A task that has no such way stays as it is.
	const wanted = (chip: ReadonlyChip, thread: ReadonlyThread): number => {
		const way = wayFor(look(chip, thread));
		return way < 0 ? thread.way : way;
	};
	return createHumanPaced(id, {
		deal: leastLoaded,
		dealtWay: (chip, _core, packet) => {
			const first = packet.find((thread) => waysOf(thread) > 1);
			return first && wanted(chip, first);
		},
		way: (chip, _core, thread) => wanted(chip, thread),
	});
}

function look(chip: ReadonlyChip, thread: ReadonlyThread): Seen {
	const original = originalOf(chip, thread);
	const ways = [original, ...original.ways];
	const costs = ways.map(({ process, program }) =>
		isTogether(chip, process) ? Number.POSITIVE_INFINITY : workOf(program) + messagesNs(chip, program),
	);
	return {
		isRisky: riskOf(original.program) > 0,
		together: ways.findIndex(({ process }) => isTogether(chip, process)),
		piped: ways.findIndex(({ program }) => program.some(({ type }) => type === "send")),
		cheaper: costs.indexOf(Math.min(...costs)),
	};
}
