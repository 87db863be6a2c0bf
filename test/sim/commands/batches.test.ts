import { describe, expect, test } from "vitest";
import { at } from "#shared/lib/assert.ts";
import { NEVER_NS, NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { batches } from "#shared/policies/experts/asymmetric.ts";
import { createHumanPaced } from "#shared/policies/parts/human-paced.ts";
import { measureChip } from "#shared/result/measure-chip.ts";
import { advance, runToEnd } from "#shared/sim/advance.ts";
import { applyCommand } from "#shared/sim/apply-command.ts";
import { causesAt } from "#shared/sim/chip/accounting.ts";
import { checksum } from "#shared/sim/chip/checksum.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import { cloneChip } from "#shared/sim/chip/clone.ts";
import type { HandOutSpec } from "#shared/sim/scenario/hand-out.ts";
import type { Scenario, ThreadSpec } from "#shared/sim/scenario/scenario.ts";
import { parseScenario } from "#shared/sim/scenario/scenario-file.ts";
import { chipOf, compute, events, plainMachine, refusal, run, scenario, thread } from "../builders.ts";

const S = NS_PER_PLAY_S;
const BY_MASTER: HandOutSpec = {
	master: 0,
	ns: S,
	nsPerItem: S / 10,
	misfit: 3,
	aheadMax: 2,
	sizes: [2],
};
const BY_ONESELF: HandOutSpec = { ...BY_MASTER, master: -1 };

function job(count: number, eachS: number, change: Partial<ThreadSpec> = {}): ThreadSpec {
	const eachNs = eachS * S;
	return thread([compute(count * eachNs)], { items: { count, eachNs }, divisible: true, ...change });
}

/** Core 0 can do nothing special, core 1 cpu, core 2 dsp. All seats are people's. */
function made(handOut: HandOutSpec, jobs: readonly (readonly ThreadSpec[])[]): Scenario {
	const machine = plainMachine(3);
	const cores = [[], ["cpu"], ["dsp"]].map((can, core) => ({ ...at(machine.cores, core), can }));
	return scenario({ machine: { ...machine, cores }, jobs, handOut });
}

/** Nobody asks for whoever has not answered. */
const WAITS = createHumanPaced("waits", { asks: true });

function played(handOut: HandOutSpec, jobs: readonly (readonly ThreadSpec[])[]): Chip {
	const chip = chipOf(made(handOut, jobs), { pace: "human", people: [0, 1, 2, 3], policy: WAITS });
	advance(chip, 0);
	for (const { id } of chip.seats) applyCommand(chip, id, { type: "window", windowNs: 10 * S });
	return chip;
}

const ask = (chip: Chip, seat: number, of: number, count: number) =>
	applyCommand(chip, seat, { type: "ask", thread: of, count });

describe("batches", () => {
	test("[H1] no core runs a divisible thread; it is done, and what waits for it ready, when all its items are", () => {
		const chip = played(BY_MASTER, [[job(4, 1), thread(S, { after: [0] })]]);
		for (const core of [1, 2])
			expect(refusal(chip, 0, { type: "plan", thread: 0, core, position: 0 })).toBe("cannotRunThere");
		ask(chip, 2, 0, 3);
		expect(at(chip.threads, 0)).toMatchObject({ state: "ready", workNs: S, queue: -1 });
		ask(chip, 2, 0, 1);
		expect(at(chip.threads, 0)).toMatchObject({ state: "blocked", workNs: 0 });
		// 1.3 s and 3 s of work; then the other batch, handed out meanwhile.
		advance(chip, 5.3 * S - 1);
		expect([at(chip.threads, 0).state, at(chip.threads, 1).state]).toEqual(["blocked", "waiting"]);
		advance(chip, 5.3 * S);
		expect([at(chip.threads, 0).finishNs, at(chip.threads, 1).readyNs]).toEqual([5.3 * S, 5.3 * S]);
		expect(chip.jobs[0]).toMatchObject({ undone: 1, threads: [0, 1, 2, 3] });
	});

	test("[H2] a core gets what it asks for or all that are left, and nobody else touches its batch", () => {
		const chip = played(BY_ONESELF, [[job(3, 1)]]);
		expect(ask(chip, 2, 0, 2).ok).toBe(true);
		ask(chip, 3, 0, 9);
		expect([1, 2].map((id) => at(chip.threads, id).spec.items)).toEqual([
			{ count: 2, eachNs: S },
			{ count: 1, eachNs: S },
		]);
		ask(chip, 2, 0, 1);
		expect(refusal(chip, 2, { type: "ask", thread: 0, count: 1 })).toBe("alreadyDone");
		const waiting = played(BY_MASTER, [[job(9, 1)]]);
		ask(waiting, 2, 0, 1);
		ask(waiting, 3, 0, 1);
		for (const core of [1, 2])
			expect(refusal(waiting, 0, { type: "plan", thread: 2, core, position: 0 })).toBe("cannotRunThere");
		expect(refusal(waiting, 0, { type: "unplan", thread: 2 })).toBe("batchStays");
		expect(refusal(waiting, 0, { type: "pin", thread: 2, core: 1 })).toBe("batchStays");
		expect(refusal(waiting, 0, { type: "pin", thread: 0, core: 1 })).toBe("batchStays");
		expect(refusal(waiting, 2, { type: "steal", from: 0 })).toBe("cannotRunThere");
	});

	test("[H3] a master hands out in the order of asking, for a fixed time and one for each item", () => {
		const chip = played(BY_MASTER, [[job(9, 1)]]);
		ask(chip, 3, 0, 2);
		ask(chip, 2, 0, 5);
		expect(refusal(chip, 1, { type: "ask", thread: 0, count: 1 })).toBe("isMaster");
		expect(events(chip, 9 * S, ["handedOut", "stopped"])).toEqual([
			`${1.2 * S} stopped 1 0 yielded`,
			`${1.2 * S} handedOut 1 2 0`,
			`${2.7 * S} stopped 2 0 yielded`,
			`${2.7 * S} handedOut 2 1 0`,
			`${3.2 * S} stopped 1 2 done`,
			`${7.7 * S} stopped 2 1 done`,
		]);
		expect(chip.cores.map((core) => causesAt(core, chip.nowNs).delegating)).toEqual([2.7 * S, 0, 0]);
	});

	test("[H3] without a master who asks pays on its own core, before its first item", () => {
		const chip = played(BY_ONESELF, [[job(9, 1)]]);
		ask(chip, 3, 0, 2);
		expect(events(chip, 9 * S, ["stopped", "handedOut"])).toEqual([`${3.2 * S} stopped 1 2 done`]);
		const { delegating, useful } = causesAt(at(chip.cores, 2), chip.nowNs);
		expect({ delegating, useful }).toEqual({ delegating: 1.2 * S, useful: 2 * S });
	});

	test("[H3] who puts a batch back while it is handed out pays anew", () => {
		const chip = played(BY_ONESELF, [[job(9, 1)]]);
		ask(chip, 2, 0, 1);
		advance(chip, 0.5 * S);
		applyCommand(chip, 2, { type: "yield" });
		advance(chip, 9 * S);
		expect(at(chip.threads, 1).finishNs).toBe(0.5 * S + 1.1 * S + S);
	});

	test("[H4] a core that is not made for it takes longer, for work that is worth the same", () => {
		const chip = played(BY_ONESELF, [[job(4, 1, { needs: "dsp" })]]);
		expect(chip.backlogNs).toBe(4 * S);
		ask(chip, 2, 0, 2);
		expect(at(chip.threads, 1)).toMatchObject({ workNs: 6 * S, taskWorkNs: 2 * S });
		expect(chip.backlogNs).toBe(4 * S);
		advance(chip, 9 * S);
		expect(at(chip.threads, 1).finishNs).toBe(7.2 * S);
		const { workNs, taskWorkNs } = measureChip(chip);
		expect(workNs).toBe(6 * S);
		expect(taskWorkNs).toBeCloseTo(2 * S, 3);
	});

	test("[H5] only the first ready one of each ability may be asked for", () => {
		const cpu = job(9, 1, { needs: "cpu" });
		const chip = played(BY_MASTER, [[cpu, cpu, job(9, 1, { needs: "dsp" }), job(9, 1, { after: [0] })]]);
		expect(refusal(chip, 2, { type: "ask", thread: 1, count: 1 })).toBe("notFirst");
		expect(ask(chip, 2, 2, 1).ok).toBe(true);
		expect(ask(chip, 2, 0, 1).ok).toBe(true);
		expect(refusal(chip, 3, { type: "ask", thread: 3, count: 1 })).toBe("notYetReady");
		expect(refusal(chip, 3, { type: "ask", thread: 4, count: 1 })).toBe("notDivisible");
		expect(refusal(chip, 3, { type: "ask", thread: 40, count: 1 })).toBe("noSuchThread");
		expect(refusal(chip, 0, { type: "ask", thread: 0, count: 1 })).toBe("notYourSeat");
	});

	test("[H6] a core has no more batches waiting than it may; one that it has begun does not count", () => {
		const chip = played(BY_MASTER, [[job(9, 1)]]);
		ask(chip, 2, 0, 1);
		ask(chip, 2, 0, 1);
		expect(refusal(chip, 2, { type: "ask", thread: 0, count: 1 })).toBe("askedEnough");
		advance(chip, 1.2 * S);
		expect(ask(chip, 2, 0, 1).ok).toBe(true);
		expect(refusal(chip, 2, { type: "ask", thread: 0, count: 1 })).toBe("askedEnough");
	});

	test("[H7] the scheduler orders divisible threads; what else waits keeps its place", () => {
		const chip = played(BY_MASTER, [[job(3, 1), thread(5 * S), job(2, 1), job(1, 1)]]);
		expect(applyCommand(chip, 0, { type: "reorder", thread: 3, position: 0 }).ok).toBe(true);
		expect(chip.shared).toEqual([3, 1, 0, 2]);
		applyCommand(chip, 0, { type: "reorder", thread: 3, position: 9 });
		expect(chip.shared).toEqual([0, 1, 2, 3]);
		const before = checksum(chip);
		applyCommand(chip, 0, { type: "reorder", thread: 3, position: 1 });
		expect(chip.shared).toEqual([0, 1, 3, 2]);
		expect(checksum(chip)).not.toBe(before);
		expect(refusal(chip, 0, { type: "reorder", thread: 1, position: 0 })).toBe("notDivisible");
		expect(refusal(chip, 2, { type: "reorder", thread: 0, position: 0 })).toBe("notYourSeat");
		applyCommand(chip, 0, { type: "order", order: "longestFirst" });
		applyCommand(chip, 0, { type: "reorder", thread: 3, position: 0 });
		expect(chip.shared).toEqual([1, 0, 2, 3]);
		ask(chip, 2, 0, 9);
		expect(refusal(chip, 0, { type: "reorder", thread: 0, position: 0 })).toBe("alreadyDone");
	});

	test("[H8] an idle core that has asked for nothing is to decide; else the policy asks", () => {
		const chip = chipOf(made(BY_MASTER, [[job(9, 1)]]), {
			pace: "human",
			people: [0, 1, 2, 3],
			policy: batches(8),
		});
		advance(chip, 0);
		expect(chip.seats.map(({ deadlineNs }) => deadlineNs)).toEqual([NEVER_NS, NEVER_NS, 2.5 * S, 2.5 * S]);
		ask(chip, 2, 0, 1);
		expect(at(chip.seats, 2).deadlineNs).toBe(NEVER_NS);
		const alone = chipOf(made(BY_MASTER, [[job(9, 1, { needs: "cpu" })]]), {
			pace: "human",
			people: [0, 1, 2, 3],
			policy: batches(8),
		});
		expect(events(alone, 2.5 * S, ["asked"])).toEqual([`${2.5 * S} asked 2 1 0 8`]);
	});

	test("[H9] under a policy that does not ask cores do so by themselves, what they are made for first", () => {
		const jobs = [[job(5, 1, { needs: "dsp" }), job(3, 1, { needs: "cpu" })]];
		for (const handOut of [BY_MASTER, BY_ONESELF]) {
			const chip = run(made(handOut, jobs));
			expect([chip.finished, chip.jobsDone, chip.alive]).toEqual([true, 1, 0]);
			const first = chip.threads.filter(({ spec }) => spec.divisible === false).slice(0, 2);
			const askers = first.map(({ spec: { cores, items } }) => [cores[0], items?.count]);
			if (handOut.master === 0)
				expect(askers).toEqual([
					[1, 2],
					[2, 2],
				]);
		}
	});

	test("a copy goes on as the original does, and they do not touch each other", () => {
		const chip = played(BY_MASTER, [[job(9, 1)]]);
		ask(chip, 2, 0, 3);
		const copy = cloneChip(chip);
		ask(copy, 3, 0, 2);
		expect(at(chip.threads, 0).spec.items?.count).toBe(6);
		ask(chip, 3, 0, 2);
		advance(chip, 4 * S);
		advance(copy, 4 * S);
		expect(checksum(copy)).toBe(checksum(chip));
	});
});

test("what cannot be handed out is refused with the place and what was expected", () => {
	const file = (change: object, handOut?: object) =>
		parseScenario({
			title: "t",
			machine: { cores: [{}, {}] },
			jobs: [
				{
					name: "j",
					threads: [
						{
							name: "t",
							items: { count: 2, eachNs: 5 },
							divisible: true,
							program: [{ type: "compute", workNs: 10 }],
							...change,
						},
					],
				},
			],
			arrivals: [{ type: "at", atNs: 0, job: 0 }],
			end: { type: "done" },
			...(handOut && { handOut }),
		});
	const faults = (change: object, handOut: object | undefined = { ns: 1 }) => {
		const parsed = file(change, handOut);
		return parsed.ok ? [] : parsed.reason;
	};
	expect(faults({})).toEqual([]);
	const where = "jobs[0].threads[0].divisible";
	expect(file({}).ok).toBe(false);
	expect(faults({ program: [{ type: "compute", workNs: 9 }] })).toEqual([
		`${where}: expected a program of one fixed compute phase, as long as all items (10), found 9`,
	]);
	expect(
		faults({
			program: [
				{ type: "compute", workNs: 10 },
				{ type: "crash", chance: 0.1 },
			],
		}),
	).toEqual([
		`${where}: expected a program of one fixed compute phase, as long as all items (10), found another`,
		`${where}: expected a process in which no thread crashes, found process 0`,
	]);
	expect(faults({ deadlineNs: 5, serial: true })).toEqual([
		`${where}: expected no deadline, found 5`,
		`${where}: expected a thread that is not serial, because its batches run side by side`,
	]);
	expect(faults({}, { ns: 1, master: 2 })).toEqual([
		"handOut.master: expected the index of a core (0 to 1), found 2",
	]);
});

test("a scenario of batches runs to its end without a screen", () => {
	const chip = chipOf(made(BY_MASTER, [[job(40, 0.1)], [job(3, 2, { needs: "dsp" })]]));
	runToEnd(chip);
	expect([chip.jobsDone, chip.isStuck]).toEqual([2, false]);
});
