import { describe, expect, test } from "vitest";
import { ordinaryLock } from "#shared/lessons/machine.ts";
import { at } from "#shared/lib/assert.ts";
import { NS_PER_PLAY_S, TURN_NS } from "#shared/lib/units.ts";
import { createLaneRecorder } from "#shared/result/lanes.ts";
import { bestMoments, type Moment, watchChip } from "#shared/result/moments.ts";
import { presentRound } from "#shared/round/recorded-round.ts";
import type { RoundLog, StampedCommand } from "#shared/round/round.ts";
import { CAUSES } from "#shared/sim/chip/chip.ts";
import type { ProgramPhase, Scenario } from "#shared/sim/scenario/scenario.ts";
import { SIM_VERSION } from "#shared/sim/version.ts";
import { chipOf, compute, NO_MEMORY, scenario, thread } from "../sim/builders.ts";

const S = NS_PER_PLAY_S;

/** A round of one chip that people play who do only what `commands` says. */
function roundOf(
	made: Scenario,
	seconds: number,
	commands: readonly StampedCommand[] = [],
	by = "fifo",
): RoundLog {
	const seats = Array.from({ length: made.machine.cores.length + 1 }, () => ({
		driver: by === "fifo" ? ("person" as const) : ("bot" as const),
		policy: by,
	}));
	const header = { simVersion: SIM_VERSION, lesson: "amdahl", seed: 1, level: "standard", part: 0 } as const;
	return {
		header: { ...header, chips: [{ scenario: made, side: 0, seats }] },
		commands,
		turns: (seconds * S) / TURN_NS,
	};
}

function kindOf(moments: readonly Moment[], kind: Moment["kind"]): Moment | undefined {
	return moments.find((moment) => moment.kind === kind);
}

const take = (turn: number, core: number): StampedCommand => ({
	turn,
	chip: 0,
	seat: core + 1,
	command: { type: "take", core },
});

describe("moments worth replaying", () => {
	test("finds the core that stood idle longest although work waited, to the nanosecond", () => {
		const made = scenario({ cores: 2, jobs: [[thread(4 * S), thread(4 * S), thread(4 * S)]] });
		// Core 1 takes at once, core 2 after 2 s of play: 8 turns. The window of people closes later.
		const window = (seat: number): StampedCommand => ({
			turn: 0,
			chip: 0,
			seat,
			command: { type: "window", windowNs: 5 * S },
		});
		const { moments } = watchChip(
			presentRound(roundOf(made, 5, [window(1), window(2), take(0, 0), take(8, 1)])),
			0,
		);
		expect(kindOf(moments, "workWaits")).toMatchObject({ core: 1, fromNs: 0, toNs: 2 * S, amount: 2 * S });
		const sleeps: StampedCommand = {
			turn: 0,
			chip: 0,
			seat: 2,
			command: { type: "sleepAfter", core: 1, ns: 1.5 * S },
		};
		const asleep = watchChip(
			presentRound(roundOf(made, 5, [sleeps, window(1), window(2), take(0, 0), take(8, 1)])),
			0,
		);
		expect(kindOf(asleep.moments, "workWaits"), "until it falls asleep").toMatchObject({ amount: 1.5 * S });
	});

	test("finds the lock that three wait for at once, and not one that only one waits for", () => {
		const critical: ProgramPhase[] = [{ type: "lock", lock: 0 }, compute(2 * S), { type: "unlock", lock: 0 }];
		const locked = (tasks: number): Scenario =>
			scenario({
				cores: 4,
				locks: [ordinaryLock("A", "block")],
				jobs: [Array.from({ length: tasks }, () => thread(critical))],
			});
		const convoy = kindOf(watchChip(presentRound(roundOf(locked(4), 8, [], "steal")), 0).moments, "convoy");
		expect(convoy).toMatchObject({ subject: "A", amount: 3 });
		expect(convoy?.toNs).toBeGreaterThan(3 * S);
		expect(convoy?.toNs).toBeLessThan(7 * S);
		expect(
			kindOf(watchChip(presentRound(roundOf(locked(2), 8, [], "steal")), 0).moments, "convoy"),
		).toBeUndefined();
	});

	test("finds the lost updates, with the counter's name and their number as the counter has it", () => {
		const update: ProgramPhase = { type: "update", counter: 0, workNs: S };
		const made = scenario({
			cores: 2,
			counters: [{ name: "hits" }],
			jobs: [[thread([update]), thread([update])]],
		});
		const lost = kindOf(watchChip(presentRound(roundOf(made, 4, [], "steal")), 0).moments, "lostUpdate");
		expect(lost).toMatchObject({ subject: "hits", amount: 1, core: -1 });
	});

	test("finds when cores fight for a line, with the share of time that they lost", () => {
		const writer = { ...NO_MEMORY, sharedWritesPerUs: 250 };
		const made = scenario({
			cores: 2,
			processes: [writer],
			jobs: [[thread(8 * S), thread(8 * S)]],
		});
		const { moments, lanes } = watchChip(presentRound(roundOf(made, 10, [], "steal")), 0);
		const fight = kindOf(moments, "coherence");
		expect(fight?.amount).toBeGreaterThan(0.4);
		expect(kindOf(moments, "bus")).toBeUndefined();
		for (const lane of lanes)
			for (const bar of lane) expect(CAUSES.reduce((sum, cause) => sum + bar[cause], 0)).toBe(TURN_NS);
	});

	test("finds the crash, with the work that it threw away", () => {
		const made = scenario({ jobs: [[thread([compute(2 * S), { type: "crash", chance: 1 }, compute(S)])]] });
		const crash = kindOf(watchChip(presentRound(roundOf(made, 6, [], "steal")), 0).moments, "crash");
		expect(crash?.amount).toBeCloseTo(2 * S, -3);
		expect(crash?.fromNs).toBeLessThan(2 * S);
		expect(crash?.toNs).toBeGreaterThan(2 * S);
	});

	test("finds nothing where nothing went wrong", () => {
		const made = scenario({ jobs: [[thread(2 * S)]] });
		expect(watchChip(presentRound(roundOf(made, 4, [], "steal")), 0).moments).toEqual([]);
	});
});

describe("the best of them", () => {
	test("are at most three, one of a kind, the worst of it, what changes results first", () => {
		const moment = (kind: Moment["kind"], chip: number, amount: number): Moment => ({
			kind,
			chip,
			amount,
			core: -1,
			fromNs: 0,
			toNs: 1,
			subject: "",
		});
		const best = bestMoments([
			moment("workWaits", 0, 9),
			moment("bus", 1, 0.4),
			moment("bus", 0, 0.3),
			moment("convoy", 2, 4),
			moment("crash", 3, 5),
		]);
		expect(best.map(({ kind, chip }) => `${kind} ${chip}`)).toEqual(["bus 1", "convoy 2", "crash 3"]);
	});
});

describe("lanes", () => {
	test("start where the recorder was made", () => {
		const chip = chipOf(scenario({ cores: 3, jobs: [[thread(S)]] }));
		const recorder = createLaneRecorder(chip);
		recorder.sample();
		expect(recorder.lanes).toHaveLength(3);
		expect(at(at(recorder.lanes, 0), 0).useful).toBe(0);
	});
});
