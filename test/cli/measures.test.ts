import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { policyById } from "#shared/policies/table.ts";
import { MEASURES } from "#shared/sim/scenario/measures.ts";
import { parseScenario, type ScenarioFile, type ThreadFile } from "#shared/sim/scenario/scenario-file.ts";
import { measuredOver } from "../../server/cli/run/measured.ts";
import type { RunResult } from "../../server/cli/run/result.ts";
import { runChip } from "../../server/cli/run/run-chip.ts";

const free = { processSwitchNs: 0, threadSwitchNs: 0, wakeNs: 0, handOffNs: 0 };
const needs = (workNs: number, change: Partial<ThreadFile> = {}): ThreadFile => ({
	name: "task",
	program: [{ type: "compute", workNs }],
	...change,
});
const NO_CAUSES = {
	...{ useful: 0, cacheStall: 0, busStall: 0, coherenceStall: 0, spin: 0, ipc: 0, delegating: 0, switch: 0 },
	...{ waking: 0, idleWorkWaits: 0, idleSerial: 0, idleBlocked: 0, idleNothing: 0, asleep: 0 },
};

/** Each thread is a job of its own, which arrives at the time of the same place. */
function measured(
	threads: readonly ThreadFile[],
	atNs: readonly number[],
	change: Partial<ScenarioFile>,
): RunResult {
	const file: ScenarioFile = {
		title: "by hand",
		machine: { cores: [{}], ...free },
		jobs: threads.map((thread) => ({ name: "job", threads: [thread] })),
		arrivals: threads.map((_, job) => ({ type: "at", atNs: atNs[job] ?? 0, job })),
		end: { type: "done" },
		...change,
	};
	const parsed = parseScenario(file);
	if (!parsed.ok) throw new Error(parsed.reason.join("\n"));
	const scenario = parsed.value;
	return runChip({ scenario, policy: policyById(scenario.policy), seed: 1, pace: "machine" }, false).result;
}

/**
 * Three tasks on a core that takes 1 ns to switch, in slices of 10: A from 1 to 11, B from 12 to 22, A from 23 to
 * 33, C from 61 to 71. B is due at 21.
 */
function byHand(): RunResult {
	const core = { activeMw: 100, idleMw: 10 };
	const threads = [
		needs(20, { name: "A" }),
		needs(10, { name: "B", deadlineNs: 16, priority: 1 }),
		needs(10, { name: "C", deadlineNs: 11 }),
	];
	return measured(threads, [0, 5, 60], {
		machine: { ...free, cores: [core], processSwitchNs: 1, threadSwitchNs: 1 },
		policy: "rr",
		quantumNs: 10,
	});
}

