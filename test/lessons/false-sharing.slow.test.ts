import { describe, expect, test } from "vitest";
import { falseSharing } from "#shared/lessons/false-sharing.ts";
import { LEVELS } from "#shared/lessons/ids.ts";
import { at, numberAt } from "#shared/lib/assert.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { reloadNs } from "#shared/policies/parts/reload.ts";
import { fifo } from "#shared/policies/textbook/fifo.ts";
import { evidenceOf } from "#shared/result/evidence.ts";
import { measureChip } from "#shared/result/measure-chip.ts";
import { simulatePlayers } from "#shared/result/simulate-players.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { presentRound } from "#shared/round/recorded-round.ts";
import { advance } from "#shared/sim/advance.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import { botSeats, createChip } from "#shared/sim/create-chip.ts";
import type { Scenario, ThreadSpec } from "#shared/sim/scenario/scenario.ts";
import { falseSharing as german } from "../../client/i18n/de/lesson-false-sharing.ts";
import { falseSharing as english } from "../../client/i18n/en/lesson-false-sharing.ts";

const [PACKED, PADDED] = [0, 1];
const SIDES = [PACKED, PADDED];
const CORES = 4;
const TASK_S = 5;

function lessonOn(side: number): Scenario {
	return falseSharing.createScenario({ cores: CORES, seed: 1, level: "standard", side });
}

/** The first task of that table as the lesson has it, on that core. */
function taskOf({ jobs }: Scenario, letter: string, home: number): ThreadSpec {
	const found = jobs.flatMap(({ threads }) => threads).find(({ name }) => name === letter);
	if (found === undefined) throw new Error(`no task of ${letter}`);
	return { ...found, home };
}

/** The lesson's machine and tables with nothing else to do, every task on the core where it belongs. */
function chipWith(lesson: Scenario, threads: readonly ThreadSpec[]): Chip {
	return createChip({
		scenario: { ...lesson, jobs: [{ name: "All", threads }], arrivals: [{ type: "at", atNs: 0, job: 0 }] },
		seed: 1,
		seats: botSeats(CORES, fifo),
		pace: "machine",
	});
}

/** How long they take until the last is done, in seconds of play. */
function tookS(chip: Chip): number {
	advance(chip, 90 * NS_PER_PLAY_S);
	return Math.max(...chip.threads.map(({ finishNs }) => finishNs)) / NS_PER_PLAY_S;
}

/** Each core counts in the tables of its letters, one task after the other: how long until all is done. */
function countingS(side: number, lettersByCore: readonly string[]): number {
	const lesson = lessonOn(side);
	const threads = lettersByCore.flatMap((letters, home) =>
		[...letters].map(
			(letter): ThreadSpec => ({
				...taskOf(lesson, letter, home),
				program: [{ type: "compute", workNs: TASK_S * NS_PER_PLAY_S, spread: "fixed" }],
			}),
		),
	);
	return tookS(chipWith(lesson, threads));
}

describe("what packing and padding do", () => {
	test("packed, two cores on a table do less together than one alone; padded, twice as much", () => {
		expect(countingS(PACKED, ["A", "A"])).toBeGreaterThan(countingS(PACKED, ["AA"]));
		expect(countingS(PADDED, ["A", "A"])).toBeLessThan(1.05 * countingS(PADDED, ["A"]));
	});

	test("packed, a core changes from table to table almost for nothing; padded, it loads each time", () => {
		expect(countingS(PACKED, ["ABAB"])).toBeLessThan(1.05 * countingS(PACKED, ["AABB"]));
		expect(countingS(PADDED, ["ABAB"])).toBeGreaterThan(1.1 * countingS(PADDED, ["AABB"]));
	});

	test("padded, a table is eight times as large and fills a core's cache; the texts say what loading it takes", () => {
		const sizes = SIDES.map((side) => at(lessonOn(side).processes, 0).workingSetKib);
		expect(numberAt(sizes, PADDED)).toBe(8 * numberAt(sizes, PACKED));
		expect(numberAt(sizes, PADDED)).toBe(at(lessonOn(PADDED).machine.cores, 0).privateKib);
		const chip = chipWith(lessonOn(PADDED), [taskOf(lessonOn(PADDED), "A", 0)]);
		advance(chip, 1);
		const loadS = (reloadNs(chip, 0, at(chip.threads, 0)) / NS_PER_PLAY_S).toFixed(1);
		expect(english.questions[2]?.why).toContain(`${loadS} s`);
		expect(german.questions[2]?.why).toContain(`${loadS.replace(".", ",")} s`);
	});
});

test("two cores at one histogram: without protection they lose counts, at a lock they wait, with copies neither", () => {
	const lesson = lessonOn(PACKED);
	const task = taskOf(lesson, "E", 0);
	const [unlocked, locked, copies] = [task, ...task.ways].map(({ program }) => {
		const chip = chipWith(
			lesson,
			[0, 1].map((home) => ({ ...task, program, ways: [], home })),
		);
		return { tookS: tookS(chip), lost: measureChip(chip).lostUpdates };
	});
	expect(unlocked?.lost).toBeGreaterThan(5);
	expect([locked?.lost, copies?.lost]).toEqual([0, 0]);
	expect(copies?.tookS).toBeLessThan(0.7 * (locked?.tookS ?? 0));
});

test("the two sides are the same work on the same machine: only where counters lie differs", () => {
	const [packed, padded] = SIDES.map((side) => ({ ...lessonOn(side), processes: [] }));
	expect(packed).toEqual(padded);
});

test("the idea helps on both sides at every level", () => {
	const { expert, naive } = falseSharing.policies;
	for (const side of SIDES)
		for (const level of LEVELS) {
			const setup = { cores: CORES, seed: 1, level, side };
			expect(simulatePlayers(falseSharing, setup, expert, 0.8)).toBeGreaterThan(
				1.1 * simulatePlayers(falseSharing, setup, naive, 0.8),
			);
		}
});

describe("on the padded side, too, who plays with expert shows it, who plays by chance does not", () => {
	const shareWho = (who: "expert" | "random", concept: string): number => {
		const judged = [1, 2, 3, 4, 5, 6].flatMap((seed) => {
			const header = createRoundHeader(falseSharing, seed, 1, () => false, { level: "standard", part: 1 });
			const chip = at(header.chips, 0);
			expect(chip.side).toBe(PADDED);
			const seats = chip.seats.map((seat) => ({ ...seat, policy: falseSharing.policies[who] }));
			const log = { header: { ...header, chips: [{ ...chip, seats }] }, commands: [], turns: 360 };
			return evidenceOf(presentRound(log), 0, "bot")
				.flatMap(({ concepts }) => concepts)
				.filter((shown) => shown.concept === concept && shown.arose >= 3);
		});
		expect(judged.length).toBeGreaterThan(0);
		return judged.filter(({ used }) => used).length / judged.length;
	};

	test.each(["locality", "race"])("%s", (concept) => {
		expect(shareWho("expert", concept)).toBeGreaterThan(0.6);
		expect(shareWho("random", concept)).toBeLessThan(0.25);
	});
});
