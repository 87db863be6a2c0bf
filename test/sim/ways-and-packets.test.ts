import { describe, expect, test } from "vitest";
import { computeProcess } from "#shared/lessons/machine.ts";
import { at } from "#shared/lib/assert.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { advance } from "#shared/sim/advance.ts";
import { applyCommand } from "#shared/sim/apply-command.ts";
import { checksum } from "#shared/sim/chip/checksum.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import type { ChipEvent } from "#shared/sim/chip/event.ts";
import { parseScenario } from "#shared/sim/scenario/scenario-file.ts";
import { chipOf, compute, events, refusal, scenario, thread } from "./builders.ts";

const S = NS_PER_PLAY_S;
const processes = [computeProcess("packed"), computeProcess("padded")];
const padded = { name: "padded", process: 1, program: [compute(1.1 * S)] };

/** Two cores and a scheduler that people play; three tasks with a choice, one without, one that waits for the first. */
function played(): Chip {
	const free = thread(S, { wayName: "packed", ways: [padded] });
	const jobs = [[free, free, free, thread(S), thread(S, { after: [0] })]];
	const chip = chipOf(scenario({ cores: 2, processes, jobs }), { pace: "human", people: [0, 1, 2] });
	advance(chip, 0);
	return chip;
}

describe("ways", () => {
	test("[Q8] a waiting thread's way can be chosen until it starts, and back; its work is that of the way", () => {
		const chip = played();
		const before = checksum(chip);
		applyCommand(chip, 0, { type: "choose", thread: 1, way: 1 });
		expect(at(chip.threads, 1)).toMatchObject({
			way: 1,
			workNs: 1.1 * S,
			taskWorkNs: S,
			spec: { process: 1 },
		});
		expect(checksum(chip)).not.toBe(before);
		applyCommand(chip, 0, { type: "choose", thread: 1, way: 0 });
		expect(at(chip.threads, 1)).toMatchObject({ way: 0, workNs: S, taskWorkNs: S, spec: { process: 0 } });
		applyCommand(chip, 0, { type: "choose", thread: 1, way: 1 });
		applyCommand(chip, 1, { type: "plan", thread: 1, core: 0, position: 0 });
		expect(events(chip, 2 * S, ["stopped"])).toEqual([`${1.1 * S} stopped 1 0 done`]);
		expect(refusal(chip, 0, { type: "choose", thread: 1, way: 0 })).toBe("alreadyStarted");
	});

	test("[Q8] a core chooses for its own run queue only", () => {
		const chip = played();
		applyCommand(chip, 1, { type: "plan", thread: 3, core: 0, position: 0 });
		applyCommand(chip, 1, { type: "plan", thread: 0, core: 0, position: 1 });
		expect(refusal(chip, 1, { type: "choose", thread: 1, way: 1 })).toBe("notYourSeat");
		expect(refusal(chip, 2, { type: "choose", thread: 0, way: 1 })).toBe("notYourSeat");
		applyCommand(chip, 1, { type: "choose", thread: 0, way: 1 });
		expect(at(chip.threads, 0).way).toBe(1);
	});

	test("[Q8] there must be such a thread and such a way", () => {
		const chip = played();
		applyCommand(chip, 1, { type: "plan", thread: 2, core: 0, position: 0 });
		expect(refusal(chip, 0, { type: "choose", thread: 2, way: 1 })).toBe("alreadyStarted");
		expect(refusal(chip, 0, { type: "choose", thread: 0, way: 2 })).toBe("noSuchWay");
		expect(refusal(chip, 0, { type: "choose", thread: 3, way: 1 })).toBe("noSuchWay");
		expect(refusal(chip, 0, { type: "choose", thread: 4, way: 0 })).toBe("noSuchThread");
		expect(refusal(chip, 0, { type: "choose", thread: 9, way: 0 })).toBe("noSuchThread");
	});

	test("[Q8] the rule of the shared queue looks at the work of the way that was chosen", () => {
		const chip = played();
		applyCommand(chip, 0, { type: "order", order: "longestFirst" });
		expect(chip.shared).toEqual([0, 1, 2, 3]);
		applyCommand(chip, 0, { type: "choose", thread: 2, way: 1 });
		expect(chip.shared).toEqual([2, 0, 1, 3]);
	});

	test("a file's ways must name what there is", () => {
		const way = { name: "other", process: 7, program: [{ type: "lock", lock: 0 }] };
		const file = {
			title: "ways",
			machine: { cores: [{}] },
			jobs: [{ name: "j", threads: [{ name: "t", program: [{ type: "compute", workNs: 1 }], ways: [way] }] }],
			arrivals: [{ type: "at", atNs: 0, job: 0 }],
			end: { type: "done" },
		};
		expect(parseScenario(file)).toEqual({
			ok: false,
			reason: [
				"jobs[0].threads[0].ways[0].process: expected the index of a process (0 to 0), found 7",
				"jobs[0].threads[0].ways[0].program[0].lock: expected the index of a lock (there is none), found 0",
			],
		});
	});
});

