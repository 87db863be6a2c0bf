import { describe, expect, test } from "vitest";
import { computeProcess } from "#shared/lessons/machine.ts";
import { at, numberAt } from "#shared/lib/assert.ts";
import { advance, runToEnd } from "#shared/sim/advance.ts";
import type { LockSpec, ProgramPhase, ThreadSpec } from "#shared/sim/scenario/scenario.ts";
import { parseScenario } from "#shared/sim/scenario/scenario-file.ts";
import { chipOf, compute, events, finishes, plainMachine, run, scenario, thread } from "./builders.ts";

const unlock: ProgramPhase = { type: "unlock", lock: 0 };
const lock = (waiting: "spin" | "block"): ProgramPhase => ({ type: "lock", lock: 0, waiting });
const locks = (handOff: LockSpec["handOff"], change: Partial<LockSpec> = {}): LockSpec[] => [
	{
		name: "l",
		waiting: "block",
		order: "arrival",
		handOff,
		inherits: false,
		stripes: 1,
		robust: true,
		...change,
	},
];
const user = (
	home: number,
	before: number,
	inside: number,
	waiting: "spin" | "block",
	change: Partial<ThreadSpec> = {},
) => thread([compute(before), lock(waiting), compute(inside), unlock, compute(10)], { home, ...change });

