import { setFlagsFromString } from "node:v8";
import { describe, expect, test } from "vitest";
import { LESSONS } from "#shared/lessons/table.ts";
import { doubles, zeros } from "#shared/lib/doubles.ts";
import { fifo } from "#shared/policies/textbook/fifo.ts";
import { advance } from "#shared/sim/advance.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import { cloneChip } from "#shared/sim/chip/clone.ts";
import { botSeats, createChip } from "#shared/sim/create-chip.ts";
import type { Scenario } from "#shared/sim/scenario/scenario.ts";

setFlagsFromString("--allow-natives-syntax");
/** Whether the engine makes one code for both: they have the same fields, in the same order, of the same kinds. */
const haveSameShape = new Function("one", "other", "return %HaveSameMap(one, other)") as (
	one: object,
	other: object,
) => boolean;
const holdsDoubles = new Function("numbers", "return %HasDoubleElements(numbers)") as (
	numbers: readonly number[],
) => boolean;

const SCENARIOS: readonly Scenario[] = LESSONS.map((lesson) =>
	lesson.createScenario({ cores: Math.max(...lesson.chipCores), seed: 1, level: "standard", side: 0 }),
);

function chipOn(scenario: Scenario): Chip {
	const chip = createChip({
		scenario,
		seed: 1,
		seats: botSeats(scenario.machine.cores.length, fifo),
		pace: "machine",
	});
	advance(chip, 3_000_000);
	return chip;
}

/** The same scenario with the fields of every object the other way round. */
function turned<Data>(data: Data): Data {
	if (typeof data !== "object" || data === null) return data;
	if (Array.isArray(data)) return data.map(turned) as Data;
	const fields = Object.entries(data).toReversed();
	return Object.fromEntries(fields.map(([key, value]) => [key, turned(value)])) as Data;
}

/** What the code of a tick reads. */
function partsOf({ scenario, cores, threads }: Chip): object[] {
	const [core, thread] = [cores[0]?.spec, threads[0]?.spec];
	return [scenario, scenario.machine, scenario.processes[0], core, thread].map((part) => part ?? {});
}

function fractionsOf({ memory, cores }: Chip): number[][] {
	const { l3Kib, reservedKib, capBytesPerUs, computing, broughtBytes } = memory;
	return [
		...[l3Kib, reservedKib, capBytesPerUs, computing, broughtBytes],
		...cores.flatMap(({ warmKib, booked, owed }) => [warmKib, booked, owed]),
	];
}

describe("what the engine makes its code for", () => {
	test("chips have parts of one shape, whichever order the fields of their scenarios have", () => {
		const scenarios = [...SCENARIOS, ...SCENARIOS.map(turned)];
		// A field that has held whole numbers only becomes another when the first fraction comes: let that be over.
		for (const scenario of scenarios) chipOn(scenario);
		const [first = [], ...others] = scenarios.map((scenario) => partsOf(chipOn(scenario)));
		for (const parts of others)
			expect(parts.map((part, index) => haveSameShape(part, first[index] ?? {}))).toEqual(
				first.map(() => true),
			);
	});

	test("a copy of a chip is of the same shape as the chip, and so is what it consists of", () => {
		const chip = chipOn(SCENARIOS[0] as Scenario);
		const [core, thread] = [chip.cores[0], chip.threads[0]];
		const copy = cloneChip(chip);
		expect(haveSameShape(chip, copy)).toBe(true);
		expect(haveSameShape(chip.memory, copy.memory)).toBe(true);
		expect(haveSameShape(core ?? [], copy.cores[0] ?? {})).toBe(true);
		expect(haveSameShape(thread ?? [], copy.threads[0] ?? {})).toBe(true);
	});

	test("threads that have nothing in a list share one, and nobody writes to it", () => {
		const threads = SCENARIOS.flatMap((scenario) => chipOn(scenario).threads);
		const lists = threads.flatMap(({ successors, laps, held }) => [successors, laps, held]);
		const filled = lists.filter(({ length }) => length > 0);
		expect(filled.length).toBeGreaterThan(0);
		expect(new Set(filled).size).toBe(filled.length);
		expect(new Set(lists).size).toBeLessThan(lists.length / 2);
	});

	test("arrays of fractions hold doubles from the start, also where all numbers are whole, and in copies", () => {
		expect([doubles([1, 2]), zeros(3)].map(holdsDoubles)).toEqual([true, true]);
		for (const chip of SCENARIOS.map(chipOn)) {
			for (const numbers of [...fractionsOf(chip), ...fractionsOf(cloneChip(chip))])
				expect(holdsDoubles(numbers)).toBe(true);
		}
	});
});
