import { letterOf } from "../lib/letters.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import { NONE } from "../sim/chip/chip.ts";
import type { HandOutSpec } from "../sim/scenario/hand-out.ts";
import type { CoreSpec, Items, Machine, Scenario, ThreadSpec } from "../sim/scenario/scenario.ts";
import { askedInSize, putShortestFirst } from "./batch-situations.ts";
import type { Level } from "./ids.ts";
import type { Lesson, LessonSetup } from "./lesson.ts";
import {
	BIG_CORE,
	compute,
	computeProcess,
	NOTHING_SHARED,
	ordinaryThread,
	symmetricMachine,
} from "./machine.ts";
import { jobTurnaround } from "./measures.ts";
import { ORDINARY, threeChoices } from "./ordinary.ts";
import { drawLengthNs, drawnFrom, packets, waves } from "./packets.ts";

/**
 * Jobs of many items wait, and cores ask for batches of them. On one side a master hands out every batch: small
 * ones make it the bottleneck. On the other every core pays for its own. On both, a batch belongs to one core: a
 * large one leaves others without. How much work a batch is depends on how long an item takes. The scheduler says
 * which job of each kind comes first; jobs differ so much that this matters as much as the batches.
 */
const ROUND_S = 110;
/** Nothing arrives in so many seconds at the end. */
const LAST_S = 6;
/** Cost of handing out a batch, to who does nothing else and to who works too; and of each item in it. */
const BATCH_S = { master: 0.4, worker: 0.5 };
const ITEM_S = 0.002;
/** How many times as long an item takes on a core of the other kind. */
const MISFIT = 3;
/** Sizes of a batch: from each length of items to the next, a batch of the same work is one size further. */
const SIZES = [1, 4, 16, 64];
/**
 * Durations of an item in hundredths of a second of play, and work of a job in seconds of play; each pair equally
 * often. Of every length there are short jobs and long ones, and the longer the items the longer these.
 */
const JOBS = [
	{ itemCs: [4, 6], workS: [3, 6] },
	{ itemCs: [4, 6], workS: [12, 18] },
	{ itemCs: [15, 25], workS: [3, 6] },
	{ itemCs: [15, 25], workS: [16, 26] },
	{ itemCs: [60, 100], workS: [4, 8] },
	{ itemCs: [60, 100], workS: [26, 40] },
	{ itemCs: [250, 400], workS: [6, 12] },
	{ itemCs: [250, 400], workS: [30, 44] },
] as const;
/** Span in which the jobs of a wave arrive, and how many they are for four workers. */
const WAVE_S = 15;
const JOBS_PER_WAVE = 5;
/** Interval between waves. */
const GAP_S: Record<Level, number> = { starter: 19, standard: 18, expert: 17 };
const WORKERS = 4;
const KINDS = ["cpu", "dsp"] as const;

/**
 * Teaches asymmetric multiprocessing: granularity, and the master as the bottleneck. Throughput is min(W / task
 * time, 1 / dispatch time) for W workers, with its knee at task time / dispatch time.
 */
export const asymmetric: Lesson = {
	id: "asymmetric",
	title: "A master and its workers",
	chipCores: [5],
	...ORDINARY,
	botSeats: [1],
	kind: { type: "compared", sides: ["smp", "amp"] },
	createScenario,
	policies: {
		naive: "batches:8",
		expert: "insight:asymmetric",
		random: "guess-batches",
		beginners: ["beginner:few-items", "beginner:small-jobs"],
		reverse: "reverse:asymmetric",
		constants: ["batches:1", "batches:4", "batches:16", "batches:64"],
		rivals: [],
	},
	measure: jobTurnaround,
	actions: {
		scheduler: ["reorder", "signal", "window"],
		core: ["ask", "signal", "window"],
	},
	decisions: [
		{ id: "front", seat: "scheduler", perMinute: 6, costS: 4 },
		{ id: "batch", seat: "core", perMinute: 10, costS: 1 },
	],
	prediction: { min: 1, max: 20, step: 0.1, truth: mostWorkers(0.2, 4) },
	questions: threeChoices(1, 2, 0),
	concepts: [
		{ id: "granularity", situation: askedInSize(), question: 1 },
		{ id: "policy", situation: putShortestFirst(), question: 2 },
	],
};

/** How many workers a master keeps busy with batches of `batch` items of `itemS` seconds. */
function mostWorkers(itemS: number, batch: number): number {
	return (batch * itemS) / (BATCH_S.master + batch * ITEM_S);
}

function createScenario({ cores, seed, level, side }: LessonSetup): Scenario {
	const hasMaster = side === 1;
	const drawJob = drawnFrom(JOBS);
	const drawKind = drawnFrom(KINDS);
	const jobsPerWave = Math.max(1, Math.floor((JOBS_PER_WAVE * (cores - 1)) / WORKERS));
	const atFirst = Array.from({ length: Math.ceil(jobsPerWave / 2) }, () => 0);
	const whenS = [...atFirst, ...waves(GAP_S[level], WAVE_S, jobsPerWave, ROUND_S - LAST_S)];
	const arriving = packets(seed, whenS, (chance, packet) => {
		const { itemCs, workS } = drawJob(chance);
		const [fromCs, toCs] = itemCs;
		const eachNs = Math.floor(((fromCs + chance(toCs - fromCs + 1)) * NS_PER_PLAY_S) / 100);
		const count = Math.max(2, Math.floor(drawLengthNs(chance, workS[0], workS[1]) / eachNs));
		return [jobOf(packet, { count, eachNs }, drawKind(chance))];
	});
	return {
		title: hasMaster ? `A master and ${cores - 1} workers` : `${cores} cores that hand out for themselves`,
		machine: unequalMachine(cores, hasMaster),
		...NOTHING_SHARED,
		processes: arriving.jobs.map((_, index) => ({
			...computeProcess(`Job ${index + 1}`),
			letter: letterOf(index),
		})),
		...arriving,
		handOut: handOutBy(hasMaster ? 0 : NONE),
		end: { type: "horizon", ns: ROUND_S * NS_PER_PLAY_S },
	};
}

/** A job of so many items of one kind. Each is a process of its own, so that its batches are told from others. */
function jobOf(process: number, items: Items, kind: string): ThreadSpec {
	const work = compute(items.count * items.eachNs);
	return {
		...ordinaryThread(`${letterOf(process)} ${kind}`, process, [work]),
		needs: kind,
		items,
		divisible: true,
	};
}

function handOutBy(master: number): HandOutSpec {
	return {
		master,
		ns: (master === NONE ? BATCH_S.worker : BATCH_S.master) * NS_PER_PLAY_S,
		nsPerItem: ITEM_S * NS_PER_PLAY_S,
		misfit: MISFIT,
		aheadMax: 1,
		sizes: SIZES,
	};
}

/** Half of the workers are of each kind. Without a master the first core works too, and is good at both. */
function unequalMachine(cores: number, hasMaster: boolean): Machine {
	const simple = Math.ceil((cores - 1) / 2);
	const canOf = (core: number): string[] => {
		if (core === 0) return hasMaster ? [] : [...KINDS];
		return core <= simple ? [KINDS[0]] : [KINDS[1]];
	};
	return {
		...symmetricMachine(cores),
		cores: Array.from({ length: cores }, (_, core): CoreSpec => ({ ...BIG_CORE, can: canOf(core) })),
	};
}
