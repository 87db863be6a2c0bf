import { at, numberAt } from "../../lib/assert.ts";
import { NS_PER_PLAY_S } from "../../lib/units.ts";
import { bottomLevelNs } from "../../sim/chip/bottom-level.ts";
import type { ReadonlyChip, ReadonlyThread } from "../../sim/chip/chip.ts";
import type { Command } from "../../sim/chip/command.ts";
import type { Policy } from "../../sim/chip/policy.ts";
import type { Reason, ReasonKey } from "../../sim/chip/reason.ts";
import { itemsLeftNs } from "./batches.ts";
import { becauseFullest } from "./reasons.ts";

type Because = NonNullable<Policy["reason"]>;

/** What a command does with a thread: it goes to a core, moves up in its queue, or gets its way. */
type Case = {
	readonly act: "deal" | "move" | "plan" | "way";
	readonly chip: ReadonlyChip;
	readonly core: number;
	readonly thread: ReadonlyThread;
	/** Threads that could have gone instead. */
	readonly rivals: readonly ReadonlyThread[];
};

/**
 * Reasons that apply to each act: a way depends on what others do at the same time, not on how long or how
 * pressing the task is; a move depends on what is at the destination.
 */
const SPEAKS_OF: Readonly<Record<Case["act"], readonly ReasonKey[]>> = {
	deal: ["urgent", "dueFirst", "longestLine", "longest", "shortest", "warm", "leastLoad", "inTurn"],
	move: ["warm", "leastLoad"],
	plan: ["urgent", "dueFirst", "longestLine", "longest", "shortest", "warm", "keepTogether", "first"],
	way: ["keepTogether", "keepApart"],
};

/** By policy: its criteria, most important first. The first one that holds is given as the reason. */
const GOES_BY: Readonly<Record<string, readonly ReasonKey[]>> = {
	"in-turn": ["inTurn", "first"],
	"next-with-room": ["inTurn", "first"],
	"wait-and-see": ["first"],
	"first-found": ["first"],
	"batches:8": ["sameSize"],
	"insight:asymmetric": ["shortest"],
	"insight:parallel-work": ["longestLine", "leastLoad"],
	"insight:scheduling-policy": ["shortest", "longest", "leastLoad"],
	"insight:amdahl": ["longestLine", "leastLoad"],
	"insight:locks": ["shortest", "leastLoad"],
	"insight:load-balancing": ["shortest", "leastLoad"],
	"insight:cache-affinity": ["warm", "leastLoad"],
	"insight:shared-cache": ["keepTogether", "leastLoad"],
	"insight:false-sharing": ["keepApart", "warm", "leastLoad"],
	"insight:processes-threads": ["leastLoad"],
	"isolate-risky": ["leastLoad"],
	"isolate-all": ["leastLoad"],
	"isolate-safe": ["leastLoad"],
	"insight:big-little": ["dueFirst", "leastLoad"],
	"insight:interference": ["dueFirst", "leastLoad"],
	"insight:rush-hour": ["urgent", "dueFirst", "warm", "leastLoad"],
};

/** Reason of a policy's act, if one of its criteria holds; undefined otherwise. */
export function becauseOf(policyId: string): Because {
	const keys = GOES_BY[policyId] ?? [];
	return (chip, seat, command) => {
		if (command.type === "steal")
			return becauseMost(chip, seat, command.from) ?? stillWaiting(becauseFullest(chip, seat, command));
		if (command.type === "ask")
			return keys.includes("sameSize") ? { key: "sameSize", value: command.count } : undefined;
		if (command.type === "reorder")
			return keys.includes("shortest")
				? { key: "shortest", value: itemsLeftNs(at(chip.threads, command.thread)) / NS_PER_PLAY_S }
				: undefined;
		const found = caseOf(chip, seat, command);
		if (found === undefined) return undefined;
		for (const key of keys) {
			if (!SPEAKS_OF[found.act].includes(key)) continue;
			const value = numberOf(key, found);
			if (value !== undefined) return { key, value };
		}
		return undefined;
	};
}

/** The victim has the most left to do, if so; holds just after the task has left too. */
function becauseMost(chip: ReadonlyChip, seat: number, from: number): Reason | undefined {
	const leftNs = leftOnNs(chip, from);
	const others = chip.cores.filter(({ id }) => id !== from && id !== seat - 1);
	return others.every(({ id }) => leftOnNs(chip, id) <= leftNs)
		? { key: "mostLoad", value: leftNs / NS_PER_PLAY_S }
		: undefined;
}

