import {
	BIG_CORE,
	compute,
	computeProcess,
	NOTHING_SHARED,
	ordinaryLock,
	ordinaryThread,
	symmetricMachine,
} from "#shared/lessons/machine.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { policyById } from "#shared/policies/table.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import { createChip } from "#shared/sim/create-chip.ts";
import type { JobSpec, ProgramPhase, Scenario, ThreadSpec } from "#shared/sim/scenario/scenario.ts";

/** Tables that tasks count in: each has a packed and a padded process. */
const TABLES = ["A", "B", "C"];

/**
 * Everything at once that controls can show: packets of tasks with ways, a lock, lost updates, crashes,
 * deadlines, priorities, needs, messages, an E core with operating points, data that leave the caches.
 */
export function richScenario(cores = 4): Scenario {
	const machine = symmetricMachine(cores);
	const little = {
		...BIG_CORE,
		kind: "E" as const,
		speed: 0.5,
		activeMw: 245,
		can: ["DSP"],
		points: [
			{ speed: 0.25, activeMw: 70 },
			{ speed: 0.5, activeMw: 245 },
		],
	};
	return {
		title: "Everything at once",
		machine: {
			...machine,
			cores: machine.cores.map((core, index) => (index === cores - 1 ? little : core)),
			bandwidthBytesPerUs: 1_000,
		},
		...NOTHING_SHARED,
		processes: TABLES.flatMap((table) => [
			{
				...computeProcess(`Table ${table}`),
				workingSetKib: 2_048,
				accessesPerUs: 60,
				sharedWritesPerUs: 100,
				restartNs: 3 * NS_PER_PLAY_S,
			},
			{ ...computeProcess(`Table ${table}, padded`), workingSetKib: 2_048, accessesPerUs: 60 },
		]),
		locks: [ordinaryLock("Accounts", "spin"), ordinaryLock("Seats", "block")],
		counters: [{ name: "Sum" }],
		channels: [{ name: "Mail", waiting: "block", fixedNs: 1_000, nsPerByte: 1, capacity: 0 }],
		jobs: Array.from({ length: 40 }, (_, index) => packet(index)),
		arrivals: Array.from({ length: 40 }, (_, job) => ({
			type: "at" as const,
			atNs: Math.floor(job * 1.8 * NS_PER_PLAY_S),
			job,
		})),
		end: { type: "horizon", ns: 90 * NS_PER_PLAY_S },
	};
}

function packet(index: number): JobSpec {
	const table = index % TABLES.length;
	const threads = Array.from({ length: 2 + (index % 2) }, (_, part) => task(index, part, table));
	return { name: `Packet ${index + 1}`, threads };
}

function task(index: number, part: number, table: number): ThreadSpec {
	const workNs = (1 + ((index * 7 + part * 5) % 10) * 0.3) * NS_PER_PLAY_S;
	const counting: ProgramPhase[] = Array.from({ length: 4 }, () => ({
		type: "update",
		counter: 0,
		workNs: Math.floor(workNs / 4),
	}));
	const locked: ProgramPhase[] = [
		{ type: "lock", lock: table % 2 },
		compute(Math.floor(workNs * 0.6)),
		{ type: "unlock", lock: table % 2 },
		compute(Math.floor(workNs * 0.5)),
	];
	return {
		...ordinaryThread(`Task ${part + 1}`, table * 2, [
			...counting,
			{ type: "send", channel: 0, bytes: 4_096 },
			{ type: "crash", chance: index % 5 === 0 ? 0.3 : 0.02 },
		]),
		wayName: "unlocked",
		ways: [
			{ name: "locked", process: table * 2, program: locked },
			{ name: "padded", process: table * 2 + 1, program: [compute(Math.floor(workNs * 1.1))] },
		],
		deadlineNs: part === 0 ? 14 * NS_PER_PLAY_S : 0,
		priority: index % 4 === 0 ? 1 : 0,
		needs: index % 9 === 4 && part === 0 ? "DSP" : "",
	};
}

/** A chip of it on which bots do everything. */
export function botChip(scenario: Scenario): Chip {
	return seatedChip(scenario, 0);
}

/** A chip of it where the scheduler and the first cores are people who do nothing. */
export function peopleChip(scenario: Scenario, people = 2): Chip {
	return seatedChip(scenario, people);
}

function seatedChip(scenario: Scenario, people: number): Chip {
	const seats = Array.from({ length: scenario.machine.cores.length + 1 }, (_, seat) => ({
		driver: seat < people ? ("person" as const) : ("bot" as const),
		policy: policyById("steal"),
	}));
	return createChip({ scenario, seed: 3, seats, pace: "human" });
}
