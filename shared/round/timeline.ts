import { at } from "../lib/assert.ts";
import type { Activity, ChipEvent } from "../sim/event.ts";
import { replay } from "./replay.ts";
import type { RoundLog } from "./round.ts";

/** A stretch of time in which a core did one thing. `thread` is -1 while it was idle. */
export type Segment = {
	readonly fromNs: number;
	readonly toNs: number;
	readonly activity: Activity;
	readonly thread: number;
};

/** What every core of a chip did all through a round, in order, without gaps. Replays the round. */
export function recordTimeline(log: RoundLog, chip: number): Segment[][] {
	const cores = at(log.header.chips, chip).scenario.machine.cores.map((): Open[] => []);
	const round = replay(log, log.turns, (index, event) => {
		if (index === chip) record(cores, event);
	});
	const { nowNs } = at(round.chips, chip);
	return cores.map((opened) => close(opened, nowNs));
}

type Open = Omit<Segment, "toNs">;

function record(cores: readonly Open[][], event: ChipEvent): void {
	if (event.type !== "activity") return;
	const opened = at(cores, event.core);
	const last = opened.at(-1);
	if (last?.activity === event.activity && last.thread === event.thread) return;
	// Of several changes in one instant only the last one lasts.
	if (last?.fromNs === event.atNs) opened.pop();
	opened.push({ fromNs: event.atNs, activity: event.activity, thread: event.thread });
}

function close(opened: readonly Open[], endNs: number): Segment[] {
	return opened
		.map((segment, index) => ({ ...segment, toNs: opened[index + 1]?.fromNs ?? endNs }))
		.filter((segment) => segment.toNs > segment.fromNs);
}
