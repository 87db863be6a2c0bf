import { at, numberAt } from "../../lib/assert.ts";
import { NS_PER_PLAY_S } from "../../lib/units.ts";
import type { ReadonlyChip, ReadonlyThread } from "../../sim/chip/chip.ts";
import type { Command } from "../../sim/chip/command.ts";
import type { Policy } from "../../sim/chip/policy.ts";
import type { Reason } from "../../sim/chip/reason.ts";

/** Reasons of textbook policies. Each speaks of the thread that a command places, or of where it comes from. */
type Because = NonNullable<Policy["reason"]>;

export const becauseFirst: Because = ofThread(() => ({ key: "first", value: 0 }));

export const becauseLongest: Because = ofThread(({ workNs }) => ({
	key: "longest",
	value: workNs / NS_PER_PLAY_S,
}));

export const becauseShortest: Because = ofThread(({ workNs, doneNs }) => ({
	key: "shortest",
	value: (workNs - doneNs) / NS_PER_PLAY_S,
}));

export const becauseUrgent: Because = ofThread(({ spec }) => ({ key: "urgent", value: spec.priority }));

export const becauseDueFirst: Because = ofThread(({ spec, announcedNs }, chip) =>
	spec.deadlineNs === 0
		? { key: "first", value: 0 }
		: { key: "dueFirst", value: (announcedNs + spec.deadlineNs - chip.nowNs) / NS_PER_PLAY_S },
);

export const becauseInTurn: Because = (_chip, _seat, command) =>
	command.type === "plan" ? { key: "inTurn", value: command.core + 1 } : undefined;

/** Warm where it is; else it has simply waited long enough. */
export const becauseWarm: Because = (chip, _seat, command) => {
	if (command.type !== "plan") return undefined;
	const { process } = at(chip.threads, command.thread).spec;
	const kib = numberAt(at(chip.cores, command.core).warmKib, process);
	return kib > 0 ? { key: "warm", value: kib } : { key: "first", value: 0 };
};

export const becauseFullest: Because = (chip, _seat, command) =>
	command.type === "steal"
		? { key: "fullestQueue", value: at(chip.cores, command.from).queue.length }
		: becauseFirst(chip, _seat, command);

/** Drawn from all that could be taken. */
export const becauseRandom: Because = (chip, _seat, command) =>
	command.type === "plan" ? { key: "random", value: Math.max(1, chip.shared.length) } : undefined;

function ofThread(reason: (thread: ReadonlyThread, chip: ReadonlyChip) => Reason): Because {
	return (chip, _seat, command: Command) =>
		command.type === "plan" ? reason(at(chip.threads, command.thread), chip) : undefined;
}