/** Just after the task has left, nothing may be waiting any more: then there is no reason. */
function stillWaiting(reason: Reason | undefined): Reason | undefined {
	return reason?.value === 0 ? undefined : reason;
}

function caseOf(chip: ReadonlyChip, seat: number, command: Command): Case | undefined {
	switch (command.type) {
		case "deal": {
			const thread = chip.shared.map((id) => at(chip.threads, id)).find(({ job }) => job === command.job);
			return thread && { act: "deal", chip, core: command.core, thread, rivals: [] };
		}
		case "plan": {
			const thread = at(chip.threads, command.thread);
			const own = seat === 0 ? [] : at(chip.cores, command.core).queue;
			const rivals = [...own, ...chip.shared]
				.map((id) => at(chip.threads, id))
				.filter(({ id, state }) => id !== thread.id && state === "ready");
			// A task that was at a core from the start is moved, not dealt.
			const placed = thread.spec.home < 0 ? "deal" : "move";
			return { act: seat === 0 ? placed : "plan", chip, core: command.core, thread, rivals };
		}
		case "choose":
			return {
				act: "way",
				chip,
				core: seat - 1,
				thread: at(chip.threads, command.thread),
				rivals: [],
			};
		default:
			return undefined;
	}
}

/** The number of the reason; undefined if it does not hold. */
function numberOf(key: ReasonKey, found: Case): Reason["value"] | undefined {
	const { chip, thread, rivals } = found;
	const isMost = (of: (each: ReadonlyThread) => number) =>
		rivals.every((rival) => of(thread) >= of(rival)) && rivals.some((rival) => of(thread) > of(rival));
	switch (key) {
		case "urgent":
			return thread.spec.priority > 0 ? thread.spec.priority : undefined;
		case "dueFirst": {
			if (thread.spec.deadlineNs === 0 || !isMost((each) => -dueNs(each))) return undefined;
			return (dueNs(thread) - chip.nowNs) / NS_PER_PLAY_S;
		}
		case "longestLine":
			return isMost((each) => bottomLevelNs(chip, each))
				? bottomLevelNs(chip, thread) / NS_PER_PLAY_S
				: undefined;
		case "longest":
			return isMost(({ workNs }) => workNs) ? thread.workNs / NS_PER_PLAY_S : undefined;
		case "shortest":
			return isMost((each) => -leftNs(each)) ? leftNs(thread) / NS_PER_PLAY_S : undefined;
		case "warm":
			return positive(numberAt(at(chip.cores, found.core).warmKib, thread.spec.process));
		case "keepTogether":
			return positive(coresAt(found, (other) => other.spec.process === thread.spec.process));
		case "keepApart":
			return positive(coresAt(found, (other) => other.spec.name === thread.spec.name));
		case "leastLoad":
			return leastLoadS(found);
		case "inTurn":
			return found.core + 1;
		case "first":
			return 0;
		default:
			return undefined;
	}
}

function positive(value: number): number | undefined {
	return value > 0 ? value : undefined;
}

function dueNs({ announcedNs, spec }: ReadonlyThread): number {
	return spec.deadlineNs === 0 ? Number.POSITIVE_INFINITY : announcedNs + spec.deadlineNs;
}

function leftNs({ workNs, doneNs }: ReadonlyThread): number {
	return workNs - doneNs;
}

/** Number of other cores that run such a thread. */
function coresAt({ chip, core }: Case, isSuch: (thread: ReadonlyThread) => boolean): number {
	return chip.cores.filter((other) => {
		const running = chip.threads[other.thread];
		return other.id !== core && running !== undefined && isSuch(running);
	}).length;
}

/**
 * What else the core has to do in seconds of play, if no core has less. Threads dealt together with this one do
 * not count.
 */
function leastLoadS({ act, chip, core, thread }: Case): number | undefined {
	const isOther = ({ id, job }: ReadonlyThread) => id !== thread.id && (act === "move" || job !== thread.job);
	const loads = chip.cores.map(({ id }) => leftOnNs(chip, id, isOther));
	const own = numberAt(loads, core);
	return own <= Math.min(...loads) ? own / NS_PER_PLAY_S : undefined;
}

/** Work of the running and waiting threads of a core that count, in ns. */
function leftOnNs(
	chip: ReadonlyChip,
	core: number,
	counts: (thread: ReadonlyThread) => boolean = () => true,
): number {
	const { thread, queue } = at(chip.cores, core);
	return [thread, ...queue]
		.flatMap((id) => chip.threads[id] ?? [])
		.filter(counts)
		.reduce((sumNs, other) => sumNs + leftNs(other), 0);
}
