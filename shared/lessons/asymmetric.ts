import type { CoreSpec, JobSpec, Machine, Phase, Scenario, ThreadSpec, Way } from "../sim/scenario.ts";
import { NS_PER_PLAY_S } from "../sim/units.ts";
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
import { lotTurnaround } from "./measures.ts";
import { drawKind, drawLengthNs, packets, steadily } from "./packets.ts";

/**
 * A master hands out the items of lots to workers, in batches of one of three sizes. Every batch takes the
 * master's time: small ones make it the bottleneck. Every batch goes to one worker: large ones leave others idle.
 * Which size is right depends on how long an item takes.
 */
const ROUND_S = 90;
const BATCHES = [6, 1, 20];
const BATCH_NAMES = ["by 6", "one by one", "by 20"];
/** What handing out a batch costs the master, and each item in it. */
const BATCH_NS = 0.25 * NS_PER_PLAY_S;
const ITEM_NS = 0.02 * NS_PER_PLAY_S;
/** How long an item takes, in seconds of play: small, middling, large; and how often each is, in per cent. */
const ITEM_S = [
	[0.1, 0.2],
	[0.4, 0.8],
	[1.8, 2.6],
] as const;
const ITEM_SHARES = [34, 33, 33];
/** What a worker must be able to do, and how often lots need it, in per cent. */
const NEEDS = ["cpu", "dsp"];
const NEED_SHARES = [58, 42];

type Pace = { readonly gapS: number; readonly fromS: number; readonly toS: number };

/** How often a lot comes, and how much work it is. */
const PACES: Record<Level, Pace> = {
	starter: { gapS: 5, fromS: 10, toS: 14 },
	standard: { gapS: 4.3, fromS: 10, toS: 14 },
	expert: { gapS: 4, fromS: 10, toS: 15 },
};

export const asymmetric: Lesson = {
	id: "asymmetric",
	title: "A master and its workers",
	minutes: 9,
	chipCores: [5],
	leastChips: 1,
	botSeats: [1],
	sides: [],
	createScenario,
	players: {
		bot: { scheduler: "insight:asymmetric", core: "insight:asymmetric" },
		naive: "batches:1",
		insight: "insight:asymmetric",
		random: "guess-batches",
		constants: ["batches:0", "batches:2"],
		rivals: [],
	},
	measure: lotTurnaround,
	actions: {
		scheduler: ["deal", "plan", "unplan", "choose", "signal", "window"],
		core: ["plan", "steal", "signal", "window"],
	},
	// A worker takes what its mask allows: there is seldom a second choice.
	misses: ["busy"],
	decisions: [
		{ id: "way", seat: "scheduler", perMinute: 10, costS: 1 },
		{ id: "take", seat: "core", perMinute: 8, costS: 1 },
	],
	prediction: { min: 1, max: 20, step: 0.1, truth: mostWorkers(0.5 * NS_PER_PLAY_S, 1) },
	questions: [
		{ choices: 3, right: 1 },
		{ choices: 3, right: 2 },
		{ choices: 3, right: 0 },
	],
};

/** How many workers a master keeps busy with batches of that many items of that length. */
function mostWorkers(itemNs: number, batch: number): number {
	return (batch * itemNs) / (BATCH_NS + batch * ITEM_NS);
}

function createScenario({ cores, seed, level }: LessonSetup): Scenario {
	const { gapS, fromS, toS } = PACES[level];
	const batches: JobSpec[] = [];
	const lots = packets(seed, steadily(2, gapS * Math.max(1, 4 / (cores - 1)), ROUND_S - 6), (chance) => {
		const [itemFromS, itemToS] = ITEM_S[drawKind(chance, ITEM_SHARES)] ?? [1, 1];
		const itemNs = drawLengthNs(chance, itemFromS, itemToS);
		const items = Math.max(2, Math.floor(drawLengthNs(chance, fromS, toS) / itemNs));
		return [lot(items, itemNs, NEEDS[drawKind(chance, NEED_SHARES)] ?? "", batches)];
	});
	// Lots name their batches by their places among all jobs, after the lots themselves.
	const jobs = lots.jobs.map((job) => ({
		...job,
		threads: job.threads.map((each) => behind(each, lots.jobs.length)),
	}));
	return {
		title: `A master and ${cores - 1} workers`,
		machine: masterMachine(cores),
		...NOTHING_SHARED,
		processes: [computeProcess("Items")],
		jobs: [...jobs, ...batches],
		arrivals: lots.arrivals,
		end: { type: "horizon", ns: ROUND_S * NS_PER_PLAY_S },
	};
}

/** The first core only delegates; the second half of the workers can do both kinds of work. */
function masterMachine(cores: number): Machine {
	const worker = (can: readonly string[]): CoreSpec => ({ ...BIG_CORE, can });
	const simple = Math.ceil((cores - 1) / 2);
	return {
		...symmetricMachine(cores),
		cores: Array.from({ length: cores }, (_, core) =>
			core === 0 ? worker(["master"]) : worker(core <= simple ? ["cpu"] : ["cpu", "dsp"]),
		),
	};
}

/** One thread of the master's, with a way for each size of batch; the batches are put behind `batches`. */
function lot(items: number, itemNs: number, needs: string, batches: JobSpec[]): ThreadSpec {
	const [first, ...ways] = BATCHES.map((size, index): Way => {
		const program: Phase[] = [];
		const whole = Math.floor(items / size);
		if (whole > 0) program.push(handOut(size, itemNs, needs, batches));
		if (whole > 1) program.push({ type: "repeat", from: 0, times: whole });
		if (items % size > 0) program.push(handOut(items % size, itemNs, needs, batches));
		return { name: BATCH_NAMES[index] ?? "", process: 0, program };
	});
	const name = `${items} × ${itemNs / NS_PER_PLAY_S} s ${needs}`;
	return {
		...ordinaryThread(name, 0, first?.program ?? []),
		needs: "master",
		wayName: first?.name ?? "",
		ways,
	};
}

function handOut(items: number, itemNs: number, needs: string, batches: JobSpec[]): Phase {
	batches.push({
		name: `${items} items`,
		threads: [{ ...ordinaryThread(`${items} items`, 0, [compute(items * itemNs)]), needs }],
	});
	return {
		type: "delegate",
		job: batches.length - 1,
		count: 1,
		ns: BATCH_NS + items * ITEM_NS,
		nsPerItem: 0,
	};
}

function behind(thread: ThreadSpec, jobs: number): ThreadSpec {
	const moved = (program: readonly Phase[]): Phase[] =>
		program.map((phase) => (phase.type === "delegate" ? { ...phase, job: phase.job + jobs } : phase));
	return {
		...thread,
		program: moved(thread.program),
		ways: thread.ways.map((way) => ({ ...way, program: moved(way.program) })),
	};
}
