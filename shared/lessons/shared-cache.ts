import { at, numberAt } from "../lib/assert.ts";
import { letterOf } from "../lib/letters.ts";
import { sumOf } from "../lib/statistics.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import type { ReadonlyChip, ReadonlyThread } from "../sim/chip/chip.ts";
import type { Chance } from "../sim/chip/policy.ts";
import { type BusDemand, solveBusWait } from "../sim/memory/bus.ts";
import type { Scenario, ThreadSpec } from "../sim/scenario/scenario.ts";
import type { Level } from "./ids.ts";
import type { Lesson, LessonSetup } from "./lesson.ts";
import {
	compute,
	computeProcess,
	letteredProcesses,
	NOTHING_SHARED,
	ordinaryThread,
	symmetricMachine,
} from "./machine.ts";
import { turnaround } from "./measures.ts";
import { ORDINARY, threeChoices } from "./ordinary.ts";
import { atHome, deckOf, drawLengthNs, drawnFrom, packets, waves } from "./packets.ts";
import { startedBy } from "./situations.ts";

/**
 * Tasks of a few memory-hungry programs, three of which fill the L3, and calm tasks that need neither cache nor
 * bus. Cores that work on the same program share its data; too many programs side by side evict each other's
 * data, and all wait for the bus. Packets of one program come in waves, so that many wait and it matters which is
 * dealt next; cores take nothing undealt.
 */
const ROUND_S = 110;
const L3_KIB = 8_192;
const SET_KIB = 2_688;
const ACCESSES_PER_US = 200;
const MISSES_IN_FLIGHT = 2;
const BUS_BYTES_PER_US = 5_000;
const DRAM_NS = symmetricMachine(1).dramNs;
const WAITS_PER_WORK = ACCESSES_PER_US / 1_000 / MISSES_IN_FLIGHT;
type Load = {
	/** Work comes in waves: one so often, its packets evenly within the first `arrivingS`, in seconds of play. */
	readonly waveS: number;
	readonly arrivingS: number;
	/** How many packets of a wave each program has, popular ones first. */
	readonly counts: readonly number[];
	/** Number of calm packets in a wave. */
	readonly calm: number;
	/** Number of hungry programs. */
	readonly programs: number;
	readonly taskS: readonly [number, number];
};

const LOADS: Record<Level, Load> = {
	starter: { waveS: 36, arrivingS: 8, counts: [2, 2, 2, 2, 1], calm: 1, programs: 6, taskS: [1.4, 2.4] },
	standard: { waveS: 35, arrivingS: 8, counts: [2, 2, 2, 2, 2, 1], calm: 1, programs: 7, taskS: [1.2, 2.2] },
	expert: { waveS: 34, arrivingS: 8, counts: [2, 2, 2, 2, 2, 1], calm: 1, programs: 8, taskS: [1.2, 2.2] },
};
/** Tasks of a packet, and of the first one of each core, which waits in its queue: by deck, so that no round has more. */
const COUNTS = [2, 3];
const COUNTS_AT_HOME = [5, 6];
/** Short queues: what does not fit waits undealt, so that there is something to choose from. */
const RUN_QUEUE_MAX = 6;
/** The first wave comes so late, in seconds of play. */
const FIRST_S = 2;

/**
 * Teaches shared caches and memory bandwidth: occupancy is proportional to fill rate (rule M1), queueing as in
 * M/D/1 (rule M4).
 */
export const sharedCache: Lesson = {
	id: "shared-cache",
	title: "Shared cache and memory bandwidth",
	chipCores: [4],
	...ORDINARY,
	createScenario,
	policies: {
		naive: "in-turn",
		expert: "insight:shared-cache",
		random: "guess",
		beginners: ["by-alphabet", "neighbourly"],
		reverse: "scattered",
		constants: ["always:0"],
		rivals: ["di"],
	},
	measure: turnaround,
	actions: {
		scheduler: ["deal", "unplan", "signal", "window"],
		core: ["plan", "signal", "window"],
	},
	decisions: [
		{ id: "deal", seat: "scheduler", perMinute: 8, costS: 3 },
		{ id: "next", seat: "core", perMinute: 9, costS: 4 },
	],
	prediction: { min: 0, max: 10, step: 0.1, truth: missingTogether(4) },
	questions: threeChoices(0, 2, 1),
	concepts: [
		{ id: "locality", situation: startedBy((thread, chip) => (isCold(chip, thread) ? 1 : 0)), question: 0 },
	],
};

