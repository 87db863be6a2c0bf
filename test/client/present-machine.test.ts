import { describe, expect, test } from "vitest";
import { amdahl } from "#shared/lessons/amdahl.ts";
import { rushHour } from "#shared/lessons/rush-hour.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { advance } from "#shared/sim/advance.ts";
import { createNewsMemory, nextNews } from "../../client/present/chip-news.ts";
import { type MachineView, viewMachine } from "../../client/present/machine-view.ts";
import { botChip, richScenario } from "./rich-scenario.ts";

const EMPTY: MachineView = {
	bus: undefined,
	l3: undefined,
	locks: undefined,
	updates: undefined,
	crashes: undefined,
	deadlines: undefined,
	backlog: undefined,
	wave: undefined,
	coming: undefined,
	energyMj: undefined,
	isStuck: false,
};

describe("what the machine shows", () => {
	test("of a lesson that shares nothing there is no gauge at all", () => {
		const scenario = amdahl.createScenario({ cores: 4, seed: 1, level: "standard", side: 0 });
		expect(viewMachine(botChip(scenario))).toEqual(EMPTY);
	});

	test("its figures are the chip's own", () => {
		const chip = botChip(richScenario());
		advance(chip, 30 * NS_PER_PLAY_S);
		const machine = viewMachine(chip);
		const [counter] = chip.counters;
		expect(machine.updates).toEqual({
			lost: (counter?.updates ?? 0) - (counter?.value ?? 0),
			all: counter?.updates,
		});
		expect(machine.bus).toBe(chip.memory.busLoad);
		expect(machine.locks?.map(({ name }) => name)).toEqual(["Accounts", "Seats"]);
		expect((machine.l3 ?? []).reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(1 + 1e-9);
		expect(machine.energyMj).toBeGreaterThan(0);
	});

	test("a task counts as late from its deadline on, done or not", () => {
		const chip = botChip(richScenario());
		advance(chip, 13 * NS_PER_PLAY_S);
		expect(viewMachine(chip).deadlines?.late).toBe(0);
		advance(chip, 60 * NS_PER_PLAY_S);
		const due = chip.threads.filter(({ spec }) => spec.deadlineNs > 0);
		const late = due.filter(
			({ announcedNs, finishNs, spec }) => Math.min(finishNs, chip.nowNs) > announcedNs + spec.deadlineNs,
		);
		expect(late.length).toBeGreaterThan(0);
		expect(viewMachine(chip).deadlines?.late).toBe(late.length);
	});
});

describe("what is told of it", () => {
	const crashed = { ...EMPTY, crashes: [{ process: 2, name: "Room B", dead: 3, backInS: 2 }] };

	test("what had happened before one looked is no news", () => {
		expect(nextNews(createNewsMemory(crashed), crashed, 5)).toBeUndefined();
	});

	test("a crash is told once, and that the process is back", () => {
		const memory = createNewsMemory({ ...EMPTY, crashes: [] });
		expect(nextNews(memory, crashed, 10)).toEqual({ type: "crashed", process: "Room B", tasks: 3 });
		expect(nextNews(memory, crashed, 13)).toBeUndefined();
		expect(nextNews(memory, { ...EMPTY, crashes: [] }, 16)).toEqual({ type: "restarted", process: "Room B" });
	});

	test("it is news once that nothing moves any more, and again after it has moved", () => {
		const { isStuck } = viewMachine({ ...botChip(richScenario()), isStuck: true });
		const memory = createNewsMemory(EMPTY);
		expect(nextNews(memory, { ...EMPTY, isStuck }, 30)).toEqual({ type: "stuck" });
		expect(nextNews(memory, { ...EMPTY, isStuck: true }, 40)).toBeUndefined();
		expect(nextNews(memory, EMPTY, 50)).toBeUndefined();
		expect(nextNews(memory, { ...EMPTY, isStuck: true }, 60)).toEqual({ type: "stuck" });
	});

	test("sentences come at least 2.5 s apart, and what was lost meanwhile is counted in the next", () => {
		const lost = (count: number) => ({ ...EMPTY, updates: { lost: count, all: 100 } });
		const memory = createNewsMemory(lost(0));
		expect(nextNews(memory, lost(2), 1)).toEqual({ type: "updatesLost", count: 2 });
		expect(nextNews(memory, lost(5), 2)).toBeUndefined();
		expect(nextNews(memory, lost(9), 9.5)).toEqual({ type: "updatesLost", count: 7 });
	});

	test("a convoy and a full bus are told again only after they have gone", () => {
		const locks = (waiters: number) => ({ ...EMPTY, locks: [{ lock: 0, name: "L", owners: [0], waiters }] });
		const memory = createNewsMemory(locks(0));
		expect(nextNews(memory, locks(3), 1)?.type).toBe("convoy");
		expect(nextNews(memory, locks(4), 20)).toBeUndefined();
		expect(nextNews(memory, locks(1), 30)).toBeUndefined();
		expect(nextNews(memory, locks(3), 40)).toEqual({ type: "convoy", lock: "L", waiters: 3 });
		const bus = createNewsMemory({ ...EMPTY, bus: 0.2 });
		expect(
			[0.95, 0.8, 0.95, 0.5, 0.95].map((load, at) => nextNews(bus, { ...EMPTY, bus: load }, at * 10)?.type),
		).toEqual(["busFull", undefined, undefined, undefined, "busFull"]);
	});

	test("which wave it is, of how many, and what it takes to survive them", () => {
		const scenario = rushHour.createScenario({ cores: 4, seed: 1, level: "standard", side: 0 });
		const chip = botChip(scenario);
		const numberAt = (atS: number) => {
			advance(chip, atS * NS_PER_PLAY_S);
			return viewMachine(chip).wave?.number;
		};
		expect([1, 10, 21, 45].map(numberAt)).toEqual([1, 1, 2, 3]);
		expect(viewMachine(chip).wave).toMatchObject({ all: 15, leftS: 255, overS: 10 });
		expect(viewMachine(chip).wave?.limitS).toBe(viewMachine(chip).backlog?.limitS);
		expect(viewMachine(botChip(richScenario())).wave).toBeUndefined();
	});

	test("a wave is told before it comes, once, with what it brings", () => {
		const scenario = rushHour.createScenario({ cores: 4, seed: 2, level: "standard", side: 0 });
		const chip = botChip(scenario);
		advance(chip, 13 * NS_PER_PLAY_S);
		const memory = createNewsMemory(viewMachine(chip));
		const told = nextNews(memory, viewMachine(chip), 13);
		expect(told).toMatchObject({ type: "coming", name: "Wave 2", inS: 7 });
		const wave = scenario.arrivals.flatMap((arrival) =>
			arrival.type === "at" && arrival.atNs >= 20 * NS_PER_PLAY_S && arrival.atNs < 40 * NS_PER_PLAY_S
				? (arrival.notice ?? [])
				: [],
		);
		const brings = told?.type === "coming" ? told.brings : [];
		expect(brings.reduce((sum, { count }) => sum + count, 0)).toBe(wave.length - 1);
		for (const { name, count } of brings)
			expect(wave.filter((notice) => notice === name)).toHaveLength(count);
		expect(nextNews(memory, viewMachine(chip), 18)?.type).not.toBe("coming");
	});
});
