import { sumOf } from "#shared/lib/statistics.ts";
import { NS_PER_MS, NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { CAUSES, type Cause, type CauseBar } from "#shared/sim/chip/chip.ts";

/** Machine time as seconds of play: `12.5 s`. */
export function seconds(ns: number): string {
	return `${(ns / NS_PER_PLAY_S).toFixed(2)} s`;
}

/** Machine time in the unit that suits it: `700 ns`, `12.5 us`, `3.25 ms`. */
export function duration(ns: number): string {
	const [unit, word] = ns < 1_000 ? [1, "ns"] : ns < NS_PER_MS ? [1_000, "us"] : [NS_PER_MS, "ms"];
	return `${Number((ns / unit).toPrecision(5))} ${word}`;
}

/** A share of 1 as `12.5 %`. */
export function percent(share: number): string {
	return `${(share * 100).toFixed(1)} %`;
}

/** A table with aligned columns; numbers and short words only. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
	const cells = [head, ...rows.map((row) => row.map(String))];
	const widths = head.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? "").length)));
	return cells
		.map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join("  "))
		.join("\n");
}

/** Where the core time went, largest first, as lines with a bar. */
export function causeLines(causes: CauseBar): string[] {
	const sum = sumOf(CAUSES, (cause) => causes[cause]);
	return [...CAUSES]
		.filter((cause) => causes[cause] > 0)
		.sort((left, right) => causes[right] - causes[left])
		.map((cause) => {
			const share = causes[cause] / sum;
			return `  ${WORDS[cause].padEnd(28)}${(share * 100).toFixed(1).padStart(5)} %  ${"#".repeat(Math.round(share * 40))}`;
		});
}

/** What most of the core time that was not useful went to. */
export function largestLoss(causes: CauseBar): string {
	const losses = CAUSES.filter((cause) => cause !== "useful" && causes[cause] > 0);
	const [largest] = losses.sort((left, right) => causes[right] - causes[left]);
	return largest === undefined ? "" : WORDS[largest];
}

const WORDS: Record<Cause, string> = {
	useful: "useful work",
	cacheStall: "waiting for the cache",
	busStall: "queueing for memory",
	coherenceStall: "fighting for a cache line",
	spin: "spinning on a lock",
	ipc: "sending and receiving",
	delegating: "delegating",
	switch: "switching",
	waking: "waking up",
	idleWorkWaits: "idle although work waits",
	idleSerial: "idle, a serial part runs",
	idleBlocked: "idle, all work is blocked",
	idleNothing: "idle, nothing left",
	asleep: "asleep",
};
