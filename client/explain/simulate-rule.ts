import type { LessonId } from "#shared/lessons/ids.ts";
import type { Lesson } from "#shared/lessons/lesson.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { numberAt } from "#shared/lib/assert.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { createLaneRecorder, LANE_STEP_NS, type Lanes } from "#shared/result/lanes.ts";
import { measureChip } from "#shared/result/measure-chip.ts";
import { openSimulation } from "#shared/result/simulate-players.ts";
import { createTimelineRecorder, type Segment } from "#shared/result/timeline.ts";
import { advance } from "#shared/sim/advance.ts";

/** Long enough for the idea to pay off, short enough to be read at a glance. */
const LENGTH_S = 40;
export const PICTURE_STEPS = (LENGTH_S * NS_PER_PLAY_S) / LANE_STEP_NS;
const CORES_MAX = 4;
/** Chance may hide the idea for some seconds: the picture takes the clearest of so many seeds. */
const SEEDS = 3;
const DECISIONS_PER_S = 0.9;

/** The first seconds of a round, played in one way. */
export type PictureRun = {
	readonly cores: number;
	/** What the cores' time went to. */
	readonly lanes: Lanes;
	/** By core, where a task began after another one: in steps from the beginning. */
	readonly starts: readonly (readonly number[])[];
	/** The lesson's measure. */
	readonly value: number;
};

/** Without the idea of the lesson and with it; or on fewer and on more cores, where the size is what is compared. */
export type PictureRuns = readonly [before: PictureRun, after: PictureRun];

const known = new Map<LessonId, PictureRuns>();

/** Some 20 ms of computing from one `yield` to the next; nothing for a lesson that was asked for before. */
export function* simulateRule(id: LessonId): Generator<undefined, PictureRuns> {
	const lesson = lessonById(id);
	let clearest = known.get(id);
	for (let seed = 1; clearest === undefined || !known.has(id); seed++) {
		const [before, after] = waysOf(lesson);
		const first = runWith(lesson, before, seed);
		yield;
		const runs: PictureRuns = [first, runWith(lesson, after, seed)];
		if (clearest === undefined || gainOf(lesson, runs) > gainOf(lesson, clearest)) clearest = runs;
		if (seed === SEEDS) known.set(id, clearest);
		yield;
	}
	return clearest;
}

/** One round as its bots play it, which gives nothing away. */
export function* simulateBots(id: LessonId): Generator<undefined, readonly [PictureRun]> {
	const { policies, chipCores } = lessonById(id);
	const play = { policy: policies.naive, cores: Math.min(CORES_MAX, numberAt(chipCores, 0)) };
	yield;
	return [runWith(lessonById(id), play, 1)];
}

type PicturePlay = { readonly policy: string; readonly cores: number };

function waysOf({ policies, chipCores, kind }: Lesson): readonly [PicturePlay, PicturePlay] {
	if (kind.type === "sizes") {
		const [few, many] = kind.briefCores;
		return [
			{ policy: policies.expert, cores: few },
			{ policy: policies.expert, cores: many },
		];
	}
	const cores = Math.min(CORES_MAX, numberAt(chipCores, 0));
	return [
		{ policy: policies.naive, cores },
		{ policy: policies.expert, cores },
	];
}

/** By how much the second run is better, relative to the first. */
function gainOf({ measure }: Lesson, [before, after]: PictureRuns): number {
	const gain = measure.better === "more" ? after.value - before.value : before.value - after.value;
	return gain / Math.max(1, Math.abs(before.value));
}

function runWith(lesson: Lesson, { policy, cores }: PicturePlay, seed: number): PictureRun {
	const chip = openSimulation(lesson, { cores, seed, level: "standard", side: 0 }, policy, DECISIONS_PER_S);
	const { sample, lanes } = createLaneRecorder(chip);
	const { record, close } = createTimelineRecorder(cores);
	for (let step = 1; step <= PICTURE_STEPS; step++) {
		advance(chip, step * LANE_STEP_NS, record);
		sample();
	}
	const starts = close(chip.nowNs).map(startsOf);
	return { cores, lanes, starts, value: lesson.measure.of(measureChip(chip)) };
}

function startsOf(segments: readonly Segment[]): number[] {
	const tasks = segments.filter(({ thread }) => thread >= 0);
	return tasks
		.filter(({ thread }, index) => index > 0 && tasks[index - 1]?.thread !== thread)
		.map(({ fromNs }) => fromNs / LANE_STEP_NS);
}
