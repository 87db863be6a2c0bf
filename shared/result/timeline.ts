import { at } from "../lib/assert.ts";
import type { RecordedRound } from "../round/recorded-round.ts";
import { replayChip } from "../round/replay.ts";
import type { Activity, EventSink } from "../sim/chip/event.ts";

/** A stretch of time in which a core did one thing. `thread` is -1 while it is idle. */
export type Segment = {
	readonly fromNs: number;
	readonly toNs: number;
	readonly activity: Activity;
	readonly thread: number;
};

/** Records what the cores of one chip do, from its events; `close` returns the segments up to `endNs`, by core. */
export type TimelineRecorder = {
	readonly record: EventSink;
	readonly close: (endNs: number) => Segment[][];
};

/** Activity of every core of a chip throughout a round, in order and without gaps. Replays the chip. */
export function recordTimeline(round: RecordedRound, index: number): Segment[][] {
	const { chip, closeTurn } = replayChip(round, index);
	const { record, close } = createTimelineRecorder(chip.cores.length);
	for (let turn = 0; turn < round.turns; turn++) closeTurn(record);
	return close(chip.nowNs);
}

/** A recorder for a chip of that many cores, to be given every event from the beginning on. */
export function createTimelineRecorder(coreCount: number): TimelineRecorder {
	const cores = Array.from({ length: coreCount }, (): Open[] => []);
	return {
		record: (event) => {
			if (event.type !== "activity") return;
			const opened = at(cores, event.core);
			const last = opened.at(-1);
			if (last?.activity === event.told && last.thread === event.thread) return;
			// Of several changes in one instant only the last takes effect.
			if (last?.fromNs === event.atNs) opened.pop();
			opened.push({ fromNs: event.atNs, activity: event.told, thread: event.thread });
		},
		close: (endNs) => cores.map((opened) => closeAll(opened, endNs)),
	};
}

type Open = Omit<Segment, "toNs">;

function closeAll(opened: readonly Open[], endNs: number): Segment[] {
	return opened
		.map((segment, index) => ({ ...segment, toNs: opened[index + 1]?.fromNs ?? endNs }))
		.filter((segment) => segment.toNs > segment.fromNs);
}
