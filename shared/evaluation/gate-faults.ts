import type { Lesson } from "../lessons/lesson.ts";
import type { GateTable, MeanPoints, Standing } from "./gate.ts";
import type { Waits } from "./waits.ts";

/** What a seat is worth at least, in points of the chip's own scale and in percent of its measure. */
const WORTH_MIN = { scheduler: 25, core: 12, percent: 5 };
/** How many standard errors an effect lies from 0. */
const CLEAR_SE = 3;
const IDEA = { min: 80, max: 105, spreadMax: 15, sdMax: 12 };
const THOUGHTLESS_MAX = 25;
const CONSTANT_BELOW = 15;
const BEGINNER = { min: 15, max: 70 };
const ACT_MIN = 10;
const WAIT_S_MAX = { median: 6, p95: 10 };

/** What the lesson fails of the gate by this table, one sentence each; [] if it passes. */
export function gateFaults(lesson: Lesson, table: GateTable, waits: readonly Waits[]): string[] {
	return [
		...influenceFaults(table),
		...ideaFaults(table),
		...othersFaults(lesson, table),
		...ablationFaults(table),
		...machineFaults(lesson, table),
		...waits.flatMap(waitFaults),
	];
}

function influenceFaults({ influence }: GateTable): string[] {
	return influence.flatMap(({ seat, points, percent }) => {
		const least = seat === "scheduler" ? WORTH_MIN.scheduler : WORTH_MIN.core;
		return [
			...(points.mean < least || points.mean < CLEAR_SE * points.se
				? [`influence: ${seat} adds ${show(points)} points; ${least} are wanted, ${CLEAR_SE} errors from 0`]
				: []),
			...(percent < WORTH_MIN.percent
				? [`influence: ${seat} is ${percent.toFixed(1)} % of the measure; ${WORTH_MIN.percent} are wanted`]
				: []),
		];
	});
}

function ideaFaults({ standings, score }: GateTable): string[] {
	// A slow player alone may add less than a fast one: held to the band where all play so.
	const points = standings
		.filter(({ kind }) => kind === "idea")
		.map((standing) => standing.points["all"]?.mean ?? Number.NaN);
	const says = `idea: all seats come to ${points.map(round).join("/")}`;
	return [
		...(Math.min(...points) < IDEA.min || Math.max(...points) > IDEA.max
			? [`${says}; ${IDEA.min} to ${IDEA.max} are wanted`]
			: []),
		...(Math.max(...points) - Math.min(...points) > IDEA.spreadMax
			? [`${says}; within ${IDEA.spreadMax} is wanted`]
			: []),
		...(score.sd > IDEA.sdMax
			? [`idea: its score scatters by ${round(score.sd)} points from seed to seed; ${IDEA.sdMax} at most`]
			: []),
		...(score.mean < IDEA.min || score.mean > IDEA.max
			? [`idea: its score is ${round(score.mean)}; ${IDEA.min} to ${IDEA.max} are wanted`]
			: []),
	];
}
function othersFaults({ policies }: Lesson, { standings }: GateTable): string[] {
	const idle = standings.find(({ name }) => name === "idle");
	const faults = standings.flatMap((standing) =>
		Object.entries(standing.points).flatMap(([seating, points]) =>
			standingFaults(standing, seating, points, idle),
		),
	);
	const count = policies.beginners?.length ?? 0;
	return count === 2 ? faults : [...faults, `beginners: the lesson names ${count}; two are wanted`];
}

function standingFaults(
	{ kind, name }: Standing,
	seating: string,
	points: MeanPoints,
	idle: Standing | undefined,
): string[] {
	const says = `${name} in ${seating} has ${show(points)}`;
	switch (kind) {
		case "thoughtless":
			return points.mean > THOUGHTLESS_MAX ? [`${says}; ${THOUGHTLESS_MAX} at most`] : [];
		case "constant":
			return points.mean > 100 - CONSTANT_BELOW
				? [`${says}; ${CONSTANT_BELOW} below the idea is wanted`]
				: [];
		case "beginner": {
			if (seating === "all")
				return points.mean < BEGINNER.min || points.mean > BEGINNER.max
					? [`${says}; ${BEGINNER.min} to ${BEGINNER.max} are wanted`]
					: [];
			const least = idle?.points[seating]?.mean ?? 0;
			return points.mean <= least ? [`${says}; more than doing nothing (${round(least)}) is wanted`] : [];
		}
		default:
			return [];
	}
}

function ablationFaults({ ablations }: GateTable): string[] {
	return ablations
		.filter(({ all, alone }) => all.mean < ACT_MIN && alone.mean < ACT_MIN)
		.map(
			({ act, seat, all, alone }) =>
				`act: ${seat} ${act} left out costs ${show(all)} in all seats, ${show(alone)} in its own; ${ACT_MIN} are wanted`,
		);
}

function machineFaults({ measure, policies }: Lesson, { machine }: GateTable): string[] {
	const sign = measure.better === "more" ? 1 : -1;
	const idea = machine.find(({ policy }) => policy === policies.expert)?.value ?? Number.NaN;
	return machine
		.filter(({ policy, value }) => policy !== policies.expert && !(sign * (idea - value) > 0))
		.map(
			({ policy, value }) => `machine pace: ${policy} has ${value.toFixed(1)}, the rule ${idea.toFixed(1)}`,
		);
}

function waitFaults({ seat, median, p95 }: Waits): string[] {
	return median > WAIT_S_MAX.median || p95 > WAIT_S_MAX.p95
		? [
				`waits: a ${seat} waits ${median.toFixed(1)} s (95 %: ${p95.toFixed(1)} s) between decisions that matter; ${WAIT_S_MAX.median} and ${WAIT_S_MAX.p95} at most`,
			]
		: [];
}

function show({ mean, se }: MeanPoints): string {
	return `${round(mean)}±${round(se)}`;
}

function round(value: number): string {
	return value.toFixed(0);
}
