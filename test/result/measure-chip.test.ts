import { describe, expect, test } from "vitest";
import { BIG_CORE, ordinaryLock } from "#shared/lessons/machine.ts";
import { measureChip } from "#shared/result/measure-chip.ts";
import { advance } from "#shared/sim/advance.ts";
import { applyCommand } from "#shared/sim/apply-command.ts";
import { chipOf, compute, NO_MEMORY, plainMachine, scenario, thread } from "../sim/builders.ts";

describe("what a chip has done", () => {
	test("turnaround and slowdown of all announced threads, unfinished ones up to now", () => {
		const chip = chipOf(scenario({ jobs: [[thread(10), thread(30), thread(5, { after: [1] })]] }));
		advance(chip, 5);
		expect(measureChip(chip)).toMatchObject({ meanTurnaroundNs: 5, meanSlowdown: (5 / 10 + 5 / 30) / 2 });
		advance(chip, 100);
		expect(measureChip(chip)).toMatchObject({
			meanTurnaroundNs: (10 + 40 + 35) / 3,
			meanSlowdown: (1 + 40 / 30 + 35 / 5) / 3,
			worstResponseNs: 40,
			deadlineMisses: 0,
		});
	});

	test("the worst response and misses are those of threads with a deadline", () => {
		const urgent = (deadlineNs: number) => thread(10, { deadlineNs });
		const chip = chipOf(scenario({ jobs: [[urgent(10), urgent(15), urgent(40), thread(100)]] }));
		advance(chip, 12);
		expect(measureChip(chip)).toMatchObject({ deadlineMisses: 0, worstResponseNs: 12 });
		advance(chip, 16);
		expect(measureChip(chip)).toMatchObject({ deadlineMisses: 1, worstResponseNs: 16 });
		advance(chip, 200);
		expect(measureChip(chip)).toMatchObject({ deadlineMisses: 1, worstResponseNs: 30 });
	});

	test("energy by what cores were doing", () => {
		const core = { ...BIG_CORE, activeMw: 100, idleMw: 10 };
		const machine = { ...plainMachine(2), cores: [core, core] };
		const chip = chipOf(scenario({ machine, jobs: [[thread(50)]] }));
		advance(chip, 50);
		expect(measureChip(chip).energyPj).toBe(50 * 100 + 50 * 10);
	});

	test("updates and the lost ones", () => {
		const update = thread([{ type: "update", counter: 0, workNs: 10 }]);
		const counters = [{ name: "counter" }];
		const raced = chipOf(scenario({ cores: 3, counters, jobs: [[update, update, update]] }));
		advance(raced, 100);
		expect(measureChip(raced)).toMatchObject({ updates: 3, lostUpdates: 2 });
		const alone = chipOf(scenario({ cores: 1, counters, jobs: [[update, update, update]] }));
		advance(alone, 100);
		expect(measureChip(alone)).toMatchObject({ updates: 3, lostUpdates: 0 });
	});

	test("work that a crash threw away", () => {
		const processes = [NO_MEMORY, { ...NO_MEMORY, restartNs: 10 }];
		const crasher = thread(
			[
				{ type: "sleep", ns: 20, spread: "fixed" },
				{ type: "crash", chance: 1 },
			],
			{ process: 1 },
		);
		const jobs = [[crasher, thread(50, { process: 1 }), thread(100)]];
		const chip = chipOf(scenario({ cores: 3, processes, jobs, end: { type: "horizon", ns: 29 } }));
		advance(chip, 29);
		expect(measureChip(chip)).toMatchObject({ workNs: 20 + 29, workLostNs: 20, taskWorkNs: 29 });
	});

	test("work counts as the task's own way does, whichever way was chosen", () => {
		const padded = { name: "padded", process: 0, program: [compute(150)] };
		const locked = {
			name: "locked",
			process: 0,
			program: [{ type: "lock", lock: 0 } as const, compute(80), { type: "unlock", lock: 0 } as const],
		};
		const choice = thread(100, { ways: [padded, locked] });
		const locks = [ordinaryLock("l", "block")];
		const end = { type: "horizon", ns: 1_000 } as const;
		const jobs = [[choice, choice, choice]];
		const chip = chipOf(scenario({ locks, jobs, end }), { pace: "human", people: [0, 1] });
		advance(chip, 0);
		applyCommand(chip, 0, { type: "choose", thread: 1, way: 1 });
		applyCommand(chip, 0, { type: "choose", thread: 2, way: 2 });
		for (const id of [0, 1, 2]) applyCommand(chip, 1, { type: "plan", thread: id, core: 0, position: 9 });
		advance(chip, 175);
		expect(measureChip(chip)).toMatchObject({ workNs: 175, taskWorkNs: 150, jobsByWork: 0.5 });
		advance(chip, 1_000);
		expect(measureChip(chip)).toMatchObject({ workNs: 330, taskWorkNs: 300, jobsByWork: 1 });
	});
});