describe("who gets a freed lock", () => {
	/** 0 has the lock until 100. 1 sleeps, and its core is inside another lock until 300. 2 spins, 3 sleeps. */
	const crowd = (handOff: LockSpec["handOff"]) => {
		const busy = thread([{ type: "lock", lock: 1 }, compute(280), { type: "unlock", lock: 1 }], { home: 1 });
		const users = [
			user(0, 0, 100, "block"),
			user(1, 20, 50, "block"),
			user(2, 30, 50, "spin"),
			user(3, 40, 50, "block"),
		];
		const both = [...locks(handOff), ...locks("fifo")];
		return events(chipOf(scenario({ cores: 4, jobs: [[...users, busy]], locks: both })), 1_000, ["lockTaken"])
			.filter((line) => line.includes("lockTaken 0"))
			.map((line) => line.replace("lockTaken 0 ", ""));
	};

	test("[L13] fifo: the first waiter, even if its core is not free; all others wait with it", () => {
		expect(crowd("fifo")).toEqual(["0 0", "100 1", "350 2", "400 3"]);
	});

	test("[L13] able: the first that can go on at once, else the first", () => {
		expect(crowd("able")).toEqual(["0 0", "100 2", "150 3", "200 1"]);
	});

	test("[L14] barging: a spinner at once, else one sleeper is woken and takes it when it runs", () => {
		expect(crowd("barging")).toEqual(["0 0", "100 2", "300 1", "350 3"]);
	});

	test("[L13] able: whose core would be taken back, and whom an idle core may run", () => {
		const busy = thread(500, { home: 1 });
		const first = user(1, 10, 50, "block");
		const made = scenario({
			cores: 2,
			jobs: [[user(0, 0, 100, "block"), first, busy]],
			locks: locks("able"),
		});
		expect(finishes(run(made))).toEqual([110, 160, 570]);
		const shared = [user(-1, 0, 100, "block"), user(-1, 10, 50, "block"), thread(60)];
		expect(finishes(run(scenario({ cores: 2, jobs: [shared], locks: locks("able") })))).toEqual([
			110, 160, 70,
		]);
	});

	test("[L14] a newcomer may take it while a sleeper wakes; who is too late keeps its place", () => {
		const machine = plainMachine(3, { wakeNs: 30 });
		const jobs = [[user(0, 0, 100, "block"), user(1, 10, 50, "block"), user(2, 120, 40, "block")]];
		const chip = chipOf(scenario({ machine, jobs, locks: locks("barging") }));
		// 1 is woken at 100 and would have it at 130, but 2 takes it at 120; 1 sleeps again and is there at 190.
		expect(events(chip, 1_000, ["lockTaken"])).toEqual([
			"0 lockTaken 0 0",
			"120 lockTaken 0 2",
			"190 lockTaken 0 1",
		]);
		expect(at(chip.locks, 0)).toMatchObject({ owner: -1, waiters: [], woken: -1, taken: 3, handOffs: 0 });
	});

	test("[L14] who frees it may have it again before the sleeper runs", () => {
		const machine = plainMachine(2, { wakeNs: 100 });
		const laps = thread(
			[compute(10), lock("block"), compute(20), unlock, { type: "repeat", from: 0, times: 3 }],
			{
				home: 0,
			},
		);
		const made = (handOff: LockSpec["handOff"]) =>
			finishes(run(scenario({ machine, jobs: [[laps, user(1, 15, 20, "block")]], locks: locks(handOff) })));
		expect(made("barging")).toEqual([90, 160]);
		expect(made("fifo")).toEqual([300, 160]);
	});

	test("[L15] only one is woken at a time, however often the lock comes free before it runs", () => {
		const machine = plainMachine(4, { wakeNs: 100 });
		const sleepers = [user(1, 10, 50, "block"), user(2, 20, 50, "block")];
		const jobs = [[user(0, 0, 30, "block"), ...sleepers, user(3, 40, 30, "block")]];
		const chip = chipOf(scenario({ machine, jobs, locks: locks("barging") }));
		advance(chip, 100);
		// Freed at 30, taken by the newcomer at 40 and freed again at 70, while the first sleeper wakes until 130.
		expect(chip.threads.map(({ state }) => state)).toEqual(["done", "running", "blocked", "done"]);
		expect(at(chip.locks, 0)).toMatchObject({ owner: -1, waiters: [1, 2], woken: 1, taken: 2 });
		runToEnd(chip);
		expect(finishes(chip)).toEqual([40, 190, 340, 80]);
	});

	test("[L15] if the one that was woken dies on its way, the next is woken", () => {
		const machine = plainMachine(4, { wakeNs: 30 });
		const processes = [computeProcess("a"), computeProcess("b")];
		const killer = thread([compute(110), { type: "crash", chance: 1 }], { home: 3, process: 1 });
		const users = [
			user(0, 0, 100, "block"),
			user(1, 10, 50, "block", { process: 1 }),
			user(2, 20, 50, "block"),
		];
		const end = { type: "horizon", ns: 1_000 } as const;
		const made = scenario({ machine, processes, jobs: [[...users, killer]], locks: locks("barging"), end });
		expect(numberAt(finishes(run(made)), 2)).toBe(200);
	});

	test("[L6] [L14] ordered by priority: the most urgent of those that spin, then of those that sleep", () => {
		const waiting = (["spin", "spin", "block", "block"] as const).map((way, index) =>
			user(index + 1, 10, 10, way, { priority: [1, 2, 3, 4][index] ?? 0 }),
		);
		const jobs = [[user(0, 0, 100, "block"), ...waiting]];
		const order = (handOff: LockSpec["handOff"]) =>
			events(chipOf(scenario({ cores: 5, jobs, locks: locks(handOff, { order: "priority" }) })), 1_000, [
				"lockTaken",
			]).map((line) => Number(line.split(" ")[3]));
		expect(order("barging")).toEqual([0, 2, 1, 4, 3]);
		expect(order("fifo")).toEqual([0, 4, 3, 2, 1]);
		expect(order("able")).toEqual([0, 4, 3, 2, 1]);
	});

	test("[L16] barging, unless it is ordered by priority or inherits, or says otherwise", () => {
		const parsed = parseScenario({
			title: "locks",
			machine: { cores: [{}] },
			locks: [
				{ name: "plain" },
				{ name: "urgent", order: "priority" },
				{ name: "inheriting", inherits: true },
				{ name: "both", order: "priority", inherits: true, handOff: "able" },
			],
			jobs: [{ name: "j", threads: [{ name: "t", program: [{ type: "compute", workNs: 1 }] }] }],
			arrivals: [{ type: "at", atNs: 0, job: 0 }],
			end: { type: "done" },
		});
		expect(parsed.ok && parsed.value.locks.map(({ handOff }) => handOff)).toEqual([
			"barging",
			"fifo",
			"fifo",
			"able",
		]);
	});

	test("[L3] a preempted spinner takes a free lock when it runs again", () => {
		const jobs = [[user(0, 0, 100, "block"), user(1, 0, 50, "spin"), thread(30, { home: 1 })]];
		const chip = chipOf(scenario({ cores: 2, jobs, locks: locks("barging") }));
		runToEnd(chip);
		expect(finishes(chip)).toEqual([110, 160, 190]);
	});

	test("[L10] who frees its last lock lets one pass that has been woken for it, or that has spun for it", () => {
		const ends = (waiting: "spin" | "block", wakePreempts: boolean) => {
			const nap: ProgramPhase = { type: "sleep", ns: 20, spread: "fixed" };
			const owner = thread([lock(waiting), compute(10), nap, compute(70), unlock, compute(50)], { home: 0 });
			const waiter = thread([lock(waiting), compute(50), unlock], { home: 0 });
			const machine = plainMachine(1, { wakePreempts });
			return finishes(run(scenario({ machine, jobs: [[owner, waiter]], locks: locks("barging") })));
		};
		expect([ends("block", true), ends("spin", true)]).toEqual([
			[200, 150],
			[200, 150],
		]);
		expect(ends("block", false)).toEqual([150, 200]);
	});
});
