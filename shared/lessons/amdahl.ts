import { amdahlSpeedup } from "../analysis/amdahl.ts";
import { at } from "../lib/assert.ts";
import { createChance, shuffled } from "../lib/random.ts";
import { sumOf } from "../lib/statistics.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import { bottomLevelNs } from "../sim/chip/bottom-level.ts";
import type { JobSpec, Scenario, ThreadSpec } from "../sim/scenario/scenario.ts";
import { chainOf, PLANNED_MAX, playedAsChain, tasksInLines } from "./chain.ts";
import { BY_LAW } from "./explanation.ts";
import type { Level } from "./ids.ts";
import type { Lesson, LessonSetup } from "./lesson.ts";
import { compute, computeProcess, NOTHING_SHARED, ordinaryThread, symmetricMachine } from "./machine.ts";
import { jobs } from "./measures.ts";
import { ORDINARY, threeChoices } from "./ordinary.ts";
import { takenBy } from "./situations.ts";

/**
 * A closed chain of equal programs on chips of 1, 2, 4 and 8 cores for the same 90 s. Each program is a serial
 * part followed by parallel parts; the level sets which share of it is parallel.
 */
const PARALLEL_SHARE: Readonly<Record<Level, number>> = { starter: 0.85, standard: 0.9, expert: 0.95 };
/** Duration of a program on one core by level, in seconds of play. */
const PROGRAM_S: Readonly<Record<Level, number>> = { starter: 64, standard: 52, expert: 62 };
/**
 * By how many per cent the seed changes that, so that the end of the round does not always cut a program at the same
 * place. It is the same on all sizes.
 */
const SPREAD = 6;

/** Lengths of parallel parts: of those that may run at any time, and of lines, in which each waits for the one before. */
type Cut = { readonly loose: readonly number[]; readonly lines: readonly (readonly number[])[] };

/**
 * How the parallel work is cut for chips from so many cores on, as shares of it. A core's share is 10, 20 on two
 * cores: each cut can be dealt out so that all cores end together, and then programs take what the law says. A line
 * takes a whole core's share or nearly: who begins it late is late for all.
 */
const CUTS: readonly { readonly cores: number; readonly cuts: readonly Cut[] }[] = [
	{
		cores: 8,
		cuts: [
			{ loose: [9.6, 9.4, 9.2, 6, 5.8, 5.4, 5.2, 4.8, 4.6, 4.2, 4], lines: [[3.5, 3, 3.5]] },
			{ loose: [9.7, 9.4, 6.6, 6, 5.6, 5.4, 5.2, 4.8, 4.6, 4.4, 4, 3.4], lines: [[3.4, 3.2, 3.4]] },
		],
	},
	{
		cores: 4,
		cuts: [
			{ loose: [6, 5.5, 5, 5, 4.5, 4], lines: [[2.6, 2.4, 2.6, 2.4]] },
			{
				loose: [5.6, 5.2, 4.8, 4.4, 2],
				lines: [
					[2.5, 2.4, 2.6, 2.5],
					[2.6, 3, 2.4],
				],
			},
		],
	},
	{ cores: 1, cuts: [{ loose: [4, 3.6, 3.4, 3.2, 3, 2.8], lines: [[2.6, 4.6, 4.2, 4.5, 4.1]] }] },
];
/** Cores for which one scheduler can plan in time. */
const LED_CORES_MAX = 4;
const PROGRAMS = 36;
const ROUND_S = 90;

/**
 * Teaches Amdahl's law: the serial part limits the speed-up however many cores there are. Theory: Amdahl 1967,
 * `analysis/amdahl.ts`.
 */
export const amdahl: Lesson = {
	id: "amdahl",
	title: "Amdahl's law",
	chipCores: [4, 2, 8, 1],
	...ORDINARY,
	measureCores: [1],
	kind: { type: "sizes", briefCores: [1, 4] },
	counts: "jobs",
	explanation: BY_LAW,
	chipsMin: 4,
	createScenario,
	...playedAsChain("amdahl"),
	measure: jobs,
	prediction: { min: 1, max: 1_024, step: 0.1, truth: amdahlSpeedup(0.9, 1_024) },
	questions: threeChoices(1, 2, 0),
	concepts: [
		// Who makes all cores end together makes the serial part the only one that waits for nobody.
		{ id: "amdahl", situation: takenBy((thread, chip) => -bottomLevelNs(chip, thread)), question: 1 },
	],
};

function createScenario({ cores, seed, level }: LessonSetup): Scenario {
	return {
		title: `Amdahl's law on ${cores} cores`,
		machine: symmetricMachine(cores),
		processes: Array.from({ length: PROGRAMS }, (_, index) => computeProcess(`Program ${index + 1}`)),
		...NOTHING_SHARED,
		runQueueMax: PLANNED_MAX,
		// One scheduler could not plan for eight cores while the serial part runs: there they do it themselves.
		coresLookAhead: cores > LED_CORES_MAX,
		...chainOf(programs(cores, seed, level)),
		end: { type: "horizon", ns: ROUND_S * NS_PER_PLAY_S },
	};
}

/**
 * The parts are the same in every program; the seed changes only the order of the loose ones. The serial part is
 * queued on a core, a different one each time, so that it starts at once, however long people think.
 */
function programs(cores: number, seed: number, level: Level): JobSpec[] {
	const chance = createChance(seed, 1);
	const programS = (PROGRAM_S[level] * (100 - SPREAD + chance(2 * SPREAD + 1))) / 100;
	const parallelS = programS * PARALLEL_SHARE[level];
	const serialS = programS - parallelS;
	const { cuts } = CUTS.find((size) => size.cores <= cores) ?? { cuts: [] };
	return Array.from({ length: PROGRAMS }, (_, process) => {
		const serial = { ...part("Serial part", process, serialS), serial: true, home: process % cores };
		const { loose, lines } = at(cuts, process % cuts.length);
		const scale = parallelS / sumOf([loose, ...lines].flat(), (share) => share);
		return {
			name: `Program ${process + 1}`,
			threads: tasksInLines(
				shuffled(loose, chance).map((share, index) => part(`Part ${index + 1}`, process, share * scale)),
				lines.map((line, index) => line.map((share) => part(`Line ${index + 1}`, process, share * scale))),
				[serial],
			),
		};
	});
}

function part(name: string, process: number, lengthS: number): ThreadSpec {
	return ordinaryThread(name, process, [compute(Math.floor(lengthS * NS_PER_PLAY_S + 0.5))]);
}
