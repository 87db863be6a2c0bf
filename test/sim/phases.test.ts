import { describe, expect, test } from "vitest";
import { computeProcess } from "#shared/lessons/machine.ts";
import { at } from "#shared/lib/assert.ts";
import { advance } from "#shared/sim/advance.ts";
import { causesAt } from "#shared/sim/chip/accounting.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import type { ProgramPhase, Scenario, ThreadSpec } from "#shared/sim/scenario/scenario.ts";
import { chipOf, compute, events, finishes, plainMachine, run, scenario, thread } from "./builders.ts";

const repeat = (times: number): ProgramPhase => ({ type: "repeat", from: 0, times });
const bar = (chip: Chip, core: number) => causesAt(at(chip.cores, core), chip.nowNs);

describe("phases", () => {
	test("[F1] a repeat goes back until its phases were done that often; inner loops begin anew in each lap", () => {
		const inner = [compute(10), { type: "repeat", from: 0, times: 3 }, compute(5), repeat(2)] as const;
		const chip = run(scenario({ jobs: [[thread([...inner])]] }));
		expect([finishes(chip), at(chip.threads, 0).workNs]).toEqual([[70], 70]);
	});

	test("[F2] a thread that sleeps frees its core and pays for being woken", () => {
		const machine = plainMachine(1, { wakeNs: 3 });
		const sleeper = thread([compute(10), { type: "sleep", ns: 50, spread: "fixed" }, compute(10)]);
		const chip = run(scenario({ machine, jobs: [[sleeper, thread(20)]] }));
		expect([finishes(chip), bar(chip, 0).idleBlocked, bar(chip, 0).waking]).toEqual([[73, 30], 30, 3]);
	});

	test("[F16] [F17] who is woken is next in the run queue from which it had been started, and takes its core back", () => {
		const sleeper = thread([compute(10), { type: "sleep", ns: 50, spread: "fixed" }, compute(10)], {
			home: 1,
		});
		const others = [100, 100, 100].map((workNs) => thread(workNs, { home: 1 }));
		const jobs = [[sleeper, ...others]];
		expect(finishes(run(scenario({ cores: 2, jobs })))).toEqual([70, 120, 220, 320]);
		const machine = plainMachine(2, { wakePreempts: false });
		expect(finishes(run(scenario({ machine, jobs })))).toEqual([120, 110, 220, 320]);
		const shared = chipOf(scenario({ cores: 2, jobs: [[thread([...sleeper.program]), thread(100)]] }));
		advance(shared, 70);
		expect(at(shared.threads, 0).finishNs).toBe(70);
	});

	test("[F3] a device serves one request after the other, in the order in which they came", () => {
		const io = (before: number) =>
			thread([compute(before), { type: "io", device: 0, ns: 100, spread: "fixed" }]);
		const chip = run(scenario({ cores: 3, jobs: [[io(20), io(10), io(30)]], devices: [{ name: "disk" }] }));
		expect(finishes(chip)).toEqual([210, 110, 310]);
	});

	test("[F4] a barrier lets its threads pass together, when the last one has come", () => {
		const meeting = (before: number) =>
			thread([compute(before), { type: "barrier", barrier: 0 }, compute(1)]);
		const jobs = [[meeting(10), meeting(50), meeting(30)]];
		const chip = run(scenario({ cores: 3, jobs, barriers: [{ name: "b", parties: 3, waiting: "block" }] }));
		expect(finishes(chip)).toEqual([51, 51, 51]);
	});

	test("[F5] threads take chunks of a pool one by one until none is left, the faster ones more", () => {
		const machine = plainMachine(2);
		const cores = machine.cores.map((core, id) => ({ ...core, speed: id === 0 ? core.speed : 0.5 }));
		const worker = thread([{ type: "chunks", pool: 0 }]);
		const pools = [{ name: "loop", chunks: 9, chunkNs: 10 }];
		const chip = run(scenario({ machine: { ...machine, cores }, jobs: [[worker, worker]], pools }));
		expect([finishes(chip), chip.cores.map((core) => core.workDoneNs)]).toEqual([
			[60, 60],
			[60, 30],
		]);
	});

	test("[F6] both sides pay for a message, and a receiver waits until there is one", () => {
		const channels = [{ name: "pipe", capacity: 0, waiting: "block", fixedNs: 10, nsPerByte: 2 }] as const;
		const sender = thread([compute(100), { type: "send", channel: 0, bytes: 20 }]);
		const receiver = thread([{ type: "receive", channel: 0 }, compute(1)]);
		const chip = run(scenario({ cores: 2, jobs: [[sender, receiver]], channels }));
		expect([finishes(chip), bar(chip, 0).ipc + bar(chip, 1).ipc]).toEqual([[150, 201], 100]);
		const late = run(scenario({ jobs: [[sender, receiver]], channels }));
		expect(finishes(late)).toEqual([150, 201]);
	});

	test("[F7] updates without a lock are lost when another one was written in between", () => {
		const update = (before: number) => thread([compute(before), { type: "update", counter: 0, workNs: 10 }]);
		const counters = [{ name: "c" }];
		const overlapping = run(scenario({ cores: 3, jobs: [[update(0), update(5), update(20)]], counters }));
		expect(overlapping.counters).toEqual([{ value: 2, updates: 3 }]);
		const apart = run(scenario({ jobs: [[update(0), update(5), update(20)]], counters }));
		expect(apart.counters).toEqual([{ value: 3, updates: 3 }]);
	});

	test("[F8] delegating takes the master's time, then the jobs arrive", () => {
		const master = thread([{ type: "delegate", job: 1, count: 2, ns: 30, nsPerItem: 0 }], { cores: [0] });
		const made = scenario({ cores: 2, jobs: [[master], [thread(100, { cores: [1] })]] });
		const chip = run({ ...made, arrivals: [{ type: "at", atNs: 0, job: 0 }] });
		expect([finishes(chip), bar(chip, 0).delegating]).toEqual([[30, 130, 230], 30]);
	});

	test("[F8] a batch costs its fixed part once, and its part for each job", () => {
		const master = (count: number) =>
			thread([{ type: "delegate", job: 1, count, ns: 100, nsPerItem: 10 }, repeat(12 / count)], {
				cores: [0],
			});
		const busy = [1, 4, 12].map((count) => {
			const made = scenario({ cores: 2, jobs: [[master(count)], [thread(1, { cores: [1] })]] });
			const chip = run({ ...made, arrivals: [{ type: "at", atNs: 0, job: 0 }] });
			return [bar(chip, 0).delegating, chip.jobsDone];
		});
		expect(busy).toEqual([
			[12 * 110, 13],
			[3 * 140, 13],
			[220, 13],
		]);
	});

	test("[F9] a crash kills its process and nothing else; a robust lock is freed, another stays taken", () => {
		const lock = { type: "lock", lock: 0 } as const;
		const dying = thread([lock, compute(50), { type: "crash", chance: 1 }], { process: 1 });
		const sibling = thread(500, { process: 1 });
		const other = thread([compute(10), lock, compute(5)]);
		const crash = (robust: boolean) =>
			run(
				scenario({
					cores: 3,
					processes: [computeProcess("a"), computeProcess("b")],
					jobs: [[dying, sibling, other]],
					locks: [
						{
							name: "l",
							waiting: "block",
							order: "arrival",
							handOff: "barging",
							inherits: false,
							stripes: 1,
							robust,
						},
					],
					end: { type: "horizon", ns: 300 },
				}),
			).threads.map(({ state, isDead }) => (isDead ? "dead" : state));
		expect(crash(true)).toEqual(["dead", "dead", "done"]);
		expect(crash(false)).toEqual(["dead", "dead", "blocked"]);
	});

	test("[F11] a crash with a chance happens that often, drawn from the thread's own stream", () => {
		const crashed = (chance: number, seed: number) => {
			const processes = Array.from({ length: 400 }, (_, index) => computeProcess(`p${index}`));
			const threads = processes.map((_, process) =>
				thread([compute(5), { type: "crash", chance }], { process }),
			);
			const made = scenario({ processes, jobs: [threads], end: { type: "horizon", ns: 10_000 } });
			return run(made, undefined, seed).threads.flatMap(({ isDead, id }) => (isDead ? id : []));
		};
		expect([crashed(0, 1).length, crashed(1, 1).length]).toEqual([0, 400]);
		expect(Math.abs(crashed(0.25, 1).length - 100)).toBeLessThan(27);
		expect(crashed(0.25, 1)).toEqual(crashed(0.25, 1));
		expect(crashed(0.25, 1)).not.toEqual(crashed(0.25, 2));
	});

	test("[F10] a process that begins again starts its programs from the beginning, with cold caches", () => {
		const processes = [{ ...computeProcess("a"), restartNs: 40 }, computeProcess("b")];
		const jobs = [
			[thread(100), thread([compute(30), { type: "sleep", ns: 1, spread: "fixed" }], { process: 1 })],
		];
		const killer = thread([compute(60), { type: "crash", chance: 1 }]);
		const chip = run(
			scenario({ cores: 3, processes, jobs: [[...at(jobs, 0), killer]], end: { type: "horizon", ns: 250 } }),
		);
		// The killer kills its own process again and again: 60 of work, 40 dead.
		expect(chip.threads.map(({ state, isDead }) => (isDead ? "dead" : state))).toEqual([
			"running",
			"done",
			"running",
		]);
	});
});

