import { at, numberAt } from "../lib/assert.ts";
import { letterOf } from "../lib/letters.ts";
import { sumOf } from "../lib/statistics.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import type { ReadonlyChip, ReadonlyThread } from "../sim/chip/chip.ts";
import type { Chance } from "../sim/chip/policy.ts";
import { type BusDemand, solveBusWait } from "../sim/memory/bus.ts";
import type { ProgramPhase, Scenario, ThreadSpec } from "../sim/scenario/scenario.ts";
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
import { work } from "./measures.ts";
import { ORDINARY, threeChoices } from "./ordinary.ts";
import { atHome, deckOf, drawLengthNs, drawnFrom, packets, steadily } from "./packets.ts";
import { startedBy, startedInWay, type Ways, waysThat } from "./situations.ts";

/**
 * Tasks of a few memory-hungry programs, three of which fill the L3, and calm tasks that need neither cache nor
 * bus. Cores that work on the same program share its data; too many programs side by side evict each other's
 * data, and all wait for the bus. Prefetching loads five times as fast, at the others' expense.
 */
const ROUND_S = 110;
const GAP_S = 3.6;
const L3_KIB = 8_192;
const SET_KIB = 2_688;
const ACCESSES_PER_US = 200;
const MISSES_IN_FLIGHT = 2;
const BUS_BYTES_PER_US = 5_000;
const DRAM_NS = symmetricMachine(1).dramNs;
const WAITS_PER_WORK = ACCESSES_PER_US / 1_000 / MISSES_IN_FLIGHT;
/** Number of hungry programs, and how often calm tasks come for two tasks of each. */
const PROGRAMS: Record<Level, number> = { starter: 6, standard: 7, expert: 8 };
const CALM_TIMES: Record<Level, number> = { starter: 5, standard: 5, expert: 3 };
/** Fewest tasks of a packet, and how many more a core finds in its queue at the start. */
const TASKS_MIN = 3;
const MORE_AT_HOME = 3;
/** Cost of requesting a prefetch. */
const ASK_S = 0.1;

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
		constants: ["always:0", "always:1"],
		rivals: ["di"],
	},
	measure: work,
	actions: {
		scheduler: ["deal", "plan", "unplan", "signal", "window"],
		core: ["plan", "choose", "steal", "signal", "window"],
	},
	decisions: [
		{ id: "deal", seat: "scheduler", perMinute: 12, costS: 1 },
		{ id: "next", seat: "core", perMinute: 12, costS: 1 },
		{ id: "way", seat: "core", perMinute: 1, costS: 0.4 },
	],
	prediction: { min: 0, max: 10, step: 0.1, truth: missingTogether(4) },
	questions: threeChoices(0, 2, 1),
	concepts: [
		{ id: "locality", situation: startedBy((thread, chip) => (isCold(chip, thread) ? 1 : 0)), question: 0 },
		{ id: "bandwidth", situation: startedInWay(prefetchThatFits), question: 1 },
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

/** Prefetching pays off for cold data that fit beside what the other cores use, and not otherwise. */
function prefetchThatFits(chip: ReadonlyChip, core: number, thread: ReadonlyThread): Ways {
	const others = chip.cores.filter(({ id }) => id !== core).map((other) => chip.threads[other.thread]);
	const programs = new Set([thread, ...others].flatMap((one) => one?.spec.process ?? []));
	const kib = sumOf([...programs], (id) => at(chip.scenario.processes, id).workingSetKib);
	return waysThat(thread, (way) => way > 0 === (isCold(chip, thread) && kib <= L3_KIB));
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
	const programs = PROGRAMS[level];
	// The index of the calm process follows those of the hungry ones.
	const drawProgram = drawnFrom(deckOf([...Array.from({ length: programs }, () => 2), CALM_TIMES[level]]));
	return {
		title: `Shared cache on ${cores} cores`,
		machine: {
			...symmetricMachine(cores),
			l3PartitionsKib: [L3_KIB],
			bandwidthBytesPerUs: BUS_BYTES_PER_US,
		},
		...NOTHING_SHARED,
		processes: [
			...letteredProcesses(programs, {
				workingSetKib: SET_KIB,
				accessesPerUs: ACCESSES_PER_US,
				missesInFlight: MISSES_IN_FLIGHT,
			}),
			computeProcess("Calm"),
		],
		...packets(seed, steadily(cores, (GAP_S * 4) / cores, ROUND_S - 2), (chance, packet) => {
			const isFirst = packet < cores;
			const kinds = Array.from({ length: isFirst ? 3 : 2 }, () => drawProgram(chance));
			const count = TASKS_MIN + (isFirst ? MORE_AT_HOME : 0) + chance(2);
			const tasks = Array.from({ length: count }, (_, index) =>
				task(kinds[index % kinds.length] ?? 0, programs, chance),
			);
			return atHome(packet, cores, tasks);
		}),
		end: { type: "horizon", ns: ROUND_S * NS_PER_PLAY_S },
	};
}

function task(process: number, programs: number, chance: Chance): ThreadSpec {
	return process === programs
		? ordinaryThread("Calm", process, [compute(drawLengthNs(chance, 1.6, 2.8))])
		: hungryTask(process, drawLengthNs(chance, 1.2, 2.2));
}

function hungryTask(program: number, workNs: number): ThreadSpec {
	const prefetched: ProgramPhase[] = [
		{ type: "prefetch", kib: 0 },
		compute(ASK_S * NS_PER_PLAY_S),
		compute(workNs),
	];
	return {
		...ordinaryThread(letterOf(program), program, [compute(workNs)]),
		wayName: "demand",
		ways: [{ name: "prefetch", process: program, program: prefetched }],
	};
}
