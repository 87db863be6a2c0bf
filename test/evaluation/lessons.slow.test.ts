import { describe, expect, test } from "vitest";
import { judgedChips } from "#shared/evaluation/evaluate-lesson.ts";
import { LEVELS } from "#shared/lessons/ids.ts";
import { sidesOf } from "#shared/lessons/kind.ts";
import { numberAt } from "#shared/lib/assert.ts";
import { simulatePlayers } from "#shared/result/simulate-players.ts";
import { KEPT_LEVELS, WITHOUT_SHARES } from "./cells.ts";
import { type Kept, PLAYED_LESSONS, readKept } from "./kept.ts";
import { OPEN_DECISIONS, OPEN_FAULTS, OPEN_LEVELS } from "./open-faults.ts";

/** What the same player reaches falls by at least so much from one level to the next. */
const STEP = 1.01;

const ofManyLevels = PLAYED_LESSONS.filter(({ id }) => id !== WITHOUT_SHARES);

function kept(): Kept {
	const read = readKept();
	if (!read.ok) throw new Error(read.reason);
	return read.value;
}

test("there are lessons to evaluate", () => {
	expect(PLAYED_LESSONS.length).toBeGreaterThan(10);
	expect(ofManyLevels.length).toBe(PLAYED_LESSONS.length - 1);
});

describe.each(PLAYED_LESSONS)("$id", (lesson) => {
	test("passes the gate on every kind of chip at the standard level, but for what is known to be open", () => {
		const { gates } = kept();
		for (const { level, side, cores } of judgedChips(lesson, KEPT_LEVELS)) {
			const name = `${lesson.id} ${level} ${side} ${cores}`;
			const open = OPEN_FAULTS[name] ?? [];
			// The beginning of a sentence names what fails; the figures behind it change with the seeds.
			const isOpen = (fault: string) => open.some((begins) => fault.startsWith(begins));
			const faults = gates[name]?.faults ?? [`${name} is not kept`];
			expect(
				faults.filter((fault) => !isOpen(fault)),
				name,
			).toEqual([]);
			expect(
				open.filter((begins) => !faults.some((fault) => fault.startsWith(begins))),
				`${name}: mended`,
			).toEqual([]);
		}
	});

	test("has all the decisions that it says it has", () => {
		for (const side of sidesOf(lesson)) {
			const found = kept().decisions[`${lesson.id} standard ${side}`] ?? [];
			for (const { id, seat, perMinute, costS } of lesson.decisions) {
				const own = found.find((decision) => decision.id === id && decision.seat === seat);
				const holds = (own?.perMinute ?? 0) >= perMinute && (own?.costS ?? 0) >= costS;
				const name = `${lesson.id} ${side} ${seat} ${id}`;
				expect(holds, `${name}: ${own?.perMinute} a minute, costs ${own?.costS} s`).toBe(
					!OPEN_DECISIONS.includes(name),
				);
			}
		}
	});

	test("is another round at every level, and the idea helps at each", () => {
		const { expert, naive } = lesson.policies;
		const sign = lesson.measure.better === "more" ? 1 : -1;
		const cores = lesson.chipCores[0] ?? 4;
		const scenarios = LEVELS.map((level) => {
			const setup = { cores, seed: 1, level, side: 0 };
			const gained = simulatePlayers(lesson, setup, expert, 0.8) - simulatePlayers(lesson, setup, naive, 0.8);
			expect(sign * gained, level).toBeGreaterThan(0);
			return JSON.stringify(lesson.createScenario(setup));
		});
		expect(new Set(scenarios).size).toBe(LEVELS.length);
	});
});

test.each(ofManyLevels)(
	"$id is harder from level to level: who knows its idea and decides slowly reaches less of what there is to reach",
	(lesson) => {
		const reached = LEVELS.map((level) =>
			sidesOf(lesson).reduce(
				(sum, side) => sum + (kept().shares[`${lesson.id} ${level} ${side}`] ?? Number.NaN),
				0,
			),
		);
		for (const index of [0, 1]) {
			const name = `${lesson.id} ${LEVELS[index]}`;
			const step = numberAt(reached, index) / numberAt(reached, index + 1);
			expect(step > STEP, `${name}: ${step}`).toBe(!OPEN_LEVELS.includes(name));
		}
	},
);
