import { describe, expect, test } from "vitest";
import { ordinaryLock } from "#shared/lessons/machine.ts";
import { at } from "#shared/lib/assert.ts";
import { NEVER_NS, NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { fifo } from "#shared/policies/textbook/fifo.ts";
import { rr } from "#shared/policies/textbook/rr.ts";
import { advance, nextEventNs, runToEnd } from "#shared/sim/advance.ts";
import { applyCommand } from "#shared/sim/apply-command.ts";
import { checksum } from "#shared/sim/chip/checksum.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import { cloneChip } from "#shared/sim/chip/clone.ts";
import { waitOf } from "#shared/sim/chip/wait.ts";
import type { LockWaiting, ProgramPhase, ThreadSpec } from "#shared/sim/scenario/scenario.ts";
import { chipOf, compute, events, NO_MEMORY, run, scenario, thread } from "./builders.ts";

const S = NS_PER_PLAY_S;
const lock = (index: number): ProgramPhase => ({ type: "lock", lock: index });
const unlock = (index: number): ProgramPhase => ({ type: "unlock", lock: index });
const deadline = { type: "horizon", ns: 200 * S } as const;

/** Takes two locks, one after the other: two threads that do so in opposite order wait for each other. */
const embrace = (first: number, second: number): ThreadSpec =>
	thread([lock(first), compute(1_000), lock(second), compute(1_000)]);

function embraced(waiting: LockWaiting, change: Partial<Parameters<typeof scenario>[0]> = {}) {
	const locks = ["left", "right"].map((name) => ordinaryLock(name, waiting));
	return scenario({ cores: 2, locks, jobs: [[embrace(0, 1), embrace(1, 0)]], ...change });
}

const stuckEvents = (chip: Chip, toNs = 200 * S) => events(chip, toNs, ["stuck", "finished"]);

describe("a chip on which nothing moves", () => {
	test.each(["block", "spin"] as const)("[T9] says so at once if nothing is due (%s)", (waiting) => {
		const chip = chipOf(embraced(waiting));
		expect(stuckEvents(chip)).toEqual(["1000 stuck 1000"]);
		expect([chip.isStuck, chip.finished, nextEventNs(chip)]).toEqual([true, false, NEVER_NS]);
		expect(chip.threads.map((each) => waitOf(chip, each))).toEqual([
			{ for: "lock", lock: 1, owner: 1 },
			{ for: "lock", lock: 0, owner: 0 },
		]);
	});

	test("[T9] where spinners take turns for ever, says so when each has had its slice, and stops there", () => {
		// A third thread waits for a core: the two spinners do not leave it one for long, but it ends.
		const jobs = [[embrace(0, 1), embrace(1, 0)], [thread(9_000)], [thread([lock(0)])]];
		const chip = run(embraced("spin", { jobs, quantumNs: 5_000 }), rr);
		expect([chip.isStuck, chip.finished, chip.threadsDone]).toEqual([true, false, 1]);
		expect(chip.nowNs).toBe(chip.stillNs + 30 * S + 4 * 5_000);
	});

	test("[T9] in a scenario with a horizon it says so once, and ends there all the same", () => {
		const chip = chipOf(embraced("spin", { end: deadline, quantumNs: S }), { policy: rr });
		expect(stuckEvents(chip)).toEqual([`${33 * S + 1_000} stuck 1000`, `${200 * S} finished`]);
	});

	test("[T9] is not stuck while a time runs out, somebody is to come, or a process is to begin again", () => {
		const late = [0, 40 * S].map((atNs, job) => ({ type: "at" as const, atNs, job }));
		const jobs = [[embrace(0, 1), embrace(1, 0)], [thread(S)]];
		expect(stuckEvents(chipOf(embraced("block", { jobs, arrivals: late })))).toEqual([
			`${41 * S} stuck ${41 * S}`,
		]);
		const waits = [thread([{ type: "receive", channel: 0 }], { process: 1 })];
		const channels = [{ name: "c", fixedNs: 0, nsPerByte: 0, capacity: 0, waiting: "block" as const }];
		const dying = [thread([compute(1_000), { type: "crash", chance: 1 }])];
		const crashing = (restartNs: number) =>
			scenario({ processes: [{ ...NO_MEMORY, restartNs }, NO_MEMORY], jobs: [waits, dying], channels });
		expect(stuckEvents(chipOf(crashing(0)))).toEqual(["1000 stuck 1000"]);
		expect(stuckEvents(chipOf(crashing(50 * S)))).toEqual([]);
	});

	test("[T9] a thread that spins only for a time is waited for", () => {
		// The owner waits for a message; its sender waits for the only core, on which the second thread spins for 60 s.
		const channels = [{ name: "c", fixedNs: 0, nsPerByte: 0, capacity: 0, waiting: "block" as const }];
		const owner = thread([lock(0), { type: "receive", channel: 0 }, unlock(0)]);
		const sender = thread([{ type: "send", channel: 0, bytes: 0 }]);
		const jobs = [[owner, thread([lock(0), unlock(0)]), sender]];
		const chip = chipOf(scenario({ locks: [ordinaryLock("a", "block")], channels, jobs }));
		applyCommand(chip, 1, { type: "spinFor", ns: 60 * S });
		expect(stuckEvents(chip)).toEqual([`${60 * S} finished`]);
	});

	test("[T9] at human pace nobody calls it stuck before people and bots have had their chance", () => {
		const waits = scenario({ jobs: [[thread(S)]], end: deadline });
		const chip = chipOf(waits, { pace: "human", people: [0, 1] });
		applyCommand(chip, 1, { type: "window", windowNs: 10 * S });
		expect(events(chip, 100 * S, ["started", "stuck"])).toEqual([`${10 * S} started 0 0`]);
		const never = { ...fifo, pick: () => -1 };
		const idle = chipOf(waits, { pace: "human", policy: never });
		expect(stuckEvents(idle)).toEqual([`${30 * S} stuck 0`, `${200 * S} finished`]);
		expect(waitOf(idle, at(idle.threads, 0))).toEqual({ for: "core" });
	});

	test("[T9] a command may free it, and the chip goes on", () => {
		// The owner dies with its lock, and begins again only when told to: then it waits for the lock it has not freed.
		const dying = thread([compute(100), lock(0), compute(900), { type: "crash", chance: 1 }]);
		const waiting = thread([{ type: "sleep", ns: 500, spread: "fixed" }, lock(0), compute(1_000)], {
			process: 1,
		});
		const processes = [NO_MEMORY, NO_MEMORY];
		const chip = chipOf(
			scenario({
				cores: 2,
				processes,
				jobs: [[dying, waiting]],
				locks: [{ ...ordinaryLock("a", "block"), robust: false }],
			}),
		);
		runToEnd(chip);
		expect([chip.isStuck, chip.nowNs]).toEqual([true, 1_000]);
		applyCommand(chip, 0, { type: "restart", process: 0 });
		expect([chip.isStuck, chip.stillNs, chip.nowNs]).toEqual([false, NEVER_NS, 1_000]);
		runToEnd(chip);
		expect([chip.isStuck, chip.stillNs, chip.nowNs]).toEqual([true, 1_100, 1_100]);
	});

	test("[T9] [T1] however advance is cut into calls, and in a copy", () => {
		const made = embraced("spin", { end: deadline, quantumNs: S });
		const [whole, cut] = [chipOf(made, { policy: rr }), chipOf(made, { policy: rr })];
		advance(whole, 100 * S);
		let copy = cut;
		for (let toNs = 0; toNs <= 100 * S; toNs += S / 2) {
			copy = cloneChip(copy);
			advance(copy, toNs);
		}
		expect([checksum(copy), copy.isStuck]).toEqual([checksum(whole), true]);
	});
});
