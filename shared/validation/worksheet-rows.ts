import { at } from "../lib/assert.ts";
import { mean } from "../lib/statistics.ts";
import type { Chip } from "../sim/chip/chip.ts";
import { about, exactly, type ValidationRow } from "./row.ts";
import { file, idealMachine, runFile, thread, turnaroundsNs } from "./run-file.ts";

/** One unit of the textbook examples, in ns. */
const UNIT = 1_000;

/** A process of a worksheet in whole units; `rank` is its priority as textbooks count, 1 the most urgent of 9. */
type Process = { readonly arrives?: number; readonly needs: number; readonly rank?: number };

/** Runs the processes on one core without any overhead. */
function work(processes: readonly Process[], policy: string, quantum = 0): Chip {
	const jobs = processes.map(({ needs, rank = 9 }) => ({
		name: "process",
		threads: [thread(needs * UNIT, { priority: 9 - rank })],
	}));
	const arrivals = processes.map(({ arrives = 0 }, job) => ({
		type: "at" as const,
		atNs: arrives * UNIT,
		job,
	}));
	return runFile(file(idealMachine(1), [], { jobs, arrivals, policy, quantumNs: quantum * UNIT }));
}

/** When each ends, in units. */
const ends = (chip: Chip): number[] => chip.threads.map(({ finishNs }) => finishNs / UNIT);

/** Mean time that they are in the ready queue, in units. */
function meanWait(chip: Chip): number {
	return mean(turnaroundsNs(chip).map((ns, id) => ns - at(chip.threads, id).workNs)) / UNIT;
}

/** Mean turnaround in units, and mean of turnaround over service time. */
function turnaround(chip: Chip): number[] {
	const turnarounds = turnaroundsNs(chip);
	const slowdowns = turnarounds.map((ns, id) => ns / at(chip.threads, id).workNs);
	return [mean(turnarounds) / UNIT, mean(slowdowns)];
}

const needing = (...units: readonly number[]): Process[] => units.map((needs) => ({ needs }));

/** Stallings' five processes, A to E. */
const FIVE: readonly Process[] = [
	{ arrives: 0, needs: 3 },
	{ arrives: 2, needs: 6 },
	{ arrives: 4, needs: 4 },
	{ arrives: 6, needs: 5 },
	{ arrives: 8, needs: 2 },
];
const STALLINGS = "Stallings, Operating Systems, table 9.5";

const SILBERSCHATZ = "Silberschatz, Galvin and Gagne, chapter 5";
const LATER: readonly Process[] = [
	{ arrives: 0, needs: 8 },
	{ arrives: 1, needs: 4 },
	{ arrives: 2, needs: 9 },
	{ arrives: 3, needs: 5 },
];
const URGENT: readonly Process[] = [
	{ needs: 10, rank: 3 },
	{ needs: 1, rank: 1 },
	{ needs: 2, rank: 4 },
	{ needs: 1, rank: 5 },
	{ needs: 5, rank: 2 },
];
const URGENT_IN_TURN: readonly Process[] = [
	{ needs: 4, rank: 3 },
	{ needs: 5, rank: 2 },
	{ needs: 8, rank: 2 },
	{ needs: 7, rank: 1 },
	{ needs: 3, rank: 3 },
];

function row(
	id: string,
	what: string,
	source: string,
	expected: readonly number[],
	measure: () => readonly number[],
): ValidationRow {
	return { id, kind: "scenario", what, source, expected: exactly(...expected), measure };
}

/** Stallings prints means of turnaround over service time with two digits. */
function stallings(
	id: string,
	discipline: string,
	expected: readonly number[],
	meanTurnaround: number,
	meanSlowdown: number,
	run: () => Chip,
): ValidationRow {
	const measure = (): number[] => {
		const chip = run();
		return [...ends(chip), ...turnaround(chip)];
	};
	return {
		id,
		kind: "scenario",
		what: `five processes, ${discipline}: when each ends, mean turnaround, and mean of turnaround over service time`,
		source: STALLINGS,
		expected: [...exactly(...expected, meanTurnaround), ...about(0.005, meanSlowdown)],
		measure,
	};
}

/**
 * Rows on the worksheets of two textbooks, and on what their rules mean at the instants that decide: whoever
 * arrives when a slice ends queues first, and whoever is preempted keeps its place.
 */
export const WORKSHEET_ROWS: readonly ValidationRow[] = [
	row(
		"W1",
		"24, 3, 3: mean wait first come first served, in this order and in 3, 3, 24",
		SILBERSCHATZ,
		[17, 3],
		() => [meanWait(work(needing(24, 3, 3), "fifo")), meanWait(work(needing(3, 3, 24), "fifo"))],
	),
	row(
		"W2",
		"6, 8, 7, 3: mean wait under shortest job first, and first come first served",
		SILBERSCHATZ,
		[7, 10.25],
		() => ["sjf", "fifo"].map((policy) => meanWait(work(needing(6, 8, 7, 3), policy))),
	),
	row(
		"W3",
		"8, 4, 9, 5, one unit apart: mean wait under shortest remaining time first, and shortest job first",
		SILBERSCHATZ,
		[6.5, 7.75],
		() => ["stcf", "sjf"].map((policy) => meanWait(work(LATER, policy))),
	),
	row("W4", "five processes of priorities 3, 1, 4, 5, 2: mean wait", SILBERSCHATZ, [8.2], () => [
		meanWait(work(URGENT, "priority")),
	]),
	row("W5", "24, 3, 3 under round robin of 4: mean wait", SILBERSCHATZ, [17 / 3], () => [
		meanWait(work(needing(24, 3, 3), "rr", 4)),
	]),
	row(
		"W6",
		"priorities, and round robin of 2 among equals: when each of five ends",
		SILBERSCHATZ,
		[26, 16, 20, 7, 27],
		() => ends(work(URGENT_IN_TURN, "priority", 2)),
	),
	stallings("W7", "first come first served", [3, 9, 13, 18, 20], 8.6, 2.56, () => work(FIVE, "fifo")),
	stallings("W8", "round robin of 1", [4, 18, 17, 20, 15], 10.8, 2.71, () => work(FIVE, "rr", 1)),
	stallings("W9", "round robin of 4", [3, 17, 11, 20, 19], 10, 2.71, () => work(FIVE, "rr", 4)),
	stallings("W10", "shortest process next", [3, 9, 15, 20, 11], 7.6, 1.84, () => work(FIVE, "sjf")),
	stallings("W11", "shortest remaining time", [3, 15, 8, 20, 10], 7.2, 1.59, () => work(FIVE, "stcf")),
];
