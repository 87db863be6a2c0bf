import { ACTIVITIES, type Column, columnsOf, type LaneChart, LOOKS, runsOf } from "./lanes.ts";
import { duration } from "./show.ts";

/** How wide the picture is where nobody says how wide the terminal is. */
const WIDTH = 100;

/** The first column of a task, so that tasks which follow each other without a gap are told apart. */
const EDGE = "▐";

/**
 * The timeline as text: one row per core, as wide as the terminal. A column shows what took most of its
 * time; where a task has room its number stands in it.
 */
export function gantt(
	{ title, lanes, lengthNs }: LaneChart,
	width = process.stdout.columns ?? WIDTH,
): string {
	const names = lanes.map((_, core) => `core ${core} `);
	const margin = Math.max(...names.map((name) => name.length));
	const columns = Math.max(10, width - margin);
	const drawn = lanes.map((lane) => columnsOf(lane, lengthNs, columns));
	const rows = drawn.map((lane, core) => `${(names[core] ?? "").padEnd(margin)}${rowOf(lane)}`);
	const seen = new Set(drawn.flat().map(({ activity }) => activity));
	const legend = ACTIVITIES.filter((activity) => seen.has(activity)).map(
		(activity) => `${LOOKS[activity].block} ${LOOKS[activity].words}`,
	);
	return [
		`${title}: each column is ${duration(lengthNs / columns)}`,
		...rows,
		" ".repeat(margin) + axisOf(lengthNs, columns),
		...wrap([...legend, `${EDGE} begin of a task, with its number`], width),
	].join("\n");
}

function rowOf(columns: readonly Column[]): string {
	return runsOf(columns)
		.map(({ activity, thread, from, to }) => {
			const length = to - from;
			if (activity !== "running") return LOOKS[activity].block.repeat(length);
			const number = String(thread);
			const label = length >= number.length + 2 ? number : "";
			return EDGE + label + LOOKS.running.block.repeat(length - 1 - label.length);
		})
		.join("");
}

/** Marks at the beginning, at the quarters and at the end, each with its time. */
function axisOf(lengthNs: number, columns: number): string {
	let line = "";
	for (let quarter = 0; quarter < 4; quarter++) {
		const mark = `|${quarter === 0 ? "0" : duration((quarter * lengthNs) / 4)}`;
		const place = Math.floor((quarter * columns) / 4);
		if (place >= line.length + (quarter === 0 ? 0 : 1)) line = line.padEnd(place) + mark;
	}
	const end = `${duration(lengthNs)}|`;
	return line.length + end.length < columns ? line.padEnd(columns - end.length) + end : line;
}

function wrap(words: readonly string[], width: number): string[] {
	const lines: string[] = [];
	for (const word of words) {
		const last = lines.at(-1);
		if (last !== undefined && last.length + 3 + word.length <= width)
			lines[lines.length - 1] = `${last}   ${word}`;
		else lines.push(word);
	}
	return lines;
}