describe("every figure of a run, by hand", () => {
	test("of three tasks that end", () => {
		const causes = { ...NO_CAUSES, useful: 40, switch: 4, idleNothing: 27 };
		const taskOf = (id: number, times: Partial<RunResult["threads"][number]>) => ({
			...{ id, name: "ABC"[id], job: id, core: 0, state: "done", missedDeadline: false, ...times },
		});
		const { checksum, ...figures } = byHand();
		expect(checksum).toMatch(/^[0-9a-f]{8}$/);
		expect(figures).toEqual({
			...{
				title: "by hand",
				policy: "rr",
				pace: "machine",
				seed: 1,
				finished: true,
				collapsed: false,
				stuckSinceNs: null,
			},
			...{ cores: 1, timeNs: 71, makespanNs: 71, jobsDone: 3, threadsDone: 3 },
			...{ workNs: 40, taskWorkNs: 40, workLostNs: 0, timelyWorkNs: 30, jobsByWork: 3, parallelShare: 1 },
			...{ threadsPerMs: 3e6 / 71, jobsPerMs: 3e6 / 71, threadsPerPlayS: 3e6 / 71, throughput: [3] },
			// Arrivals at 0, 5 and 60; first starts at 0, 11 and 60; ends at 33, 22 and 71.
			...{
				meanTurnaroundNs: (33 + 17 + 11) / 3,
				worstTurnaroundNs: 33,
				meanJobTurnaroundNs: (33 + 17 + 11) / 3,
			},
			...{
				meanResponseNs: 6 / 3,
				worstResponseNs: 6,
				meanSlowdown: expect.closeTo((1.65 + 1.7 + 1.1) / 3, 12),
			},
			// A waits from 11 to 22, B from 5 to 11.
			waits: { count: 3, meanNs: 17 / 3, minNs: 0, medianNs: 6, p90Ns: 11, p99Ns: 11, maxNs: 11 },
			waitSpells: { count: 4, meanNs: 17 / 4, minNs: 0, medianNs: 3, p90Ns: 11, p99Ns: 11, maxNs: 11 },
			...{ causes, causesByCore: [causes], utilisation: 44 / 71, usefulShare: 40 / 71 },
			energyPj: 44 * 100 + 27 * 10,
			...{ deadlines: 2, deadlineMisses: 1, urgentMisses: 1 },
			...{ updates: 0, lostUpdates: 0, counters: [], locks: [] },
			bus: { carriedBytes: 0, utilisation: 0, load: 0 },
			caches: { processes: ["process"], privateKib: [[0]], l3Kib: [0] },
			dram: { footprintKib: 0, residentKib: 0, swappedShare: 0, pageFaults: 0 },
			laws: {
				little: { left: 61 / 71, right: expect.closeTo(61 / 71, 12), difference: expect.closeTo(0, 12) },
				utilisation: { left: 40 / 71, right: expect.closeTo(40 / 71, 12), difference: expect.closeTo(0, 12) },
			},
			bounds: { workNs: 40, chainNs: 70, levelNs: 70, lockNs: 0, needsNs: 40, leastNs: 70 },
			soFar: {
				...{ meanTurnaroundNs: (33 + 17 + 11) / 3, meanJobTurnaroundNs: (33 + 17 + 11) / 3 },
				...{ meanSlowdown: expect.closeTo((1.65 + 1.7 + 1.1) / 3, 12), worstDueTurnaroundNs: 17 },
			},
			threads: [
				taskOf(0, {
					...{ workNs: 20, announcedNs: 0, startNs: 0, finishNs: 33 },
					...{ responseNs: 0, turnaroundNs: 33, waitNs: 11 },
				}),
				taskOf(1, {
					...{ workNs: 10, announcedNs: 5, startNs: 11, finishNs: 22 },
					...{ responseNs: 6, turnaroundNs: 17, waitNs: 6, missedDeadline: true },
				}),
				taskOf(2, {
					...{ workNs: 10, announcedNs: 60, startNs: 60, finishNs: 71 },
					...{ responseNs: 0, turnaroundNs: 11, waitNs: 0 },
				}),
			],
		});
	});

	test("of tasks that have not ended: what only an end can tell is null, what is so far goes up to now", () => {
		const threads = [needs(100), needs(100, { deadlineNs: 40 })];
		const result = measured(threads, [0, 20], { end: { type: "horizon", ns: 61 } });
		expect(result).toMatchObject({
			...{
				timeNs: 61,
				makespanNs: null,
				meanTurnaroundNs: null,
				worstTurnaroundNs: null,
				meanSlowdown: null,
			},
			...{ waits: null, waitSpells: { count: 1, maxNs: 0 }, meanResponseNs: 0, meanJobTurnaroundNs: null },
			...{ utilisation: 1, usefulShare: 1, deadlines: 1, deadlineMisses: 1, urgentMisses: 0 },
			soFar: { meanTurnaroundNs: (61 + 41) / 2, meanSlowdown: (0.61 + 0.41) / 2, worstDueTurnaroundNs: 41 },
			threads: [
				{ waitNs: 0, turnaroundNs: null },
				{ waitNs: 41, startNs: null, responseNs: null },
			],
		});
		const later = measured([needs(10, { deadlineNs: 5 }), needs(10)], [50, 0], {
			end: { type: "horizon", ns: 20 },
		});
		// The first has not come: it has no deadline yet, and not all is done.
		expect(later).toMatchObject({ deadlines: 0, deadlineMisses: 0, makespanNs: null, meanTurnaroundNs: 10 });
	});

	test("of locks and races: spinning is busy and not useful, waiting for a lock is no wait for a core", () => {
		const inLock: ThreadFile["program"] = [
			{ type: "lock", lock: 0 },
			{ type: "compute", workNs: 30 },
			{ type: "unlock", lock: 0 },
		];
		const update: ThreadFile["program"] = [{ type: "update", counter: 0, workNs: 10 }];
		const cores = [0, 1].map((core) => [core]);
		const spun = measured(
			cores.map((allowed) => needs(0, { program: inLock, cores: allowed })),
			[0, 0],
			{ machine: { cores: [{}, {}], ...free }, locks: [{ name: "l", waiting: "spin" }] },
		);
		// The second spins from 0 to 30 and works from 30 to 60.
		expect(spun).toMatchObject({
			...{ makespanNs: 60, utilisation: 90 / 120, usefulShare: 60 / 120, waits: { meanNs: 0, maxNs: 0 } },
			causes: { ...NO_CAUSES, useful: 60, spin: 30, idleNothing: 30 },
			locks: [{ name: "l", taken: 2, handOffs: 1 }],
		});
		const raced = measured(
			cores.map((allowed) => needs(0, { program: update, cores: allowed })),
			[0, 0],
			{ machine: { cores: [{}, {}], ...free }, counters: [{ name: "c" }] },
		);
		expect(raced).toMatchObject({
			...{ updates: 2, lostUpdates: 1 },
			counters: [{ name: "c", updates: 2, value: 1, lost: 1 }],
		});
	});

	test("of bus, caches and DRAM: bytes over what the bus could carry, contents and pages", () => {
		const machine = { cores: [{ privateKib: 512 }], ...free, bandwidthBytesPerUs: 10_000, dramNs: 0 };
		const stream = { name: "stream", accessesPerUs: 625, missCurve: { type: "stream" as const } };
		const half = { ...stream, bandwidthCapBytesPerUs: 5_000 };
		// 0.5 ms of work reads 20 MB, which takes 2 ms, and 4 ms at half of the bus.
		const [whole, capped] = [stream, half].map((process) =>
			measured([needs(500_000)], [0], { machine, processes: [process] }),
		);
		expect(whole).toMatchObject({ timeNs: 2_000_000, utilisation: 1, usefulShare: 0.25 });
		expect(whole?.bus.carriedBytes).toBeCloseTo(20_000_000, 3);
		expect([whole?.bus.utilisation, capped?.bus.utilisation]).toEqual(
			[1, 0.5].map((one) => expect.closeTo(one, 5)),
		);
		expect(capped?.timeNs).toBe(4_000_000);
		const data = {
			name: "data",
			workingSetKib: 100,
			accessesPerUs: 64,
			missCurve: { type: "step" as const },
		};
		const memory = { ...machine, dramKib: 1_000, pageFaultNs: 10 };
		const paged = measured([needs(1_000_000), needs(2_000_000)], [0, 0], {
			machine: memory,
			processes: [{ ...data, footprintKib: 4_000 }],
			end: { type: "horizon", ns: 900_000 },
		});
		expect(paged).toMatchObject({
			caches: {
				processes: ["data"],
				privateKib: [[expect.closeTo(100, 6)]],
				l3Kib: [expect.closeTo(100, 6)],
			},
			dram: { footprintKib: 4_000, residentKib: 1_000, swappedShare: 0.75 },
		});
		// 100 KiB are 25 pages of 64 lines, each missing with probability 3/4: 18.75, of which 0.75 is still to come.
		expect(paged.dram.pageFaults).toBe(18);
	});
});

