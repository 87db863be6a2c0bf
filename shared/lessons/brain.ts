import { REFERENCE_EFFECT_MS, SOAS_MS } from "../analysis/prp-reference.ts";
import { createChance, shuffled } from "../lib/random.ts";
import type { JobSpec, Scenario } from "../sim/scenario/scenario.ts";
import { BY_EXPERIMENT } from "./explanation.ts";
import type { Lesson, LessonSetup } from "./lesson.ts";
import {
	compute,
	computeProcess,
	NOTHING_SHARED,
	ordinaryLock,
	ordinaryThread,
	symmetricMachine,
} from "./machine.ts";
import { work } from "./measures.ts";
import { ORDINARY, threeChoices } from "./ordinary.ts";

/**
 * The class measures on itself that perception is parallel and decisions are queued. Its chip models the same:
 * two cores that perceive and respond, and one lock for decisions. 1 ms of a person is 1 ms of play, so its
 * timeline is at life size.
 */

/** Stage times of the two tasks in ms: perception, decision (first, second task), motor response. */
export type DualTaskTimes = {
	readonly perceptionMs: number;
	readonly firstMs: number;
	readonly secondMs: number;
	readonly motorMs: number;
};

/** Stage times fitted to the published curve (`analysis/prp-reference.ts`), for a class without a curve of its own. */
export const REFERENCE_TIMES: DualTaskTimes = {
	perceptionMs: 150,
	firstMs: 493,
	secondMs: 259,
	motorMs: 110,
};

const NS_PER_MS = 1_000;
/** Time between trials on the chip; people need two to three minutes for theirs. */
const TRIAL_MS = 4_000;
const ROUND_MS = 240_000;

/**
 * Scenario of pairs of tasks on two cores with one lock for decisions; the second task of each pair arrives
 * `soasMs[trial]` after the first.
 */
export function dualTaskScenario(times: DualTaskTimes, soasMs: readonly number[], cores = 2): Scenario {
	const { perceptionMs, firstMs, secondMs, motorMs } = times;
	const job = (name: string, core: number, decisionMs: number): JobSpec => {
		const program = [
			compute(perceptionMs * NS_PER_MS),
			{ type: "lock", lock: 0 } as const,
			compute(decisionMs * NS_PER_MS),
			{ type: "unlock", lock: 0 } as const,
			compute(motorMs * NS_PER_MS),
		];
		return { name, threads: [{ ...ordinaryThread(name, 0, program), cores: [Math.min(core, cores - 1)] }] };
	};
	return {
		title: "Two tasks and one place for decisions",
		// Only the stages themselves take time.
		machine: { ...symmetricMachine(cores), processSwitchNs: 0, threadSwitchNs: 0, wakeNs: 0, handOffNs: 0 },
		processes: [computeProcess("Brain")],
		...NOTHING_SHARED,
		locks: [ordinaryLock("Decision", "spin")],
		jobs: [job("Colour", 0, firstMs), job("Number", 1, secondMs)],
		arrivals: soasMs.flatMap((soaMs, trial) => [
			{ type: "at", atNs: trial * TRIAL_MS * NS_PER_MS, job: 0 },
			{ type: "at", atNs: (trial * TRIAL_MS + soaMs) * NS_PER_MS, job: 1 },
		]),
		end: { type: "horizon", ns: soasMs.length * TRIAL_MS * NS_PER_MS },
	};
}

/**
 * Experiment on the psychological refractory period: the second of two decisions waits for the first (Pashler
 * 1994; Sigman and Dehaene 2005).
 */
export const brain: Lesson = {
	id: "brain",
	title: "The brain",
	chipCores: [2],
	...ORDINARY,
	kind: { type: "experiment" },
	explanation: BY_EXPERIMENT,
	createScenario,
	policies: {
		naive: "fifo",
		expert: "fifo",
		random: "fifo",
		constants: [],
		rivals: [],
	},
	measure: work,
	actions: { scheduler: [], core: [] },
	decisions: [],
	prediction: { min: 0, max: 2_000, step: 10, truth: REFERENCE_EFFECT_MS },
	questions: threeChoices(1, 0, 2),
};

function createScenario({ cores, seed }: LessonSetup): Scenario {
	const chance = createChance(seed, 3);
	const blocks = ROUND_MS / TRIAL_MS / SOAS_MS.length;
	const soasMs = Array.from({ length: blocks }, () => shuffled(SOAS_MS, chance)).flat();
	return dualTaskScenario(REFERENCE_TIMES, soasMs, cores);
}
