import { at, numberAt } from "../../lib/assert.ts";
import { NS_PER_PLAY_S } from "../../lib/units.ts";
import { bottomLevelNs } from "../../sim/chip/bottom-level.ts";
import type { ReadonlyChip, ReadonlyThread } from "../../sim/chip/chip.ts";
import type { Command } from "../../sim/chip/command.ts";
import type { Policy } from "../../sim/chip/policy.ts";
import type { Reason } from "../../sim/chip/reason.ts";

/** Reasons of textbook policies, about the thread that a command places, or about where it comes from. */
type Because = NonNullable<Policy["reason"]>;

/** It is first in the queue. */
export const becauseFirst: Because = ofThread(() => ({ key: "first", value: 0 }));

/** Its work is the longest, or the line behind it is; value in seconds of play. */
export const becauseLongest: Because = ofThread((thread, chip) => {
	const lineNs = bottomLevelNs(chip, thread);
	return { key: lineNs > thread.workNs ? "longestLine" : "longest", value: lineNs / NS_PER_PLAY_S };
});

/** Its remaining work is the shortest; value in seconds of play. */
export const becauseShortest: Because = ofThread(({ workNs, doneNs }) => ({
	key: "shortest",
	value: (workNs - doneNs) / NS_PER_PLAY_S,
}));

/** It is the most urgent; the value is its priority. */
export const becauseUrgent: Because = ofThread(({ spec }) => ({ key: "urgent", value: spec.priority }));

/** Its deadline is the earliest; value in seconds of play until then. First in the queue if it has none. */
export const becauseDueFirst: Because = ofThread(({ spec, announcedNs }, chip) =>
	spec.deadlineNs === 0
		? { key: "first", value: 0 }
		: { key: "dueFirst", value: (announcedNs + spec.deadlineNs - chip.nowNs) / NS_PER_PLAY_S },
);

/** Cores are dealt to in turn; the value is the core's number, from 1. */
export const becauseInTurn: Because = (_chip, _seat, command) =>
	command.type === "plan" ? { key: "inTurn", value: command.core + 1 } : undefined;

/** Its data are warm there, value in KiB; if they are not, it has waited long enough. */
export const becauseWarm: Because = (chip, _seat, command) => {
	if (command.type !== "plan") return undefined;
	const { process } = at(chip.threads, command.thread).spec;
	const kib = numberAt(at(chip.cores, command.core).warmKib, process);
	return kib > 0 ? { key: "warm", value: kib } : { key: "first", value: 0 };
};

/** It is stolen from the longest queue; the value is the queue's length. */
export const becauseFullest: Because = (chip, _seat, command) =>
	command.type === "steal"
		? { key: "fullestQueue", value: at(chip.cores, command.from).queue.length }
		: becauseFirst(chip, _seat, command);

/** It is drawn at random; the value is the number of candidates. */
export const becauseRandom: Because = (chip, _seat, command) =>
	command.type === "plan" ? { key: "random", value: Math.max(1, chip.shared.length) } : undefined;

function ofThread(reason: (thread: ReadonlyThread, chip: ReadonlyChip) => Reason): Because {
	return (chip, _seat, command: Command) =>
		command.type === "plan" ? reason(at(chip.threads, command.thread), chip) : undefined;
}
