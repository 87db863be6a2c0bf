import { sum } from "../lib/statistics.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import type { Arrival } from "../sim/scenario/arrival.ts";
import type { Machine, Scenario } from "../sim/scenario/scenario.ts";
import type { Level } from "./ids.ts";
import type { LessonSetup } from "./lesson.ts";
import { BIG_CORE, NOTHING_SHARED, ordinaryLock, symmetricMachine } from "./machine.ts";
import { atHome, packets } from "./packets.ts";
import { firstTasks, KINDS, type Kind, processes, TABLES, tableName, tasksOf } from "./rush-hour-tasks.ts";

/**
 * When the work of the rush hour arrives, and how much: fixed times, waves that grow, kinds in an order that
 * the seed draws. The kinds are in `rush-hour-tasks.ts`.
 */
const ROUND_S = 300;
/** Time between the starts of waves, in seconds of play. */
export const WAVE_S = 20;
/** Packets of a wave arrive within its first seconds; the rest is time to catch up. */
const ARRIVING_S = 15;
/** When the first wave's packets begin, in seconds of play: until then every core has its own tasks. */
const QUIET_S = 5;
/** Room for two packets and more, so that one full queue does not hold up the dealing. */
const RUN_QUEUE = 12;
/** Work that may wait for four cores, and how long there may be more before the chip goes down. */
const BACKLOG_MAX = { workNs: 145 * NS_PER_PLAY_S, forNs: 10 * NS_PER_PLAY_S };
const BACKLOG_CORES = 4;

/** How many packets of each kind come together, in any order; in the order of KINDS. */
const SHARES = [8, 6, 3, 2, 2, 2];
/** Fewest tasks of a packet; half of the packets have one more. */
const TASKS = 4;

/** Packets of the first wave, and how many more each later wave has. */
type Rush = { readonly first: number; readonly more: number };

const RUSHES: Record<Level, Rush> = {
	starter: { first: 6.1, more: 0.18 },
	standard: { first: 6.2, more: 0.2 },
	expert: { first: 6.7, more: 0.28 },
};

/** Mean work of a task over all kinds, in seconds of play, without locks and copies. */
const MEAN_TASK_S = 2.25;

/** Cores that the last wave of the standard round keeps busy if nothing else takes time: work per time. */
export function peakLoad(): number {
	const last = ROUND_S / WAVE_S - 1;
	const single = (SHARES[0] ?? 0) / sum(SHARES);
	const perPacket = single + (1 - single) * (TASKS + 0.5);
	return (packetsOf(RUSHES.standard, last) * perPacket * MEAN_TASK_S) / WAVE_S;
}

/** Scenario of the rush hour. The same set-up gives the same scenario. */
export function createScenario({ cores, seed, level }: LessonSetup): Scenario {
	const rush = RUSHES[level];
	const times = [...Array.from({ length: cores }, () => AT_ONCE), ...arrivalTimes(rush)];
	const kinds: (Kind | undefined)[] = [];
	const deck: Kind[] = [];
	let shakyTasks = 0;
	const { jobs, arrivals } = packets(
		seed,
		times.map(({ atS }) => atS),
		(chance, packet) => {
			if (packet < cores) {
				kinds.push(undefined);
				return atHome(packet, cores, firstTasks(packet, chance));
			}
			if (deck.length === 0) deck.push(...deckOf());
			const [kind = "control"] = deck.splice(chance(deck.length), 1);
			kinds.push(kind);
			const count = TASKS + chance(2);
			if (kind === "shaky") shakyTasks += count;
			return tasksOf(kind, { count, shakyTasks, cores }, chance);
		},
	);
	return {
		title: `Rush hour on ${cores} cores`,
		machine: machineOf(cores),
		...NOTHING_SHARED,
		coresTake: false,
		runQueueMax: RUN_QUEUE,
		processes: processes(),
		locks: Array.from({ length: TABLES }, (_, table) => ordinaryLock(tableName(table), "spin")),
		counters: Array.from({ length: TABLES }, (_, table) => ({ name: tableName(table) })),
		jobs,
		arrivals: arrivals.map((arrival, packet) => withNotice(arrival, times[packet], kinds[packet])),
		end: { type: "horizon", ns: ROUND_S * NS_PER_PLAY_S, backlogLimit: backlogMaxFor(cores) },
	};
}

/** Scaled up for more cores, which begin with more work; not down for fewer, which get as many packets. */
function backlogMaxFor(cores: number): typeof BACKLOG_MAX {
	const { workNs, forNs } = BACKLOG_MAX;
	return { workNs: Math.floor((workNs * Math.max(BACKLOG_CORES, cores)) / BACKLOG_CORES), forNs };
}

/** The deck of kinds: each comes exactly as often as its share, so that seeds differ in order, not in luck. */
function deckOf(): Kind[] {
	return KINDS.flatMap((kind, index) => Array.from({ length: SHARES[index] ?? 0 }, () => kind));
}

type Time = { readonly atS: number; readonly wave: number; readonly isFirst: boolean };

/** Packets that are in the cores' queues when the round begins. */
const AT_ONCE: Time = { atS: 0, wave: 0, isFirst: false };

function packetsOf({ first, more }: Rush, wave: number): number {
	return Math.floor(first + more * wave);
}

/** Fixed times: the first two packets of a wave together, the others evenly after them. */
function arrivalTimes(rush: Rush): Time[] {
	return Array.from({ length: ROUND_S / WAVE_S }, (_, wave) => {
		const count = packetsOf(rush, wave);
		const fromS = wave === 0 ? QUIET_S : 0;
		return Array.from({ length: count }, (_unused, place) => ({
			atS: WAVE_S * wave + fromS + ((ARRIVING_S - fromS) * Math.max(0, place - 1)) / (count - 1),
			wave,
			isFirst: place === 0,
		}));
	}).flat();
}

/** Adds the notice of a packet: the wave it begins, or else the kind that needs attention. */
function withNotice(arrival: Arrival, time: Time | undefined, kind: Kind | undefined): Arrival {
	if (arrival.type !== "at" || time === undefined || kind === undefined) return arrival;
	if (time.isFirst) return { ...arrival, notice: `Wave ${time.wave + 1}`, wave: true };
	const notice = NOTICES[kind];
	return notice === undefined ? arrival : { ...arrival, notice };
}

const NOTICES: Readonly<Partial<Record<Kind, string>>> = {
	control: "Control",
	stream: "Stream",
	shaky: "Shaky",
	program: "Serial",
};

function machineOf(cores: number): Machine {
	const core = { ...BIG_CORE, privateKib: 2_048 };
	return {
		...symmetricMachine(cores),
		cores: Array.from({ length: cores }, () => core),
		bandwidthBytesPerUs: 4_000,
	};
}
