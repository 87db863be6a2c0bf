import { amdahlSpeedup } from "../analysis/amdahl.ts";
import { createChance, shuffled } from "../lib/random.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import type { JobSpec, Scenario, ThreadSpec } from "../sim/scenario/scenario.ts";
import { chainOf, playedAsChain } from "./chain.ts";
import { BY_LAW } from "./explanation.ts";
import type { Level } from "./ids.ts";
import type { Lesson, LessonSetup } from "./lesson.ts";
import { compute, computeProcess, NOTHING_SHARED, ordinaryThread, symmetricMachine } from "./machine.ts";
import { jobs } from "./measures.ts";
import { ORDINARY, threeChoices } from "./ordinary.ts";
import { plannedAhead, takenBy } from "./situations.ts";

/**
 * A closed chain of equal programs on chips of 1, 2, 4 and 8 cores for the same 90 s. Each program is a serial
 * part followed by twelve parallel parts; the level sets which share of it is parallel.
 */
const PARALLEL_SHARE: Readonly<Record<Level, number>> = { starter: 0.7, standard: 0.9, expert: 0.95 };
/** Duration of a program on one core by level, in seconds of play. */
const PROGRAM_S: Readonly<Record<Level, number>> = { starter: 26, standard: 26, expert: 32 };
/**
 * Lengths of the parts in eighths of the parallel work, such that on 2, 4 and 8 cores they can be assigned to
 * end together.
 */
const PARTS = [1, 1, 1, 1, 0.8, 0.7, 0.62, 0.55, 0.45, 0.38, 0.3, 0.2];
const EIGHTHS = 8;
const PROGRAMS = 36;
const ROUND_S = 90;

/**
 * Teaches Amdahl's law: the serial part limits the speed-up however many cores there are. Theory: Amdahl 1967,
 * `analysis/amdahl.ts`.
 */
export const amdahl: Lesson = {
	id: "amdahl",
	title: "Amdahl's law",
	minutes: 8,
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
		{ id: "amdahl", situation: plannedAhead(), question: 1 },
		{ id: "balance", situation: takenBy(({ workNs }) => -workNs), question: 0 },
	],
};

function createScenario({ cores, seed, level }: LessonSetup): Scenario {
	return {
		title: `Amdahl's law on ${cores} cores`,
		machine: symmetricMachine(cores),
		processes: Array.from({ length: PROGRAMS }, (_, index) => computeProcess(`Program ${index + 1}`)),
		...NOTHING_SHARED,
		...chainOf(programs(cores, seed, level)),
		end: { type: "horizon", ns: ROUND_S * NS_PER_PLAY_S },
	};
}

/**
 * The parts are the same in every program; the seed changes only their order. The serial part is queued on a
 * core, a different one each time, so that it starts at once, however long people think.
 */
function programs(cores: number, seed: number, level: Level): JobSpec[] {
	const chance = createChance(seed, 1);
	const parallelS = PROGRAM_S[level] * PARALLEL_SHARE[level];
	const serialS = PROGRAM_S[level] - parallelS;
	return Array.from({ length: PROGRAMS }, (_, process) => {
		const serial = { ...part("Serial part", process, serialS), serial: true, home: process % cores };
		const parts = shuffled(PARTS, chance).map((eighths, index) => ({
			...part(`Part ${index + 1}`, process, (eighths * parallelS) / EIGHTHS),
			after: [0],
		}));
		return { name: `Program ${process + 1}`, threads: [serial, ...parts] };
	});
}

function part(name: string, process: number, lengthS: number): ThreadSpec {
	return ordinaryThread(name, process, [compute(Math.floor(lengthS * NS_PER_PLAY_S + 0.5))]);
}