/**
 * Work of `cores` cores together, relative to one, if everything they need comes from memory: T = 1 + (a / m)
 * (t_dram + w), with the wait w for the bus they share.
 */
function missingTogether(cores: number): number {
	return (cores * missingNs(1)) / missingNs(cores);
}

/** Whether most of its program's data are not in the L3. */
function isCold(chip: ReadonlyChip, { spec }: ReadonlyThread): boolean {
	const { workingSetKib } = at(chip.scenario.processes, spec.process);
	return numberAt(chip.memory.l3Kib, spec.process) < workingSetKib / 2;
}

/** Time per ns of work with `cores` cores on the bus. */
function missingNs(cores: number): number {
	const bus = { bandwidthBytesPerUs: BUS_BYTES_PER_US, dramNs: DRAM_NS, busWaitNs: 0 };
	solveBusWait(bus, bus, cores, askMissing);
	return 1 + WAITS_PER_WORK * (DRAM_NS + bus.busWaitNs);
}

function askMissing(cores: number, asked: BusDemand): void {
	const perWork = 1 + WAITS_PER_WORK * (DRAM_NS + asked.waitNs);
	asked.bytesPerNs = (cores * 64 * ACCESSES_PER_US) / 1_000 / perWork;
	asked.fall = (asked.bytesPerNs * WAITS_PER_WORK) / perWork;
}

function createScenario({ cores, seed, level }: LessonSetup): Scenario {
	const load = LOADS[level];
	const { programs, waveS, arrivingS } = load;
	const perWave = load.calm + sumOf(load.counts, (count) => count);
	const drawProgram = drawnFrom(deckOf([...Array.from({ length: programs }, () => 2), 5]));
	const drawCount = drawnFrom(COUNTS);
	const drawCountAtHome = drawnFrom(COUNTS_AT_HOME);
	const drawOfWave = wavesOf(load, perWave);
	const whenS = waves(waveS, arrivingS, perWave, ROUND_S - 8).map((atS) => atS + FIRST_S);
	return {
		title: `Shared cache on ${cores} cores`,
		machine: {
			...symmetricMachine(cores),
			l3PartitionsKib: [L3_KIB],
			bandwidthBytesPerUs: BUS_BYTES_PER_US,
		},
		...NOTHING_SHARED,
		coresTake: false,
		runQueueMax: RUN_QUEUE_MAX,
		processes: [
			...letteredProcesses(programs, {
				workingSetKib: SET_KIB,
				accessesPerUs: ACCESSES_PER_US,
				missesInFlight: MISSES_IN_FLIGHT,
			}),
			computeProcess("Calm"),
		],
		...packets(seed, [...Array.from({ length: cores }, () => 0), ...whenS], (chance, packet) => {
			const isFirst = packet < cores;
			const kinds = isFirst
				? [drawProgram(chance), drawProgram(chance), drawProgram(chance)]
				: [drawOfWave(chance)];
			const count = isFirst ? drawCountAtHome(chance) : drawCount(chance);
			const tasks = Array.from({ length: count }, (_, index) =>
				task(kinds[index % kinds.length] ?? 0, load, chance),
			);
			return atHome(packet, cores, tasks);
		}),
		end: { type: "horizon", ns: ROUND_S * NS_PER_PLAY_S },
	};
}

/** Draws the programs of one packet after the other: in each wave other programs are popular, in an order by chance. */
function wavesOf({ counts, calm, programs }: Load, perWave: number): (chance: Chance) => number {
	let draw: (chance: Chance) => number;
	let left = 0;
	return (chance) => {
		if (left === 0) {
			const drawOne = drawnFrom(deckOf(Array.from({ length: programs }, () => 1)));
			const wanted = counts.flatMap((count) => {
				const program = drawOne(chance);
				return Array.from({ length: count }, () => program);
			});
			draw = drawnFrom([...wanted, ...Array.from({ length: calm }, () => programs)]);
			left = perWave;
		}
		left--;
		return draw(chance);
	};
}

function task(process: number, { programs, taskS }: Load, chance: Chance): ThreadSpec {
	return process === programs
		? ordinaryThread("Calm", process, [compute(drawLengthNs(chance, 1.6, 2.8))])
		: ordinaryThread(letterOf(process), process, [compute(drawLengthNs(chance, ...taskS))]);
}