test("the table of measures defines every figure of a run, and every measure that a scenario may ask for", () => {
	const text = readFileSync("shared/sim/SCENARIOS.md", "utf8");
	const rows = text
		.slice(text.indexOf("## Measures"))
		.split("\n")
		.filter((line) => line.startsWith("| `"));
	const defined = rows.flatMap((row) =>
		[...(row.split("|")[1] ?? "").matchAll(/`([\w.]+)`/g)].map(([, name]) => name),
	);
	const asked = rows.flatMap((row) =>
		[...(row.split("|")[2] ?? "").matchAll(/`(\w+)`/g)].map(([, name]) => name),
	);
	expect(new Set(defined)).toEqual(new Set([...Object.keys(byHand()), "measured"]));
	expect(new Set(asked)).toEqual(new Set(MEASURES));
});

test("every measure that a scenario may ask for is the figure of its name", () => {
	const figures = measuredOver(MEASURES, [byHand()]).map(({ measure, mean }) => [measure, mean]);
	expect(Object.fromEntries(figures)).toEqual({
		...{ makespan: 71, meanTurnaround: 61 / 3, worstTurnaround: 33, meanResponse: 2, worstResponse: 6 },
		meanSlowdown: expect.closeTo(4.45 / 3, 12),
		...{ meanWait: 17 / 3, worstWait: 11, meanWaitSpell: 17 / 4, worstWaitSpell: 11 },
		...{ tasksPerMs: 3e6 / 71, jobsPerMs: 3e6 / 71, utilisation: 44 / 71, usefulShare: 40 / 71 },
		...{ busUtilisation: 0, energy: 4_670, deadlineMisses: 1, lostUpdates: 0, pageFaults: 0 },
	});
});
