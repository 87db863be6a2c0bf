import type { LessonId } from "#shared/lessons/ids.ts";
import type { Lesson } from "#shared/lessons/lesson.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { at } from "#shared/lib/assert.ts";
import { createLaneRecorder, LANE_STEP_NS, type Lanes } from "#shared/round/lanes.ts";
import { measureChip } from "#shared/round/measure-chip.ts";
import { openRehearsal } from "#shared/round/rehearse.ts";
import { advance } from "#shared/sim/advance.ts";
import { NS_PER_PLAY_S } from "#shared/sim/units.ts";

/** Long enough for the idea to pay off, short enough to be read at a glance. */
const LENGTH_S = 24;
export const BRIEF_STEPS = (LENGTH_S * NS_PER_PLAY_S) / LANE_STEP_NS;
const CORES_MOST = 4;
/** Chance may be against the idea for some seconds: the picture takes the first of so many seeds on which it is not. */
const SEEDS = 5;
const DECISIONS_PER_S = 0.9;

/** The first seconds of a round, played in one way: what the cores' time went to, and the lesson's measure. */
export type BriefRun = { readonly lanes: Lanes; readonly value: number };

const known = new Map<LessonId, BriefRuns>();

type BriefRuns = readonly [BriefRun, BriefRun];

/** The first seconds of the lesson twice: without its idea and with it, or on two sizes of chip. Some 20 ms of computing, once. */
export function simulateBrief(id: LessonId): BriefRuns {
	const runs = known.get(id) ?? firstThatShows(lessonById(id));
	known.set(id, runs);
	return runs;
}

function firstThatShows(lesson: Lesson): BriefRuns {
	const { naive, insight } = lesson.players;
	if (lesson.picture !== undefined) {
		const [one, other] = lesson.picture.cores;
		return [runWith(lesson, insight, 1, one), runWith(lesson, insight, 1, other)];
	}
	const sign = lesson.measure.better === "more" ? 1 : -1;
	for (let seed = 1; ; seed++) {
		const runs = [runWith(lesson, naive, seed), runWith(lesson, insight, seed)] as const;
		if (seed === SEEDS || sign * (runs[1].value - runs[0].value) > 0) return runs;
	}
}

function runWith(
	lesson: Lesson,
	policy: string,
	seed: number,
	cores = Math.min(CORES_MOST, at(lesson.chipCores, 0)),
): BriefRun {
	const chip = openRehearsal(lesson, { cores, seed, level: "standard", side: 0 }, policy, DECISIONS_PER_S);
	const { sample, lanes } = createLaneRecorder(chip);
	for (let step = 1; step <= BRIEF_STEPS; step++) {
		advance(chip, step * LANE_STEP_NS);
		sample();
	}
	return { lanes, value: lesson.measure.of(measureChip(chip)) };
}
