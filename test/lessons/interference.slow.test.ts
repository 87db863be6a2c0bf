import { describe, expect, test } from "vitest";
import { interference } from "#shared/lessons/interference.ts";
import { at, numberAt } from "#shared/lib/assert.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { BUS_SHARE, capStreams } from "#shared/policies/naive/isolation.ts";
import { fifo } from "#shared/policies/textbook/fifo.ts";
import { measureChip } from "#shared/result/measure-chip.ts";
import { openSimulation } from "#shared/result/simulate-players.ts";
import { advance } from "#shared/sim/advance.ts";
import { applyCommand } from "#shared/sim/apply-command.ts";
import { CAUSES, type Chip } from "#shared/sim/chip/chip.ts";
import { botSeats, createChip } from "#shared/sim/create-chip.ts";
import type { Arrival } from "#shared/sim/scenario/arrival.ts";
import type { Scenario, ThreadSpec } from "#shared/sim/scenario/scenario.ts";
import { interference as german } from "../../client/i18n/de/lesson-interference.ts";
import { interference as english } from "../../client/i18n/en/lesson-interference.ts";

const [SHARED, PARTITIONED] = [0, 1];
const CORES = 4;

function lessonOn(side: number): Scenario {
	return interference.createScenario({ cores: CORES, seed: 1, level: "standard", side });
}

/** A task of that name as the lesson has it, on that core. */
function taskOf({ jobs }: Scenario, name: string, home: number): ThreadSpec {
	const found = jobs.flatMap(({ threads }) => threads).find((thread) => thread.name === name);
	if (found === undefined) throw new Error(`no task ${name}`);
	return { ...found, home };
}

type Arriving = { readonly atS: number; readonly threads: readonly ThreadSpec[] };

/** The lesson's machine and programs with other work, every task on the core where it belongs. */
function chipWith(lesson: Scenario, arriving: readonly Arriving[], pace: "machine" | "human"): Chip {
	const arrivals: Arrival[] = arriving.map(({ atS }, job) => ({
		type: "at",
		atNs: atS * NS_PER_PLAY_S,
		job,
	}));
	const jobs = arriving.map(({ threads }, job) => ({ name: `job ${job}`, threads }));
	const seats = botSeats(CORES, fifo);
	return createChip({ scenario: { ...lesson, jobs, arrivals }, seed: 1, seats, pace });
}

/** How long the last control task took, in seconds of play. */
function lastControlS({ threads }: Chip): number {
	const last = threads.findLast(({ spec }) => spec.name === "Control");
	return last === undefined ? Number.NaN : (last.finishNs - last.announcedNs) / NS_PER_PLAY_S;
}

/** A core of its own for control, on others streams without end: its second task, when caches are as they will be. */
function beside(side: number, streams: number, busShare: number) {
	const lesson = lessonOn(side);
	const stream = (_: unknown, index: number): ThreadSpec => ({
		...taskOf(lesson, "Stream", index + 1),
		program: [
			{ type: "compute", workNs: NS_PER_PLAY_S, spread: "fixed" },
			{ type: "repeat", from: 0, times: 0 },
		],
	});
	const control = [taskOf(lesson, "Control", 0)];
	const chip = chipWith(
		lesson,
		[
			{ atS: 0, threads: Array.from({ length: streams }, stream) },
			{ atS: 10, threads: control },
			{ atS: 50, threads: control },
		].filter(({ threads }) => threads.length > 0),
		"machine",
	);
	const cap = capStreams(chip, busShare);
	if (cap !== undefined) applyCommand(chip, 0, cap);
	advance(chip, 40 * NS_PER_PLAY_S);
	const before = [...at(chip.cores, 0).booked];
	advance(chip, 85 * NS_PER_PLAY_S);
	const waitedS = (cause: (typeof CAUSES)[number]): number => {
		const index = CAUSES.indexOf(cause);
		return (numberAt(at(chip.cores, 0).booked, index) - numberAt(before, index)) / NS_PER_PLAY_S;
	};
	const streamedS =
		chip.threads.reduce((sum, { spec, doneNs }) => sum + (spec.name === "Stream" ? doneNs : 0), 0) /
		NS_PER_PLAY_S;
	return { tookS: lastControlS(chip), cacheS: waitedS("cacheStall"), busS: waitedS("busStall"), streamedS };
}

