import { at } from "#shared/lib/assert.ts";
import type { Segment } from "#shared/result/timeline.ts";
import type { Activity } from "#shared/sim/chip/event.ts";

/** The timeline of one chip: what each of its cores did from 0 to `lengthNs`. */
export type LaneChart = {
	readonly title: string;
	readonly lanes: readonly (readonly Segment[])[];
	readonly lengthNs: number;
};

/** How an activity looks: in the terminal, in a picture, in words. Colours are those of the game. */
export const LOOKS: Readonly<
	Record<Activity, { readonly block: string; readonly colour: string; readonly words: string }>
> = {
	running: { block: "█", colour: "#2cc295", words: "running" },
	spinning: { block: "▚", colour: "#e39cc0", words: "spinning on a lock" },
	switching: { block: "▓", colour: "#f0e442", words: "switching" },
	waking: { block: "▒", colour: "#ffd9a0", words: "waking, handing over, messages" },
	idleWorkWaits: { block: "▁", colour: "#ff8a5c", words: "idle although work waits" },
	idleSerial: { block: "─", colour: "#55304d", words: "idle, a serial part runs" },
	idleBlocked: { block: "┄", colour: "#2f477a", words: "idle, all work is blocked" },
	idleNothing: { block: "·", colour: "#2a3558", words: "idle, nothing left" },
};

export const ACTIVITIES = Object.keys(LOOKS) as readonly Activity[];

/** What a core mostly did in one column of a picture. */
export type Column = { readonly activity: Activity; readonly thread: number };

/** The lane cut into `count` equal columns, each with what took most of its time. Linear in segments and columns. */
export function columnsOf(lane: readonly Segment[], lengthNs: number, count: number): Column[] {
	const columns: Column[] = [];
	let first = 0;
	for (let column = 0; column < count; column++) {
		const fromNs = (column * lengthNs) / count;
		const toNs = ((column + 1) * lengthNs) / count;
		while (first < lane.length - 1 && at(lane, first).toNs <= fromNs) first++;
		let most: Segment | undefined;
		let mostNs = 0;
		for (let index = first; index < lane.length && at(lane, index).fromNs < toNs; index++) {
			const segment = at(lane, index);
			const ns = Math.min(segment.toNs, toNs) - Math.max(segment.fromNs, fromNs);
			if (ns <= mostNs) continue;
			most = segment;
			mostNs = ns;
		}
		columns.push({ activity: most?.activity ?? "idleNothing", thread: most?.thread ?? -1 });
	}
	return columns;
}

/** Runs of equal columns, as `from` to `to` (exclusive). */
export function runsOf(
	columns: readonly Column[],
): (Column & { readonly from: number; readonly to: number })[] {
	const runs: (Column & { from: number; to: number })[] = [];
	columns.forEach((column, index) => {
		const last = runs.at(-1);
		if (last?.activity === column.activity && last.thread === column.thread) last.to = index + 1;
		else runs.push({ ...column, from: index, to: index + 1 });
	});
	return runs;
}
