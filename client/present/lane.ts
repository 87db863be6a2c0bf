import { at } from "#shared/lib/assert.ts";
import { sumOf } from "#shared/lib/statistics.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import type { JobSpec, Scenario } from "#shared/sim/scenario/scenario.ts";
import { ease, type Rect } from "./geometry.ts";
import { programNs } from "./hand-out.ts";
import type { LaneLayout } from "./layout.ts";
import { type JobView, levelsOf, type PartView } from "./program-view.ts";

/** A part as a bar whose length is its work. A level of one part is a single block. */
export type Bar = Rect & { readonly part: PartView; readonly alone: boolean; readonly alpha: number };

/** Lines at which a level forks into its parts and joins again. */
type Fork = {
	readonly x: number;
	readonly y: number;
	readonly height: number;
	readonly alpha: number;
};

export type LanePicture = {
	readonly bars: readonly Bar[];
	readonly forks: readonly Fork[];
	/** Number of jobs that found no room. */
	readonly hidden: number;
};

/** How many copies of the longest job fit into the field. */
const JOBS_SHOWN = 1.75;
const FORK_WIDTH = 9;
const COLUMN_GAP = 8;
const JOB_GAP = 20;

/**
 * The program from left to right: time on as many ideal cores as a level has parts. Finished jobs slide out at the
 * left. The scenario fixes the scale, so that equal work always has equal length.
 */
export function pictureLane(program: readonly JobView[], lane: LaneLayout, pixelsPerNs: number): LanePicture {
	const bars: Bar[] = [];
	const forks: Fork[] = [];
	const { field } = lane;
	const right = field.x + field.width;
	let x = field.x;
	let hidden = 0;
	let isFirst = true;
	/** Where the last placed job ends. */
	let taken = Number.NEGATIVE_INFINITY;
	for (const job of program) {
		const width = jobWidth(job.spec, lane, pixelsPerNs);
		if (job.leaving > 0 && !isFirst) {
			// This job is done before its left neighbour: it does not slide over that one, its gap just closes.
			x += (width + JOB_GAP) * (1 - ease(job.leaving));
			continue;
		}
		isFirst = job.leaving > 0;
		// Nor does it slide over another job that is leaving.
		if (job.leaving > 0) x = Math.max(x - (width + JOB_GAP) * ease(job.leaving), taken);
		if (x > right - 12) {
			hidden++;
		} else {
			placeJob(job, x, lane, pixelsPerNs, bars, forks);
		}
		taken = x + width;
		x += width + JOB_GAP;
	}
	return {
		bars: bars.map((bar) => clip(bar, field)).filter(({ width }) => width > 0),
		forks: forks.filter((fork) => fork.x >= field.x && fork.x < right),
		hidden,
	};
}

const scaleByScenario = new WeakMap<Scenario, Map<string, number>>();

/** Pixels per ns of work on this lane, the same for the whole round. */
export function laneScale(scenario: Scenario, lane: LaneLayout): number {
	let scales = scaleByScenario.get(scenario);
	if (scales === undefined) {
		scales = new Map();
		scaleByScenario.set(scenario, scales);
	}
	const key = `${lane.field.width}:${lane.rows}`;
	let scale = scales.get(key);
	if (scale === undefined) {
		const longestNs = Math.max(1, ...scenario.jobs.map((job) => spanNs(job, lane.rows)));
		const mostPerSecond = lane.field.width / 5;
		scale = Math.min((lane.field.width - 40) / (longestNs * JOBS_SHOWN), mostPerSecond / NS_PER_PLAY_S);
		scales.set(key, scale);
	}
	return scale;
}

/** Columns of at most `rows` parts. A level's parts are spread over as few columns as possible. */
function columnsOf<Item>(level: readonly Item[], rows: number): Item[][] {
	const columns = Math.ceil(level.length / rows);
	const perColumn = Math.ceil(level.length / columns);
	return Array.from({ length: columns }, (_, column) =>
		level.slice(column * perColumn, (column + 1) * perColumn),
	);
}

function spanNs(spec: JobSpec, rows: number): number {
	return sumOf(levelsOf(spec), (level) => levelSpanNs(spec, level, rows));
}

function levelSpanNs(spec: JobSpec, level: readonly number[], rows: number): number {
	return columnsOf(level, rows).reduce(
		(sum, column) => sum + Math.max(...column.map((index) => programNs(at(spec.threads, index).program))),
		0,
	);
}

function jobWidth(spec: JobSpec, lane: LaneLayout, pixelsPerNs: number): number {
	let gaps = 0;
	for (const { length } of levelsOf(spec))
		if (length > 1) gaps += 2 * FORK_WIDTH + (Math.ceil(length / lane.rows) - 1) * COLUMN_GAP;
	return spanNs(spec, lane.rows) * pixelsPerNs + gaps;
}

function placeJob(
	job: JobView,
	left: number,
	lane: LaneLayout,
	pixelsPerNs: number,
	bars: Bar[],
	forks: Fork[],
): void {
	const alpha = 1 - job.leaving;
	let x = left;
	for (const level of job.levels) {
		const alone = level.length === 1;
		const lines = Math.min(level.length, lane.rows);
		if (!alone) {
			forks.push(forkAt(x + FORK_WIDTH / 2, lines, lane, alpha));
			x += FORK_WIDTH;
		}
		columnsOf(level, lane.rows).forEach((column, index) => {
			if (index > 0) x += COLUMN_GAP;
			placeColumn(column, x, lane, pixelsPerNs, alone, alpha, bars);
			x += Math.max(...column.map((part) => part.workNs)) * pixelsPerNs;
		});
		if (!alone) {
			// All parts must be done before the next level.
			forks.push(forkAt(x + FORK_WIDTH / 2, lines, lane, alpha));
			x += FORK_WIDTH;
		}
	}
}

function placeColumn(
	column: readonly PartView[],
	x: number,
	lane: LaneLayout,
	pixelsPerNs: number,
	alone: boolean,
	alpha: number,
	bars: Bar[],
): void {
	const { field } = lane;
	const pitch = alone ? field.height * 0.62 : Math.min(lane.pitch * 1.6, field.height / column.length);
	const top = field.y + (field.height - pitch * column.length) / 2;
	column.forEach((part, row) => {
		bars.push({
			part,
			alone,
			alpha,
			x,
			y: top + row * pitch,
			width: part.workNs * pixelsPerNs,
			height: alone ? pitch : Math.max(2, pitch * 0.72),
		});
	});
}

function forkAt(x: number, parts: number, lane: LaneLayout, alpha: number): Fork {
	const pitch = Math.min(lane.pitch * 1.6, lane.field.height / parts);
	const height = pitch * (parts - 1);
	return { x, y: lane.field.y + (lane.field.height - height) / 2 - pitch * 0.14, height, alpha };
}

function clip(bar: Bar, field: Rect): Bar {
	const left = Math.max(bar.x, field.x);
	const right = Math.min(bar.x + bar.width, field.x + field.width);
	return left === bar.x && right === bar.x + bar.width
		? bar
		: { ...bar, x: left, width: Math.max(0, right - left) };
}