describe("what keeps streams away from control", () => {
	const alone = beside(SHARED, 0, 0);
	const nothing = beside(SHARED, 3, 0);
	const throttle = beside(SHARED, 3, BUS_SHARE);
	const partition = beside(PARTITIONED, 3, 0);
	const both = beside(PARTITIONED, 3, BUS_SHARE);

	test("nothing: a core of its own does not help against what others do to cache and bus", () => {
		expect(nothing.tookS).toBeGreaterThan(6 * alone.tookS);
		expect(nothing.cacheS).toBeGreaterThan(2 * alone.cacheS);
		expect(nothing.busS).toBeGreaterThan(10);
	});

	test("a throttle frees the bus, but control's data are thrown out all the same", () => {
		expect(throttle.busS).toBeLessThan(nothing.busS / 5);
		expect(throttle.cacheS).toBeGreaterThan(1.5 * alone.cacheS);
		expect(throttle.tookS).toBeGreaterThan(2 * alone.tookS);
	});

	test("a partition keeps the data there, but not the bus free", () => {
		expect(partition.cacheS).toBeCloseTo(alone.cacheS, 1);
		expect(partition.busS).toBeGreaterThan(alone.tookS);
		expect(partition.tookS).toBeGreaterThan(2 * alone.tookS);
	});

	test("both together come close to being alone", () => {
		expect(both.tookS).toBeLessThan(1.4 * alone.tookS);
	});

	test("apart in time control only has to fetch its data again", () => {
		const lesson = lessonOn(SHARED);
		const streams = [1, 2, 3].map((home) => taskOf(lesson, "Stream", home));
		const chip = chipWith(
			lesson,
			[
				{ atS: 0, threads: streams },
				{ atS: 30, threads: [taskOf(lesson, "Control", 0)] },
			],
			"machine",
		);
		advance(chip, 60 * NS_PER_PLAY_S);
		expect(lastControlS(chip)).toBeLessThan(1.5 * alone.tookS);
	});

	test("the texts say what two streams do to control, and how little more they do than one", () => {
		const one = beside(SHARED, 1, 0);
		const two = beside(SHARED, 2, 0);
		expect(two.tookS / alone.tookS).toBeCloseTo(5, 0);
		expect(two.tookS).toBeGreaterThan(10);
		expect(two.streamedS / one.streamedS).toBeCloseTo(1.33, 1);
	});
});

/** A report holds control's lock while the antenna sends; then its core has begun something else. */
function marsMoment(inherits: boolean): number {
	const lesson = lessonOn(SHARED);
	const calm: ThreadSpec = {
		...taskOf(lesson, "Calm", 1),
		program: [{ type: "compute", workNs: 12 * NS_PER_PLAY_S, spread: "fixed" }],
	};
	const chip = chipWith(
		lesson,
		[
			{ atS: 0, threads: [taskOf(lesson, "Report", 1), calm] },
			{ atS: 1, threads: [taskOf(lesson, "Control", 0)] },
		],
		"human",
	);
	applyCommand(chip, 0, { type: "inherit", lock: 0, on: inherits });
	advance(chip, 40 * NS_PER_PLAY_S);
	return lastControlS(chip);
}

test("as on Mars: control waits for a report that cannot run, unless the lock inherits", () => {
	const deadlineS = taskOf(lessonOn(SHARED), "Control", 0).deadlineNs / NS_PER_PLAY_S;
	expect(marsMoment(false)).toBeGreaterThan(deadlineS);
	expect(marsMoment(true)).toBeLessThan(deadlineS / 2);
});

const SEEDS = [11, 12, 13, 14, 15, 16];

/** Late control tasks, and the lesson's measure, over some rounds of people at a usual pace. */
function played(policy: string, side: number): { readonly late: number; readonly value: number } {
	let late = 0;
	let value = 0;
	for (const seed of SEEDS) {
		const chip = openSimulation(interference, { cores: CORES, seed, level: "standard", side }, policy, 0.9);
		advance(chip, 100 * NS_PER_PLAY_S);
		const measured = measureChip(chip);
		late += measured.deadlineMisses;
		value += interference.measure.of(measured);
	}
	return { late, value };
}

describe("in rounds where control always goes first", () => {
	const first = [SHARED, PARTITIONED].map((side) => played("urgent-first", side));
	const idea = [SHARED, PARTITIONED].map((side) => played("insight:interference", side));

	test("a partition helps, and many are late all the same", () => {
		expect(at(first, PARTITIONED).late).toBeLessThan(0.85 * at(first, SHARED).late);
		expect(at(first, PARTITIONED).value).toBeGreaterThan(1.25 * at(first, SHARED).value);
		expect(at(first, PARTITIONED).late).toBeGreaterThan(SEEDS.length);
	});

	test("inheritance helps on both sides, and is not enough on either", () => {
		for (const side of [SHARED, PARTITIONED]) {
			const { late, value } = played("inheriting", side);
			expect(value).toBeGreaterThan(at(first, side).value);
			expect(late).toBeGreaterThan(SEEDS.length);
		}
	});

	test("all together, less than half as many are late and the most is done", () => {
		for (const side of [SHARED, PARTITIONED]) {
			expect(at(idea, side).late).toBeLessThan(at(first, side).late / 2);
			for (const rule of interference.policies.constants)
				expect(played(rule, side).value).toBeLessThan(at(idea, side).value);
		}
	});
});

test("the prediction's figures are those of the lesson's machine", () => {
	const inMemory = 6.85;
	const inCache = 2.95;
	expect(interference.prediction.truth).toBeCloseTo(inMemory / inCache, 10);
	for (const [text, point] of [
		[english, "."],
		[german, ","],
	] as const) {
		expect(text.predictWhy).toContain(`${inMemory}`.replace(".", point));
		expect(text.predictWhy).toContain(`${inCache}`.replace(".", point));
		expect(text.predictWhy).toContain(interference.prediction.truth.toFixed(1).replace(".", point));
	}
});
