import type { Chance } from "../sim/policy.ts";
import type { Scenario, ThreadSpec } from "../sim/scenario.ts";
import { NS_PER_PLAY_S } from "../sim/units.ts";
import type { Level } from "./ids.ts";
import type { Lesson, LessonSetup } from "./lesson.ts";
import { compute, computeProcess, NOTHING_SHARED, ordinaryThread, symmetricMachine } from "./machine.ts";
import { workOnTime } from "./measures.ts";
import { drawKind, drawLengthNs, packets } from "./packets.ts";

/**
 * Interference: control tasks with a deadline, whose data lie in the shared L3, beside streamers that flood L3 and
 * bus and calm tasks that disturb nobody. On one side the control tasks have a part of the L3 for themselves. Where
 * streamers run, and when, is the play; their share of the bus can be capped.
 */
const ROUND_S = 90;
const GAP_S = 4.6;
const CONTROL_GAP_S = 7;
const BUS_BYTES_PER_US = 6_000;
const CONTROL_KIB = 2_048;
const CONTROL_ACCESSES_PER_US = 160;
const CONTROL_MISSES_IN_FLIGHT = 2;
const CONTROL_S = 0.8;
const DEADLINE_S: Record<Level, number> = { starter: 8, standard: 7, expert: 6 };
/** Shares in per cent of the work that comes in packets: streamers, calm tasks. */
const STREAMER_SHARE: Record<Level, number> = { starter: 35, standard: 40, expert: 45 };
/** What a late control task costs, in seconds of work. */
const LATE_S = 7;
const [CONTROL, STREAMER, CALM] = [0, 1, 2];

export const interference: Lesson = {
	id: "interference",
	title: "Interference and isolation",
	minutes: 8,
	chipCores: [4],
	leastChips: 1,
	botSeats: [],
	sides: ["shared", "partitioned"],
	createScenario,
	players: {
		bot: { scheduler: "insight:interference", core: "insight:interference" },
		naive: "in-turn",
		insight: "insight:interference",
		random: "guess",
		constants: ["always:0"],
		rivals: ["priority"],
	},
	measure: workOnTime(LATE_S),
	actions: {
		scheduler: ["deal", "plan", "unplan", "cap", "signal", "window"],
		core: ["plan", "yield", "steal", "signal", "window"],
	},
	// Who looks seldom misses a gap between control tasks, and a gap that is missed is gone.
	misses: ["insight", "pace", "busy"],
	decisions: [
		{ id: "deal", seat: "scheduler", perMinute: 12, costS: 1 },
		{ id: "next", seat: "core", perMinute: 12, costS: 1 },
	],
	prediction: { min: 1, max: 20, step: 0.1, truth: missingAll() },
	questions: [
		{ choices: 3, right: 2 },
		{ choices: 3, right: 1 },
		{ choices: 3, right: 0 },
	],
};

/** How many times as long a control task takes if streamers have thrown all its data out of the L3, on a bus that is idle. */
function missingAll(): number {
	const { dramNs, sharedHitNs } = symmetricMachine(1);
	const accesses = CONTROL_ACCESSES_PER_US / 1_000 / CONTROL_MISSES_IN_FLIGHT;
	return (1 + accesses * dramNs) / (1 + accesses * sharedHitNs);
}

function createScenario({ cores, seed, level, side }: LessonSetup): Scenario {
	const streamers = STREAMER_SHARE[level];
	const isPartitioned = side === 1;
	return {
		title: `Interference on ${cores} cores`,
		machine: {
			...symmetricMachine(cores),
			l3PartitionsKib: isPartitioned ? [6_144, CONTROL_KIB] : [8_192],
			bandwidthBytesPerUs: BUS_BYTES_PER_US,
		},
		...NOTHING_SHARED,
		processes: [
			{
				...computeProcess("Control"),
				workingSetKib: CONTROL_KIB,
				accessesPerUs: CONTROL_ACCESSES_PER_US,
				missesInFlight: CONTROL_MISSES_IN_FLIGHT,
				l3Partition: isPartitioned ? 1 : 0,
			},
			{
				...computeProcess("Stream"),
				workingSetKib: 65_536,
				accessesPerUs: 200,
				missesInFlight: 10,
				missCurve: { type: "stream" },
			},
			computeProcess("Calm"),
		],
		...packets(seed, times(cores), (chance, packet) =>
			isControl(cores, packet)
				? [controlTask(level)]
				: mixed(drawKind(chance, [streamers, 100 - streamers]), chance),
		),
		end: { type: "horizon", ns: ROUND_S * NS_PER_PLAY_S },
	};
}

/** When packets arrive: one for each core at once, then a control task or a mixed packet, in order of time. */
function times(cores: number): number[] {
	return arrivals(cores).map(({ atS }) => atS);
}

function isControl(cores: number, packet: number): boolean {
	return arrivals(cores)[packet]?.isControl ?? false;
}

function arrivals(cores: number): { atS: number; isControl: boolean }[] {
	const all = Array.from({ length: cores }, () => ({ atS: 0, isControl: false }));
	for (let atS = 2; atS < ROUND_S - 6; atS += CONTROL_GAP_S) all.push({ atS, isControl: true });
	for (let atS = GAP_S; atS < ROUND_S - 2; atS += (GAP_S * 4) / cores) all.push({ atS, isControl: false });
	return all.sort((one, other) => one.atS - other.atS || Number(one.isControl) - Number(other.isControl));
}

function controlTask(level: Level): ThreadSpec {
	return {
		...ordinaryThread("Control", CONTROL, [compute(CONTROL_S * NS_PER_PLAY_S)]),
		priority: 1,
		deadlineNs: DEADLINE_S[level] * NS_PER_PLAY_S,
	};
}

/** Most of one kind, every third of the other. */
function mixed(kind: number, chance: Chance): ThreadSpec[] {
	return Array.from({ length: 5 + chance(2) }, (_, index) =>
		(index % 3 === 2) !== (kind === 0)
			? ordinaryThread("Stream", STREAMER, [compute(drawLengthNs(chance, 0.6, 1.2))])
			: ordinaryThread("Calm", CALM, [compute(drawLengthNs(chance, 1.4, 2.6))]),
	);
}
