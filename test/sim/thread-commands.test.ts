import { describe, expect, test } from "vitest";
import { at } from "#shared/lib/assert.ts";
import { priority } from "#shared/policies/textbook/priority.ts";
import { advance } from "#shared/sim/advance.ts";
import { applyCommand } from "#shared/sim/apply-command.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import type { ProcessSpec } from "#shared/sim/scenario/scenario.ts";
import { chipOf, compute, NO_MEMORY, refusal, scenario, thread } from "./builders.ts";

const tens = [thread(10), thread(10), thread(10)];

describe("threads", () => {
	test("[Q10] a priority that is set counts from then on", () => {
		const chip = chipOf(scenario({ jobs: [tens] }), { policy: priority });
		advance(chip, 4);
		expect(refusal(chip, 1, { type: "priority", thread: 2, priority: 5 })).toBe("notYourSeat");
		expect(refusal(chip, 0, { type: "priority", thread: 9, priority: 5 })).toBe("noSuchThread");
		applyCommand(chip, 0, { type: "priority", thread: 2, priority: 5 });
		advance(chip, 14);
		expect(chip.threads.map(({ state }) => state)).toEqual(["running", "ready", "done"]);
		expect(refusal(chip, 0, { type: "priority", thread: 2, priority: 0 })).toBe("alreadyDone");
	});

	test("[Q11] a pinned thread makes way elsewhere and runs only there, until it is let go", () => {
		const jobs = [[thread(30), thread(30)]];
		const chip = chipOf(scenario({ cores: 3, jobs }));
		advance(chip, 10);
		applyCommand(chip, 0, { type: "pin", thread: 0, core: 2 });
		expect([at(chip.cores, 0).thread, at(chip.cores, 2).thread]).toEqual([-1, 0]);
		applyCommand(chip, 0, { type: "pin", thread: 1, core: 2 });
		expect([at(chip.cores, 1).thread, chip.shared]).toEqual([-1, [1]]);
		advance(chip, 12);
		applyCommand(chip, 0, { type: "pin", thread: 1, core: -1 });
		expect(at(chip.cores, 0).thread).toBe(1);
		advance(chip, 90);
		expect(chip.threads.map(({ finishNs }) => finishNs)).toEqual([30, 32]);
	});

	test("[Q11] a pinned thread leaves a run queue in which it could never start", () => {
		const chip = chipOf(scenario({ cores: 2, jobs: [tens] }), { pace: "human", people: [0, 1, 2] });
		advance(chip, 0);
		applyCommand(chip, 1, { type: "plan", thread: 0, core: 0, position: 0 });
		applyCommand(chip, 1, { type: "plan", thread: 1, core: 0, position: 0 });
		applyCommand(chip, 0, { type: "pin", thread: 1, core: 1 });
		expect([at(chip.cores, 0).queue, chip.shared]).toEqual([[], [1, 2]]);
		expect(refusal(chip, 1, { type: "plan", thread: 1, core: 0, position: 0 })).toBe("cannotRunThere");
		expect(refusal(chip, 1, { type: "pin", thread: 1, core: 0 })).toBe("notYourSeat");
		expect(refusal(chip, 0, { type: "pin", thread: 1, core: 2 })).toBe("noSuchCore");
		expect(refusal(chip, 0, { type: "pin", thread: 7, core: 0 })).toBe("noSuchThread");
	});

	test("[Q11] only where its scenario lets it", () => {
		const chip = chipOf(scenario({ cores: 2, jobs: [[thread(10, { cores: [1] })]] }));
		advance(chip, 0);
		expect(refusal(chip, 0, { type: "pin", thread: 0, core: 0 })).toBe("cannotRunThere");
	});
});

describe("restart", () => {
	const crashed = (restartNs: number): Chip => {
		const processes: ProcessSpec[] = [NO_MEMORY, { ...NO_MEMORY, restartNs }];
		const crasher = thread(
			[
				{ type: "sleep", ns: 5, spread: "fixed" },
				{ type: "crash", chance: 1 },
			],
			{
				process: 1,
			},
		);
		const victim = thread(10, { process: 1 });
		const made = scenario({ cores: 3, processes, jobs: [[victim, crasher, thread(60)]] });
		const chip = chipOf(made);
		advance(chip, 20);
		return chip;
	};

	test("[Q12] a process that would stay dead begins again at once", () => {
		const chip = crashed(0);
		expect([at(chip.threads, 0).isDead, chip.alive]).toEqual([true, 1]);
		expect(refusal(chip, 0, { type: "restart", process: 0 })).toBe("notCrashed");
		expect(refusal(chip, 0, { type: "restart", process: 2 })).toBe("noSuchProcess");
		expect(refusal(chip, 1, { type: "restart", process: 1 })).toBe("notYourSeat");
		applyCommand(chip, 0, { type: "restart", process: 1 });
		expect(chip.alive).toBe(3);
		advance(chip, 24);
		expect(at(chip.threads, 0)).toMatchObject({ state: "running", startNs: 0 });
		// From the beginning: its other thread crashes it again.
		advance(chip, 25);
		expect([at(chip.threads, 0).isDead, chip.alive]).toEqual([true, 1]);
		advance(chip, 60);
		expect(refusal(chip, 0, { type: "restart", process: 1 })).toBe("roundOver");
	});

	test("[Q12] one that would come back later begins again now, once", () => {
		const chip = crashed(1_000);
		expect(chip.timers).toHaveLength(1);
		applyCommand(chip, 0, { type: "restart", process: 1 });
		expect(at(chip.threads, 0).state).toBe("running");
		expect(chip.timers.filter(({ what }) => what === "process")).toEqual([]);
		advance(chip, 30);
		expect(chip.timers).toEqual([{ atNs: 1_025, what: "process", id: 1 }]);
	});

	test("[F15] what waited in a run queue or was started from it waits there again; the rest is dealt anew", () => {
		const processes: ProcessSpec[] = [NO_MEMORY, { ...NO_MEMORY, restartNs: 10 }];
		const crasher = thread([compute(5), { type: "crash", chance: 1 }], { process: 1 });
		const victim = thread(50, { process: 1 });
		const made = scenario({ cores: 2, processes, jobs: [[crasher, victim, victim, victim]] });
		const chip = chipOf(made, { pace: "human", people: [0, 1, 2] });
		advance(chip, 0);
		applyCommand(chip, 0, { type: "plan", thread: 0, core: 1, position: 0 });
		applyCommand(chip, 0, { type: "plan", thread: 1, core: 1, position: 0 });
		applyCommand(chip, 0, { type: "plan", thread: 2, core: 0, position: 0 });
		advance(chip, 7);
		expect([at(chip.cores, 1).queue, chip.shared, chip.threads.every(({ isDead }) => isDead)]).toEqual([
			[],
			[],
			true,
		]);
		advance(chip, 15);
		expect(chip.cores.map(({ thread, queue }) => [thread, ...queue])).toEqual([[2], [0, 1]]);
		expect(chip.shared).toEqual([3]);
	});
});