describe("crashes, as random scenarios have found them", () => {
	const processes = [{ ...computeProcess("a"), restartNs: 40 }, computeProcess("b")];
	const crash = { type: "crash", chance: 1 } as const;
	const statesAt = (ns: number, jobs: readonly ThreadSpec[], locks: Scenario["locks"] = []) =>
		run(scenario({ cores: 3, processes, locks, jobs: [jobs], end: { type: "horizon", ns } })).threads.map(
			({ state, isDead }) => [state, isDead].join(),
		);

	test("[F9] what a dead thread waited for may end, and the thread stays dead", () => {
		const waiting = thread(10, { after: [0] });
		const killer = thread([compute(60), crash, compute(500)]);
		const other = thread(80, { process: 1 });
		expect(statesAt(90, [other, killer, waiting])).toEqual(["done,false", "blocked,true", "blocked,true"]);
	});

	test("[F10] what it waits for may start while it is dead: it is announced when it begins again", () => {
		const first = thread(200, { process: 1, cores: [2] });
		const before = thread(70, { process: 1, cores: [2] });
		const made = scenario({
			cores: 3,
			processes,
			jobs: [[before, first, thread([compute(60), crash]), thread(10, { after: [1] })]],
			end: { type: "horizon", ns: 300 },
		});
		expect(events(chipOf(made), 300, ["announced"]).at(-1)).toBe("100 announced 3");
	});

	test("[F9] who begins again does not have the lock that it died with", () => {
		const lock = { type: "lock", lock: 0 } as const;
		const holder = thread([lock, compute(100), { type: "unlock", lock: 0 }]);
		const locks = [
			{
				name: "l",
				waiting: "block",
				order: "arrival",
				handOff: "barging",
				inherits: false,
				stripes: 1,
				robust: false,
			},
		] as const;
		expect(statesAt(300, [holder, thread([compute(60), crash])], locks)[0]).toBe("blocked,false");
	});
});