describe("packets", () => {
	test("[Q9] the scheduler deals a job's threads of the shared queue to a core, in their order, behind its plan", () => {
		const jobs = [[thread(S), thread(2 * S), thread(3 * S)], [thread(S)]];
		const chip = chipOf(scenario({ cores: 2, jobs }), { pace: "human", people: [0, 1, 2] });
		advance(chip, 0);
		applyCommand(chip, 0, { type: "order", order: "longestFirst" });
		applyCommand(chip, 1, { type: "plan", thread: 3, core: 0, position: 0 });
		applyCommand(chip, 0, { type: "plan", thread: 0, core: 0, position: 0 });
		applyCommand(chip, 0, { type: "deal", job: 0, core: 0 });
		expect([at(chip.cores, 0).queue, at(chip.cores, 0).thread, chip.shared]).toEqual([[0, 2, 1], 3, []]);
		expect(refusal(chip, 0, { type: "deal", job: 0, core: 0 })).toBe("noneToDeal");
	});

	test("[Q9] all of them or none", () => {
		const many = Array.from({ length: 8 }, () => thread(S));
		const jobs = [many, [thread(S)], [thread(S), thread(S, { cores: [1] })]];
		const chip = chipOf(scenario({ cores: 2, jobs }), { pace: "human", people: [0, 1, 2] });
		advance(chip, 0);
		expect(refusal(chip, 0, { type: "deal", job: 2, core: 0 })).toBe("cannotRunThere");
		expect(refusal(chip, 0, { type: "deal", job: 0, core: 2 })).toBe("noSuchCore");
		expect(refusal(chip, 0, { type: "deal", job: 3, core: 0 })).toBe("noSuchJob");
		expect(refusal(chip, 1, { type: "deal", job: 0, core: 0 })).toBe("notYourSeat");
		applyCommand(chip, 0, { type: "deal", job: 2, core: 1 });
		expect([at(chip.cores, 1).thread, at(chip.cores, 1).queue]).toEqual([9, [10]]);
		expect(refusal(chip, 0, { type: "deal", job: 0, core: 1 })).toBe("queueFull");
		applyCommand(chip, 0, { type: "deal", job: 0, core: 0 });
		expect(at(chip.cores, 0).queue).toEqual([1, 2, 3, 4, 5, 6, 7]);
	});

	test("[Q22] a way goes with the deal, for all that have it and have not started", () => {
		const chip = played();
		const before = checksum(chip);
		expect(refusal(chip, 0, { type: "deal", job: 0, core: 0, way: 2 })).toBe("noSuchWay");
		expect(refusal(chip, 1, { type: "deal", job: 0, core: 0, way: 1 })).toBe("notYourSeat");
		applyCommand(chip, 1, { type: "plan", thread: 0, core: 0, position: 0 });
		const lines: ChipEvent[] = [];
		applyCommand(chip, 0, { type: "deal", job: 0, core: 1, way: 1 }, (event) => lines.push(event));
		expect(chip.threads.map(({ way }) => way)).toEqual([0, 1, 1, 0, 0]);
		expect(at(chip.threads, 1)).toMatchObject({ workNs: 1.1 * S, spec: { process: 1 } });
		expect([at(chip.cores, 1).thread, at(chip.cores, 1).queue]).toEqual([1, [2, 3, 4]]);
		expect(lines.filter(({ type }) => type === "decided")).toEqual(
			[1, 2].map((id) => ({
				type: "decided",
				atNs: 0,
				seat: 0,
				command: { type: "choose", thread: id, way: 1 },
			})),
		);
		expect(checksum(chip)).not.toBe(before);
	});

	test("[Q22] back to its own way, and in the order of the shared queue, which the way may change", () => {
		const chip = played();
		applyCommand(chip, 0, { type: "order", order: "longestFirst" });
		applyCommand(chip, 0, { type: "choose", thread: 2, way: 1 });
		expect(chip.shared.slice(0, 4)).toEqual([2, 0, 1, 3]);
		applyCommand(chip, 0, { type: "deal", job: 0, core: 1, way: 0 });
		expect([at(chip.cores, 1).thread, ...at(chip.cores, 1).queue]).toEqual([2, 0, 1, 3]);
		expect(chip.threads.map(({ way }) => way)).toEqual([0, 0, 0, 0, 0]);
	});

	test("[Q22] a packet without a choice has only its own way", () => {
		const chip = chipOf(scenario({ jobs: [[thread(S)]] }), { pace: "human", people: [0, 1] });
		advance(chip, 0);
		expect(refusal(chip, 0, { type: "deal", job: 0, core: 0, way: 1 })).toBe("noSuchWay");
		applyCommand(chip, 0, { type: "deal", job: 0, core: 0, way: 0 });
		expect(at(chip.cores, 0).thread).toBe(0);
	});
});