describe("arrivals", () => {
	test("[A4] a process brings its jobs at its gaps, each with a factor of work; another seed draws others", () => {
		const arrivals = [
			{ type: "process", job: 0, gapNs: 100, gaps: "fixed", work: "fixed", count: 3 },
		] as const;
		const jobs = [[thread(10)]];
		expect(events(chipOf(scenario({ jobs, arrivals })), 1_000, ["announced"])).toEqual([
			"100 announced 0",
			"200 announced 1",
			"300 announced 2",
		]);
		const drawn = scenario({
			jobs: [[thread(1_000)]],
			arrivals: [
				{ type: "process", job: 0, gapNs: 9_000, gaps: "exponential", work: "exponential", count: 2_000 },
			],
		});
		const [first, again, other] = [1, 1, 2].map((seed) => run(drawn, undefined, seed));
		expect(first?.nowNs).toBe(again?.nowNs);
		expect(first?.nowNs).not.toBe(other?.nowNs);
		const meanWork = (first?.threads ?? []).reduce((sum, each) => sum + each.workNs, 0) / 2_000;
		expect(Math.abs(meanWork / 1_000 - 1)).toBeLessThan(0.1);
	});

	test("[A5] a client thinks, hands a job in, waits until it is done, and thinks again", () => {
		const arrivals = [
			{ type: "clients", job: 0, clients: 2, thinkNs: 50, thinking: "fixed", work: "fixed" },
		] as const;
		const made = scenario({ jobs: [[thread(10)]], arrivals, end: { type: "horizon", ns: 130 } });
		expect(events(chipOf(made), 130, ["announced", "jobDone"])).toEqual([
			"50 announced 0",
			"50 announced 1",
			"60 jobDone 0",
			"70 jobDone 1",
			"110 announced 2",
			"120 jobDone 2",
			"120 announced 3",
			"130 jobDone 3",
		]);
	});

	test("[T5] a scenario may end with a number of jobs done", () => {
		const arrivals = [{ type: "chain", jobs: [0] }] as const;
		const chip = run(scenario({ jobs: [[thread(10)]], arrivals, end: { type: "jobs", count: 4 } }));
		expect([chip.finished, chip.nowNs]).toEqual([true, 40]);
	});
});
